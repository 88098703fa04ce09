#include "sheets/comparison.h"

#include <algorithm>
#include <array>

#include "sheets/errors.h"

namespace liem::sheets {
namespace {

using figures::UnitKind;

// "1.234.567": dots that only part thousands.
bool is_grouped(std::string_view text) {
  const auto first = text.find('.');
  if (first == text.npos) return true;
  if (first == 0 || first > 3) return false;
  for (text.remove_prefix(first); !text.empty(); text.remove_prefix(4)) {
    const bool group = text.size() >= 4 && text[0] == '.' && (text.size() == 4 || text[4] == '.');
    if (!group) return false;
  }
  return true;
}

// As a Vietnamese spreadsheet shows it, "1.234,5"; also "12.5", where the dot can part no
// thousands. Nothing where it is no number, or could be two.
std::optional<Decimal> number_in(std::string text, bool whole) {
  const auto comma = text.find(',');
  const std::string before = text.substr(text.starts_with('-') ? 1 : 0, comma);
  const std::string_view unsigned_part(before.data(), std::min(before.size(), comma));
  const bool dotted = text.find('.') != text.npos;
  if (comma != text.npos || (dotted && is_grouped(unsigned_part))) {
    if (!is_grouped(unsigned_part)) return std::nullopt;
    if (comma == text.npos && !whole) return std::nullopt;  // 1234, or a little more than 1
    std::erase(text, '.');
    std::ranges::replace(text, ',', '.');
  }
  return Decimal::parse(text);
}

struct Read {
  Fields fields;
  std::optional<Error> state_wrong, value_wrong, ground_wrong;
};

class RowReader {
 public:
  RowReader(const AnswerRow& row, const ReturnedSheet& sheet, int number, const Catalogue& words)
      : row_(row), sheet_(sheet), number_(number), words_(words) {}

  std::string cell(Column column) const {
    const auto found = sheet_.cells.find({number_, column});
    return found == sheet_.cells.end() ? "" : found->second;
  }
  Read read() const;

 private:
  void read_state(Read& out, bool& zero) const;
  void read_value(Read& out) const;
  void check(Read& out, bool zero) const;

  const AnswerRow& row_;
  const ReturnedSheet& sheet_;
  int number_;
  const Catalogue& words_;
};

void RowReader::read_state(Read& out, bool& zero) const {
  const auto text = cell(Column::state);
  if (text.empty()) {
    out.fields.state = "blank";
    return;
  }
  // A question of yes or no has no 0, and its list none either.
  zero = row_.kind != UnitKind::yes_no && text == word(words_, "sheet_state.zero");
  if (zero) out.fields.state = "given";
  for (const auto* state : {"blank", "given", "not_applicable", "not_available"}) {
    if (text == word(words_, std::string("sheet_state.") + state)) out.fields.state = state;
  }
  if (out.fields.state.empty()) {
    out.state_wrong = fail(errors::unknown_state, {{"text", text}}).error();
    out.fields.state = text;
  }
}

void RowReader::read_value(Read& out) const {
  const auto text = cell(Column::value);
  out.fields.value = text;
  if (text.empty()) return;
  if (row_.kind == UnitKind::yes_no && !row_.item.empty()) {
    const bool yes = text == word(words_, "sheet_word.yes") || text == "TRUE";
    const bool no = text == word(words_, "sheet_word.no") || text == "FALSE";
    if (yes || no) {
      out.fields.value = yes ? "true" : "false";
    } else {
      out.value_wrong = fail(errors::no_yes_no, {{"text", text}}).error();
    }
    return;
  }
  const bool whole = !row_.item.empty() && is_whole_kind(row_.kind);
  const auto number = number_in(text, whole);
  if (!number) {
    out.value_wrong = fail(errors::no_number, {{"text", text}}).error();
    return;
  }
  out.fields.value = number->to_string();
  const Decimal most = row_.item.empty() ? row_.maximum : Decimal(100);
  const bool bounded = row_.item.empty() || row_.kind == UnitKind::percent;
  if (whole && !number->is_whole()) {
    out.value_wrong = fail(errors::not_whole, {{"text", text}}).error();
  } else if (number->is_negative() || (bounded && *number > most)) {
    out.value_wrong =
        fail(errors::outside, {{"text", text}, {"most", bounded ? most.to_string() : "∞"}}).error();
  }
}

void RowReader::check(Read& out, bool zero) const {
  auto& fields = out.fields;
  if (zero && fields.value.empty()) fields.value = "0";
  const bool given = fields.state == "given";
  if (out.state_wrong || out.value_wrong) return;
  if (given && fields.value.empty()) out.value_wrong = fail(errors::value_missing).error();
  if ((!given && !fields.value.empty()) || (zero && fields.value != "0")) {
    out.value_wrong = fail(errors::state_disagrees, {{"state", cell(Column::state)}}).error();
  }
  if (fields.state == "not_applicable" && fields.ground.empty()) {
    out.ground_wrong = fail(errors::ground_missing).error();
  }
  if (fields.state != "not_applicable" && !fields.ground.empty()) {
    out.ground_wrong = fail(errors::ground_without_state).error();
  }
}

Read RowReader::read() const {
  Read out;
  bool zero = false;
  read_value(out);
  if (row_.item.empty()) return out;
  out.fields.ground = cell(Column::ground);
  out.fields.note = cell(Column::note);
  read_state(out, zero);
  check(out, zero);
  return out;
}

Verdict verdict_of(const std::string& stood, const std::string& stands, const std::string& wanted) {
  if (wanted == stands || wanted == stood) return Verdict::unchanged;
  return stands == stood ? Verdict::changed : Verdict::conflict;
}

class Comparer {
 public:
  Comparer(const AnswerSheet& now, const ReturnedSheet& sheet, const Catalogue& words)
      : now_(now), sheet_(sheet), words_(words) {}

