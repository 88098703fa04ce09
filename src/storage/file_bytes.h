// A file's bytes in pieces: none is held whole in memory.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>

#include "base/error.h"

namespace liem::storage {

using TakeBytes = std::function<Result<void>(std::string_view)>;

// How many there were; nothing where there is no such file. Never follows a link.
Result<std::optional<std::uint64_t>> read_in_pieces(const std::filesystem::path& file,
                                                    const TakeBytes& take);

// All of them behind what was written to `opened` before; `file` names it in an error.
Result<void> write_all(int opened, std::string_view bytes, const std::filesystem::path& file);

// What was made or removed in the folder is there, or gone, after a loss of power too.
Result<void> sync_folder(const std::filesystem::path& folder);

// errors::full or errors::not_writable, by the reason the system gave.
std::unexpected<Error> not_written(const std::filesystem::path& file, int reason);

}  // namespace liem::storage
