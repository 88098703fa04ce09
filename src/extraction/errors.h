// Every way a file can be refused; words for each in data/locales/messages/extraction.yaml.
// Each error's arguments start with {file}, as the caller named it.
#pragma once

#include "base/error.h"

namespace liem::extraction::errors {

inline constexpr ErrorCode unreadable{"extraction.unreadable", ErrorKind::unavailable};
inline constexpr ErrorCode unknown_format{"extraction.unknown_format", ErrorKind::bad_input};
inline constexpr ErrorCode old_office{"extraction.old_office", ErrorKind::bad_input};
inline constexpr ErrorCode encrypted{"extraction.encrypted", ErrorKind::bad_input};
inline constexpr ErrorCode macros{"extraction.macros", ErrorKind::bad_input};
inline constexpr ErrorCode broken{"extraction.broken", ErrorKind::bad_input};
inline constexpr ErrorCode not_utf8{"extraction.not_utf8", ErrorKind::bad_input};
inline constexpr ErrorCode no_text{"extraction.no_text", ErrorKind::bad_input};
inline constexpr ErrorCode file_too_large{"extraction.file_too_large", ErrorKind::too_large};
inline constexpr ErrorCode zip_bomb{"extraction.zip_bomb", ErrorKind::too_large};
inline constexpr ErrorCode xml_bomb{"extraction.xml_bomb", ErrorKind::too_large};
inline constexpr ErrorCode too_many_pages{"extraction.too_many_pages", ErrorKind::too_large};
inline constexpr ErrorCode too_many_scans{"extraction.too_many_scans", ErrorKind::too_large};
inline constexpr ErrorCode too_much_text{"extraction.too_much_text", ErrorKind::too_large};
inline constexpr ErrorCode too_much_memory{"extraction.too_much_memory", ErrorKind::too_large};
inline constexpr ErrorCode timed_out{"extraction.timed_out", ErrorKind::too_large};
inline constexpr ErrorCode crashed{"extraction.crashed", ErrorKind::bad_input};
inline constexpr ErrorCode tool_missing{"extraction.tool_missing", ErrorKind::unavailable};
inline constexpr ErrorCode tool_failed{"extraction.tool_failed", ErrorKind::bad_input};
inline constexpr ErrorCode no_confinement{"extraction.no_confinement", ErrorKind::unavailable};
inline constexpr ErrorCode no_page{"extraction.no_page", ErrorKind::not_found};
inline constexpr ErrorCode stopped{"extraction.stopped", ErrorKind::unavailable};

inline constexpr ErrorCode all[] = {
    unreadable,     unknown_format, old_office,      encrypted, macros,   broken,
    not_utf8,       no_text,        file_too_large,  zip_bomb,  xml_bomb, too_many_pages,
    too_many_scans, too_much_text,  too_much_memory, timed_out, crashed,  tool_missing,
    tool_failed,    no_confinement, no_page,         stopped};

}  // namespace liem::extraction::errors
