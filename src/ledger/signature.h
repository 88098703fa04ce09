// Whether bytes were signed by a key.
#pragma once

#include <string_view>

#include "ledger/checkpoint.h"

namespace liem::ledger {

bool is_signed_by(const PublicKey& key, std::string_view bytes, const Signature& signature);

}  // namespace liem::ledger
