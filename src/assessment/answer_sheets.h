// A unit's answers taken away from the network and back: written as a workbook, compared, and put
// in by the same act as on the page. docs/decisions/0023-away-from-the-network.md
#pragma once

#include <span>
#include <string>
#include <vector>

#include "assessment/hand_in.h"
#include "sheets/comparison.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode sheet_not_taken{"assessment.sheet_not_taken", ErrorKind::conflict};
}  // namespace errors

// As they stand for whoever asks; what he may not write now is locked.
// errors::no_right, no_round, no_unit.
Result<sheets::AnswerSheet> answer_sheet(const WorkDesk& at, const std::string& round,
                                         const std::string& unit, const Catalogue& words);

// The first of what stands against whoever asks writing anything at all in the unit's file.
Result<void> may_take_sheet(const WorkDesk& at, const std::string& round, const std::string& unit);

struct TakenSheet {
  std::vector<sheets::RowReport> rows;                               // those that differ anyhow
  std::size_t changed = 0, conflicts = 0, refused = 0, written = 0;  // cells
  bool whole = true;  // else something that was to be written is refused by the set's rules
};

// Writes what changed: all of it where `cells` is empty - and then nothing where a cell conflicts
// or is refused - or those at these addresses, with the state, value and ground of a row together.
// Within the caller's transaction, which must not be kept unless stands().
// sheets::errors::unknown_cell.
Result<TakenSheet> take_sheet(const WorkDesk& at, const sheets::ReturnedSheet& sheet,
                              const std::string& round, const std::string& unit,
                              const std::vector<std::string>& cells, const Catalogue& words);

// Whether it may be kept: nothing was refused, nothing conflicts that was not chosen.
bool stands(const TakenSheet& taken, const std::vector<std::string>& cells);

}  // namespace liem::assessment
