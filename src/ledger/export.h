// A log as text to hand over: JSON Lines, first what it is, then the entries, then the checkpoints.
// A line is written in exactly one way, so that no byte of it can be another unseen.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/error.h"
#include "ledger/checkpoint.h"
#include "ledger/entry.h"

namespace liem::ledger {

struct ExportHeader {
  std::string province;
  bool operator==(const ExportHeader&) const = default;
};

using ExportLine = std::variant<ExportHeader, StoredEntry, Checkpoint>;

std::string line_of(const ExportLine& line);  // ends with a line break

// One line without its break. errors::bad_line with its `number`, counted from 1.
Result<ExportLine> read_line(std::string_view line, std::size_t number);

std::string time_text(std::chrono::sys_seconds time);  // "2026-11-22T05:40:11Z"
// Nothing for what is not written like that; a time that no clock shows may be taken for another.
std::optional<std::chrono::sys_seconds> read_time(std::string_view text);

}  // namespace liem::ledger
