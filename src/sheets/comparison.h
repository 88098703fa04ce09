// A workbook that came back, held cell by cell against the answers as they stand now. Pure.
#pragma once

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "extraction/extraction.h"
#include "sheets/sheet.h"

namespace liem::sheets {

// As it was read, whoever saved it.
struct ReturnedSheet {
  Stamp stamp;
  std::string key, signature;  // hexadecimal; empty where it is not signed
  struct Row {
    std::string code, item;  // item: "-" for the points of a criterion
    Fields stood;            // when it was made
  };
  std::map<int, Row> rows;                              // by their place in the sheet of answers
  std::map<std::pair<int, Column>, std::string> cells;  // of that sheet, those that hold something
};

// errors::not_a_sheet, other_form.
Result<ReturnedSheet> read_sheet(const extraction::ExtractedText& text, const Catalogue& words);

// errors::unsigned_sheet, bad_signature; of a sheet that no one of `keys` signed, or that was
// altered where it is locked since.
Result<void> check_signature(const ReturnedSheet& sheet, std::span<const ledger::PublicKey> keys);

// conflict: it was changed in the sheet, and by somebody else on the server since.
enum class Verdict { unchanged, changed, conflict, refused };
std::string_view name_of(Verdict verdict);

struct CellReport {
  int row = 0;
  Column column = Column::value;
  std::string criterion, item, label;
  std::string stood, stands, wanted;  // in the sheet at first, on the server now, in the sheet now
  Verdict verdict = Verdict::unchanged;
  std::optional<Error> why{};  // where it is refused
};

struct RowReport {
  std::size_t place = 0;  // among the rows of the answers as they stand
  Fields wanted;          // as the sheet says, where it can be read
  std::vector<CellReport> cells;
};

// One for each row of `now` whose cells differ anyhow. errors::other_answers, set_changed.
Result<std::vector<RowReport>> compare(const AnswerSheet& now, const ReturnedSheet& sheet,
                                       const Catalogue& words);

}  // namespace liem::sheets
