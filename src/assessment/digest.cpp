#include "assessment/digest.h"

#include "ledger/hash.h"

namespace liem::assessment {

std::string to_hex(std::span<const unsigned char> bytes) { return ledger::to_hex(bytes); }

std::string sha256_of(std::string_view bytes) { return to_hex(ledger::sha256(bytes)); }

Content content_of(std::string bytes) {
  auto name = sha256_of(bytes);
  return {std::move(name), std::move(bytes)};
}

}  // namespace liem::assessment
