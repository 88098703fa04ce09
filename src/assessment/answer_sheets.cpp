#include "assessment/answer_sheets.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "indicators/mapping.h"
#include "indicators/rule.h"
#include "sheets/errors.h"

namespace liem::assessment {
namespace {

using indicators::Answer;
using indicators::AnswerState;
using sheets::AnswerRow;
using sheets::CellReport;
using sheets::Column;
using sheets::Fields;
using sheets::RowReport;
using sheets::Verdict;

constexpr std::string_view edit = "edit";

std::string value_of(const Answer& answer) {
  if (answer.state != AnswerState::given) return "";
  if (const auto* yes = std::get_if<bool>(&answer.value)) return *yes ? "true" : "false";
  return answer.number().to_string();
}

Fields fields_of(const Answer& answer) {
  return {std::string(name_of(answer.state)), value_of(answer), sheets::in_one_line(answer.ground),
          sheets::in_one_line(answer.source.note)};
}

// Pairs of lone figures of which the first may not exceed the second.
std::vector<std::pair<std::string, std::string>> bounds_of(const indicators::Rule& rule) {
  std::vector<std::pair<std::string, std::string>> out;
  const auto add = [&](const indicators::Ratio& ratio) {
    const auto done = ratio.done.lone_item(), obliged = ratio.obliged.lone_item();
    if (ratio.beyond == indicators::Ratio::Beyond::refuse && done && obliged) {
      out.emplace_back(*done, *obliged);
    }
  };
  if (const auto* ratio = std::get_if<indicators::Ratio>(&rule)) add(*ratio);
  if (const auto* parts = std::get_if<indicators::Parts>(&rule)) {
    for (const auto& part : parts->parts) add(part.ratio);
  }
  return out;
}

bool may_edit(const WorkDesk& at, const UnitWork& work, const std::string& code) {
  return why_not(at, work, *at.flow.find(edit), code, std::nullopt).empty();
}

// The criterion under which a row is written: the first of those that read it which may be written
// now, so that what one returned criterion shares with locked ones can be mended.
std::string written_under(const WorkDesk& at, const UnitWork& work, const AnswerRow& row) {
  if (row.item.empty()) return row.criterion;
  for (const auto& code : criteria_reading(*work.assessment.set, row.item)) {
    if (may_edit(at, work, code)) return code;
  }
  return row.criterion;
}

class SheetMaker {
 public:
  SheetMaker(const WorkDesk& at, const UnitWork& work, const Catalogue& words)
      : at_(at), work_(work), words_(words) {}

  Result<sheets::AnswerSheet> make();

 private:
  void add_criterion(const CriterionWork& one, const indicators::Inputs& inputs);
  void add_item(const CriterionWork& one, const std::string& id, const indicators::Inputs& inputs);

  const WorkDesk& at_;
  const UnitWork& work_;
  const Catalogue& words_;
  sheets::AnswerSheet out_;
  std::map<std::string, std::size_t, std::less<>> places_;  // of items
};

Result<sheets::AnswerSheet> SheetMaker::make() {
  const auto& found = work_.assessment;
  const auto inputs = own_inputs(at_.desk, found);
  if (!inputs) return std::unexpected(inputs.error());
  const auto& round = found.round;
  out_.stamp = {at_.desk.viewer.province, round.id, found.unit.id, round.set.id, round.set.sha256};
  out_.round_title = round.title.vi;
  out_.unit_name = found.unit.name.vi;
  out_.made = std::chrono::sys_days(round.from);
  for (const auto& one : work_.criteria) add_criterion(one, *inputs);
  for (const auto& one : work_.criteria) {
    for (const auto& [done, obliged] : bounds_of(one.criterion->leaf->rule)) {
      out_.rows[places_.at(done)].at_most = places_.at(obliged);
    }
  }
  return std::move(out_);
}

void SheetMaker::add_criterion(const CriterionWork& one, const indicators::Inputs& inputs) {
  const bool open = may_edit(at_, work_, one.criterion->code);
  AnswerRow row;
  row.criterion = one.criterion->code;
  row.label = one.criterion->title.vi;
  row.maximum = one.criterion->points;
  row.measure = sheets::word(words_, "sheet_word.points", {{"maximum", row.maximum.to_string()}});
  row.open = open;
  if (const auto self = inputs.self.find(row.criterion); self != inputs.self.end()) {
    row.stands.value = self->second.to_string();
  }
  out_.rows.push_back(std::move(row));
  for (const auto& id : indicators::inputs_of(one.criterion->leaf->rule)) {
    if (!places_.contains(id)) add_item(one, id, inputs);
  }
}

void SheetMaker::add_item(const CriterionWork& one, const std::string& id,
                          const indicators::Inputs& inputs) {
  const auto* item = work_.assessment.set->items.find(id);
  LIEM_CHECK(item != nullptr);
  places_[id] = out_.rows.size();
  AnswerRow row;
  row.criterion = one.criterion->code;
  row.item = id;
  row.label = item->label.vi;
  row.measure = item->unit.words.vi;
  row.kind = item->unit.kind;
  row.open = may_edit(at_, work_, written_under(at_, work_, row));
  row.stands = fields_of(inputs.at(id));
  out_.rows.push_back(std::move(row));
}

std::string address(const CellReport& cell) { return sheets::address_of(cell.column, cell.row); }

// Parts of one answer: none of them holds without the others.
bool go_together(Column a, Column b) { return a == b || (a != Column::note && b != Column::note); }

class Taker {
 public:
  Taker(const WorkDesk& at, const UnitWork& work, const sheets::AnswerSheet& now,
        std::vector<RowReport> rows)
      : at_(at), work_(work), now_(now) {
    out_.rows = std::move(rows);
  }

