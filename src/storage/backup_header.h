// The first entry of a backup, as JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "storage/backup.h"

namespace liem::storage {

inline constexpr std::string_view header_name = "liem-backup.json";
inline constexpr std::size_t largest_header = std::size_t{1} << 20;

std::string text_of(const BackupHeader& header);
// Nothing where it is none, or of a form this program does not know.
std::optional<BackupHeader> header_from(std::string_view text);

}  // namespace liem::storage
