// A log that was handed over, checked with nothing but the public keys.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/verify.h"

namespace liem::ledger {

// Gives line after line without its break, then nothing.
using Lines = std::function<Result<std::optional<std::string>>()>;

struct ExportCheck {
  // Opens the export from its first line; called twice, since its checkpoints stand at its end.
  std::function<Result<Lines>()> open;
  std::string file;  // as people know it, for refusals
  std::vector<PublicKey> keys;
  std::vector<Checkpoint> trusted;  // from paper; the province may be left empty
  std::function<void(std::uint64_t position)> on_row = [](std::uint64_t) {};
};

// What Verifier finds, errors::not_an_export, or errors::bad_line.
Result<Verified> verify_export(const ExportCheck& check);

}  // namespace liem::ledger
