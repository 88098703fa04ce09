// A unit's answers as a workbook that is filled in away from the network: what stands in it, and
// the file. docs/decisions/0023-away-from-the-network.md
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.h"
#include "figures/figure.h"
#include "figures/item.h"
#include "ledger/checkpoint.h"

namespace liem::sheets {

inline constexpr std::string_view form = "liem.sheet/1";

// Of which answers a workbook is.
struct Stamp {
  std::string province, round, unit, set, set_sha256;
  bool operator==(const Stamp&) const = default;
};

// What one row answers, apart from how it is shown: state as figures::name_of says it, value
// "12.5", "true" or empty, texts on one line.
struct Fields {
  std::string state, value, ground, note;
  bool operator==(const Fields&) const = default;
};

struct AnswerRow {
  std::string criterion;  // code
  std::string item;       // id; empty: the points the unit gives itself for the criterion
  std::string label, measure;
  figures::UnitKind kind = figures::UnitKind::count;
  Decimal maximum{};  // of the points
  bool open = true;   // may be written now, under any criterion
  Fields stands;
  std::optional<std::size_t> at_most{};  // the row whose value it may not exceed
};

struct AnswerSheet {
  Stamp stamp;
  std::string round_title, unit_name;  // in Vietnamese, as all of the workbook
  std::chrono::sys_seconds made{};     // the same for the same answers: never the clock
  std::vector<AnswerRow> rows;
};

// Columns of the sheet of answers, counted from 1; answers are written in those from `state` on.
enum class Column { code = 1, label, measure, state, value, ground, note, check };
inline constexpr int first_row = 2;              // of answers
std::string address_of(Column column, int row);  // "E14"

// Puts the workbook at `path`. Without a key it is not signed, and says so to its reader.
Result<void> write_sheet(const AnswerSheet& sheet, const Catalogue& words,
                         const std::optional<ledger::SecretKey>& key, const std::string& path);

// Whether its values are whole numbers.
bool is_whole_kind(figures::UnitKind kind);

// As a Vietnamese cell shows it: words of a state, "Có" of a true, "1,5".
std::string shown_state(const Fields& fields, const Catalogue& words);
std::string shown_value(const Fields& fields, const Catalogue& words);
std::string word(const Catalogue& words, const std::string& id, Args args = {});

// One line with single spaces, as every cell is compared.
std::string in_one_line(std::string_view text);

// What a signature is over: the stamp, and of each row what is locked with what stood in it.
struct SignedRow {
  std::string code, label, measure, item;
  Fields stood;
};
std::string signed_text(const Stamp& stamp, const std::vector<SignedRow>& rows);

}  // namespace liem::sheets