  std::optional<RowReport> row(std::size_t place) const;

 private:
  CellReport cell(const AnswerRow& row, int number, Column column) const {
    return {number, column, row.criterion, row.item, row.label, "", "", "", Verdict::refused, {}};
  }
  void locked(const AnswerRow& row, int number, const RowReader& reader, RowReport& out) const;
  void answered(const AnswerRow& row, int number, const Fields& stood, const Read& read,
                RowReport& out) const;

  const AnswerSheet& now_;
  const ReturnedSheet& sheet_;
  const Catalogue& words_;
};

void Comparer::locked(const AnswerRow& row, int number, const RowReader& reader,
                      RowReport& out) const {
  std::vector<std::pair<Column, std::string>> wanted{{Column::code, row.criterion},
                                                     {Column::label, in_one_line(row.label)},
                                                     {Column::measure, in_one_line(row.measure)}};
  if (row.item.empty()) {
    for (const auto column : {Column::state, Column::ground, Column::note}) {
      wanted.emplace_back(column, "");
    }
  }
  for (const auto& [column, text] : wanted) {
    const auto found = reader.cell(column);
    if (found == text) continue;
    auto report = cell(row, number, column);
    report.stood = report.stands = text;
    report.wanted = found;
    report.why = fail(errors::locked).error();
    out.cells.push_back(std::move(report));
  }
}

void Comparer::answered(const AnswerRow& row, int number, const Fields& stood, const Read& read,
                        RowReport& out) const {
  struct Part {
    Column column;
    std::string Fields::* field;
    const std::optional<Error>& wrong;
  };
  const std::optional<Error> fine;
  const Part parts[] = {{Column::state, &Fields::state, read.state_wrong},
                        {Column::value, &Fields::value, read.value_wrong},
                        {Column::ground, &Fields::ground, read.ground_wrong},
                        {Column::note, &Fields::note, fine}};
  const bool touched = std::ranges::any_of(parts, [&](const Part& part) {
    const auto& wanted = read.fields.*part.field;
    return verdict_of(stood.*part.field, row.stands.*part.field, wanted) != Verdict::unchanged;
  });
  if (!touched) return;
  const auto shown = [&](const Fields& fields, const Part& part) {
    if (part.column == Column::value) return shown_value(fields, words_);
    if (part.column != Column::state || fields.state.empty()) return fields.*part.field;
    return words_.knows("sheet_state." + fields.state) ? shown_state(fields, words_) : fields.state;
  };
  for (const auto& part : parts) {
    auto report = cell(row, number, part.column);
    report.stood = shown(stood, part);
    report.stands = shown(row.stands, part);
    report.wanted = shown(read.fields, part);
    report.why = part.wrong;
    if (!part.wrong) {
      report.verdict =
          verdict_of(stood.*part.field, row.stands.*part.field, read.fields.*part.field);
    }
    if (report.verdict != Verdict::unchanged) out.cells.push_back(std::move(report));
  }
}

std::optional<RowReport> Comparer::row(std::size_t place) const {
  const auto& row = now_.rows[place];
  const int number = static_cast<int>(place) + first_row;
  const RowReader reader(row, sheet_, number, words_);
  const auto read = reader.read();
  RowReport out{place, read.fields, {}};
  locked(row, number, reader, out);
  answered(row, number, sheet_.rows.at(number).stood, read, out);
  if (out.cells.empty()) return std::nullopt;
  return out;
}

}  // namespace

std::string_view name_of(Verdict verdict) {
  constexpr std::array<std::string_view, 4> names{"unchanged", "changed", "conflict", "refused"};
  return names[static_cast<std::size_t>(verdict)];
}

Result<std::vector<RowReport>> compare(const AnswerSheet& now, const ReturnedSheet& sheet,
                                       const Catalogue& words) {
  const auto& [province, round, unit, set, set_sha256] = sheet.stamp;
  if (province != now.stamp.province || round != now.stamp.round || unit != now.stamp.unit) {
    return fail(errors::other_answers, {{"round", round}, {"unit", unit}});
  }
  bool same = set_sha256 == now.stamp.set_sha256 && sheet.rows.size() == now.rows.size();
  for (std::size_t place = 0; same && place < now.rows.size(); ++place) {
    const auto& row = now.rows[place];
    const auto found = sheet.rows.find(static_cast<int>(place) + first_row);
    same = found != sheet.rows.end() && found->second.code == row.criterion &&
           found->second.item == (row.item.empty() ? "-" : row.item);
  }
  if (!same) return fail(errors::set_changed, {{"set", set}});
  std::vector<RowReport> out;
  const Comparer comparer(now, sheet, words);
  for (std::size_t place = 0; place < now.rows.size(); ++place) {
    if (auto row = comparer.row(place)) out.push_back(std::move(*row));
  }
  return out;
}

}  // namespace liem::sheets
