// The log's keys in files: the secret one for its owner alone, outside the data.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "ledger/checkpoint.h"

namespace liem::app {

// Writes the secret key to `file` (rights 0600) and the public one to `file`.pub; an existing file
// is refused, since a key that is overwritten is lost.
Result<ledger::PublicKey> make_keys(const std::filesystem::path& file);

// Refused where others may read it, or where it lies within `data`: who copies the data must not
// have the key.
Result<ledger::SecretKey> load_secret_key(const std::filesystem::path& file,
                                          const std::filesystem::path& data);
// Nothing where no file is named.
Result<std::optional<ledger::SecretKey>> optional_secret_key(const std::filesystem::path& file,
                                                             const std::filesystem::path& data);
Result<std::vector<ledger::PublicKey>> load_public_keys(const std::vector<std::string>& files);

// Puts a new file there, never over another. `rights` as of chmod.
Result<void> write_new_file(const std::filesystem::path& file, std::string_view text,
                            unsigned rights);

}  // namespace liem::app
