// A checkpoint on paper: pinned to a board or kept by another office, and typed in again where the
// log is doubted. Lines of twenty characters in groups of four, each with two check characters.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/messages.h"
#include "ledger/checkpoint.h"

namespace liem::ledger {

// To print: province, position, day and time, the short code, the signature; in both languages.
std::string paper_of(const Checkpoint& checkpoint, const Catalogue& words);

// What was typed from a paper. Without the signature's lines it is as good as the paper it is on.
struct FromPaper {
  std::uint64_t position = 0;
  Hash hash{};
  std::chrono::sys_seconds at{};
  KeyId key{};
  std::optional<Signature> signature;
};

// Takes the code's lines, in either case, with or without the spaces, the lines' numbers and other
// lines of the page. errors::paper_line names the line with a slip; errors::paper_incomplete.
Result<FromPaper> read_paper(std::string_view typed);

}  // namespace liem::ledger
