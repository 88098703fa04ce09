#include "ledger/signature.h"

#include <sodium.h>

namespace liem::ledger {

bool is_signed_by(const PublicKey& key, std::string_view bytes, const Signature& signature) {
  return crypto_sign_verify_detached(signature.data(),
                                     reinterpret_cast<const unsigned char*>(bytes.data()),
                                     bytes.size(), key.bytes.data()) == 0;
}

}  // namespace liem::ledger