  void refuse_locked_criteria();
  Result<void> choose(const std::vector<std::string>& cells);
  Result<void> write();
  TakenSheet done() &&;

 private:
  using Reports = std::vector<RowReport*>;
  AnswersChange change_of(const Reports& rows) const;
  Fields merged(const RowReport& row) const;
  void refuse(const Reports& rows, const Error& error);

  const WorkDesk& at_;
  const UnitWork& work_;
  const sheets::AnswerSheet& now_;
  TakenSheet out_;
  std::set<std::string> chosen_;  // addresses
};

void Taker::refuse_locked_criteria() {
  for (auto& row : out_.rows) {
    const auto code = written_under(at_, work_, now_.rows[row.place]);
    const auto blocks = why_not(at_, work_, *at_.flow.find(edit), code, std::nullopt);
    if (blocks.empty()) continue;
    for (auto& cell : row.cells) {
      cell.verdict = Verdict::refused;
      if (!cell.why) cell.why = blocks.front();
    }
  }
}

Result<void> Taker::choose(const std::vector<std::string>& cells) {
  std::set<std::string> wanted(cells.begin(), cells.end());
  for (const auto& row : out_.rows) {
    for (const auto& cell : row.cells) {
      if (cell.verdict == Verdict::refused) continue;
      const bool asked = std::ranges::any_of(row.cells, [&](const CellReport& other) {
        return go_together(cell.column, other.column) && wanted.contains(address(other));
      });
      const bool taken = cells.empty() ? cell.verdict == Verdict::changed : asked;
      if (taken) chosen_.insert(address(cell));
    }
  }
  for (const auto& one : wanted) {
    if (!chosen_.contains(one)) return fail(sheets::errors::unknown_cell, {{"cell", one}});
  }
  return {};
}

// The answer as it stands with what was chosen of the sheet in its place.
Fields Taker::merged(const RowReport& row) const {
  Fields out = now_.rows[row.place].stands;
  const std::pair<Column, std::string Fields::*> parts[] = {{Column::state, &Fields::state},
                                                            {Column::value, &Fields::value},
                                                            {Column::ground, &Fields::ground},
                                                            {Column::note, &Fields::note}};
  const int number = static_cast<int>(row.place) + sheets::first_row;
  for (const auto& [column, field] : parts) {
    if (chosen_.contains(sheets::address_of(column, number))) out.*field = row.wanted.*field;
  }
  return out;
}

AnswersChange Taker::change_of(const Reports& rows) const {
  AnswersChange out;
  for (const auto* row : rows) {
    const auto fields = merged(*row);
    const auto& answer = now_.rows[row->place];
    if (answer.item.empty()) {
      out.sets_self = true;
      if (!fields.value.empty()) out.self = Decimal::parse(fields.value);
      continue;
    }
    AnswersChange::Item item;
    item.change.id = answer.item;
    if (fields.state == "given") {
      item.change.value = fields.value;
    } else {
      item.change.state = fields.state;
      if (!fields.ground.empty()) item.change.ground = fields.ground;
    }
    item.note = fields.note;
    out.items.push_back(std::move(item));
  }
  return out;
}

// What the set's rules refuse is told at the cell it speaks of, or else at the first.
void Taker::refuse(const Reports& rows, const Error& error) {
  std::size_t place = 0;
  for (const auto& [name, value] : error.message.args) {
    if (name == "field" && value.starts_with("items.")) {
      place =
          static_cast<std::size_t>(std::atoi(value.c_str() + std::string_view("items.").size()));
    }
  }
  Reports items;
  for (auto* row : rows) {
    if (!now_.rows[row->place].item.empty()) items.push_back(row);
  }
  auto* at = place < items.size() ? items[place] : rows.front();
  auto& cell = at->cells.front();
  cell.verdict = Verdict::refused;
  cell.why = error;
  out_.whole = false;
}

Result<void> Taker::write() {
  std::map<std::string, Reports> by_criterion;
  std::vector<std::string> order;
  for (auto& row : out_.rows) {
    const bool any = std::ranges::any_of(
        row.cells, [&](const CellReport& cell) { return chosen_.contains(address(cell)); });
    if (!any) continue;
    const auto code = written_under(at_, work_, now_.rows[row.place]);
    if (!by_criterion.contains(code)) order.push_back(code);
    by_criterion[code].push_back(&row);
  }
  for (const auto& code : order) {
    const auto& rows = by_criterion.at(code);
    const auto saved = save_answers(at_, now_.stamp.round, now_.stamp.unit, code, change_of(rows));
    if (saved) continue;
    if (saved.error().kind == ErrorKind::unavailable || saved.error().kind == ErrorKind::internal) {
      return saved;
    }
    refuse(rows, saved.error());
  }
  return {};
}

TakenSheet Taker::done() && {
  for (const auto& row : out_.rows) {
    for (const auto& cell : row.cells) {
      out_.changed += cell.verdict == Verdict::changed ? 1 : 0;
      out_.conflicts += cell.verdict == Verdict::conflict ? 1 : 0;
      out_.refused += cell.verdict == Verdict::refused ? 1 : 0;
    }
  }
  out_.written = chosen_.size();
  return std::move(out_);
}

}  // namespace

Result<sheets::AnswerSheet> answer_sheet(const WorkDesk& at, const std::string& round,
                                         const std::string& unit, const Catalogue& words) {
  const auto work = unit_work(at, round, unit);
  if (!work) return std::unexpected(work.error());
  return SheetMaker(at, *work, words).make();
}

Result<void> may_take_sheet(const WorkDesk& at, const std::string& round, const std::string& unit) {
  const auto work = unit_work(at, round, unit);
  if (!work) return std::unexpected(work.error());
  std::optional<Error> first;
  for (const auto& one : work->criteria) {
    auto may = allowed(at, *work, edit, one.criterion->code);
    if (may) return {};
    if (!first) first = std::move(may.error());
  }
  if (first) return std::unexpected(std::move(*first));
  return {};
}

Result<TakenSheet> take_sheet(const WorkDesk& at, const sheets::ReturnedSheet& sheet,
                              const std::string& round, const std::string& unit,
                              const std::vector<std::string>& cells, const Catalogue& words) {
  const auto work = unit_work(at, round, unit);
  if (!work) return std::unexpected(work.error());
  const auto now = SheetMaker(at, *work, words).make();
  if (!now) return std::unexpected(now.error());
  auto rows = sheets::compare(*now, sheet, words);
  if (!rows) return std::unexpected(rows.error());
  Taker taker(at, *work, *now, std::move(*rows));
  taker.refuse_locked_criteria();
  if (auto chosen = taker.choose(cells); !chosen) return std::unexpected(chosen.error());
  if (auto written = taker.write(); !written) return std::unexpected(written.error());
  return std::move(taker).done();
}

bool stands(const TakenSheet& taken, const std::vector<std::string>& cells) {
  return taken.whole && (!cells.empty() || (taken.conflicts == 0 && taken.refused == 0));
}

}  // namespace liem::assessment
