// Puts a new text in a file's place so that a reader sees the old one or the new one, never half.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/error.h"

namespace liem::app {

// Writes beside the file, waits for the disk, then renames. Refused where the file no longer holds
// `expected`: somebody else wrote it in the meantime.
Result<void> replace_file(const std::filesystem::path& file, std::string_view expected,
                          std::string_view text);

}  // namespace liem::app
