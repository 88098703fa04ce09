// The workbook by libxlsxwriter: a guide, the answers, a hidden stamp.
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>

#include "ledger/hash.h"
#include "sheets/errors.h"
#include "sheets/sheet.h"

namespace liem::sheets {
namespace {

using figures::UnitKind;

constexpr std::size_t exact_digits = 15;  // what a spreadsheet's number keeps

class Book {
 public:
  Book(const AnswerSheet& sheet, const Catalogue& words,
       const std::optional<ledger::SecretKey>& key, const std::string& path)
      : sheet_(sheet), words_(words), key_(key), book_(workbook_new(path.c_str())) {}

  bool is_open() const { return book_ != nullptr; }
  lxw_error write();

 private:
  struct Formats {
    lxw_format *title, *plain, *head, *locked, *group, *open, *open_number, *closed, *wrong, *blank,
        *check;
  };
  void make_formats();
  lxw_format* format(std::uint32_t colour, bool bold, bool wrap);
  std::string say(const std::string& id, Args args = {}) const {
    return word(words_, id, std::move(args));
  }
  void describe();
  void write_guide();
  void write_answers();
  void write_row(lxw_row_t at, const AnswerRow& row);
  void write_value(lxw_row_t at, const AnswerRow& row);
  void check_cells(lxw_row_t at, const AnswerRow& row);
  std::string check_formula(lxw_row_t at, const AnswerRow& row) const;
  void mark_cells(lxw_row_t last);
  void write_stamp();
  void protect(lxw_worksheet* sheet) const;

  const AnswerSheet& sheet_;
  const Catalogue& words_;
  const std::optional<ledger::SecretKey>& key_;
  lxw_workbook* book_;
  lxw_worksheet* answers_ = nullptr;
  Formats formats_{};
};

lxw_col_t at_column(Column column) { return static_cast<lxw_col_t>(static_cast<int>(column) - 1); }

lxw_format* Book::format(std::uint32_t colour, bool bold, bool wrap) {
  auto* out = workbook_add_format(book_);
  if (colour != 0) format_set_bg_color(out, colour);
  if (bold) format_set_bold(out);
  if (wrap) format_set_text_wrap(out);
  format_set_align(out, LXW_ALIGN_VERTICAL_TOP);
  return out;
}

void Book::make_formats() {
  constexpr std::uint32_t grey = 0xF0F0F0, blue = 0xDCE6F2, white = 0xFFFFFF, red = 0xF8CFCF,
                          yellow = 0xFFF6D5;
  formats_ = {format(0, true, true),        format(0, false, true),    format(blue, true, true),
              format(grey, false, true),    format(blue, true, true),  format(white, false, true),
              format(white, false, false),  format(grey, false, true), format(red, false, false),
              format(yellow, false, false), format(0, false, true)};
  format_set_font_size(formats_.title, 14);
  format_set_font_color(formats_.check, 0xB00020);
  for (auto* one : {formats_.open, formats_.open_number}) {
    format_set_unlocked(one);
    format_set_border(one, LXW_BORDER_THIN);
  }
}

void Book::describe() {
  std::string title = say("sheet_title"), author = "Liêm";
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = author.data();
  properties.created = sheet_.made.time_since_epoch().count();
  workbook_set_properties(book_, &properties);
}

void Book::protect(lxw_worksheet* sheet) const {
  lxw_protection allowed{};
  allowed.format_columns = LXW_TRUE;
  allowed.format_rows = LXW_TRUE;
  worksheet_protect(sheet, nullptr, &allowed);
}

void Book::write_guide() {
  auto* guide = workbook_add_worksheet(book_, say("sheet_name.guide").c_str());
  worksheet_set_column(guide, 0, 0, 110, formats_.plain);
  lxw_row_t row = 0;
  const auto line = [&](const std::string& text, lxw_format* look) {
    worksheet_write_string(guide, row++, 0, text.c_str(), look);
  };
  line(say("sheet_title"), formats_.title);
  line(sheet_.round_title, formats_.plain);
  line(sheet_.unit_name, formats_.plain);
  for (int step = 1;
       words_.knows("sheet_guide." + std::string(1, static_cast<char>('a' + step - 1))); ++step) {
    line(std::to_string(step) + ". " +
             say("sheet_guide." + std::string(1, static_cast<char>('a' + step - 1))),
         formats_.plain);
  }
  line(key_ ? say("sheet_word.signed", {{"key", ledger::to_hex(key_->public_key().id())}})
            : say("sheet_word.unsigned"),
       formats_.plain);
  protect(guide);
}

void Book::write_value(lxw_row_t at, const AnswerRow& row) {
  const auto column = at_column(Column::value);
  auto* look = row.open ? formats_.open_number : formats_.closed;
  const auto& value = row.stands.value;
  const auto digits = std::ranges::count_if(value, [](char c) { return c >= '0' && c <= '9'; });
  if (value.empty()) {
    worksheet_write_blank(answers_, at, column, look);
  } else if (row.kind == UnitKind::yes_no && !row.item.empty()) {
    worksheet_write_string(answers_, at, column, shown_value(row.stands, words_).c_str(), look);
  } else if (static_cast<std::size_t>(digits) > exact_digits) {
    worksheet_write_string(answers_, at, column, value.c_str(), look);
  } else {
    worksheet_write_number(answers_, at, column, std::strtod(value.c_str(), nullptr), look);
  }
}

void Book::write_row(lxw_row_t at, const AnswerRow& row) {
  const bool points = row.item.empty();
  auto* locked = points ? formats_.group : formats_.locked;
  auto* look = row.open ? formats_.open : formats_.closed;
  const auto put = [&](Column column, const std::string& text, lxw_format* shape) {
    const auto to = at_column(column);
    if (text.empty()) {
      worksheet_write_blank(answers_, at, to, shape);
    } else {
      worksheet_write_string(answers_, at, to, text.c_str(), shape);
    }
  };
  put(Column::code, row.criterion, locked);
  put(Column::label, row.label, locked);
  put(Column::measure, row.measure, locked);
  put(Column::state, points ? "" : shown_state(row.stands, words_), points ? locked : look);
  write_value(at, row);
  put(Column::ground, row.stands.ground, points ? locked : look);
  put(Column::note, row.stands.note, points ? locked : look);
  const auto formula = check_formula(at, row);
  worksheet_write_formula_str(answers_, at, at_column(Column::check), formula.c_str(),
                              formats_.check, "");
  check_cells(at, row);
}

// The choices of a list, kept alive for as long as they are pointed to.
struct Choices {
  explicit Choices(std::vector<std::string> all) : texts(std::move(all)) {
    for (auto& one : texts) pointers.push_back(one.data());
    pointers.push_back(nullptr);
  }
  std::vector<std::string> texts;
  std::vector<char*> pointers;
};

void validate(lxw_worksheet* sheet, lxw_row_t row, Column column, lxw_data_validation rule,
              std::string wrong) {
  rule.ignore_blank = LXW_VALIDATION_ON;
  rule.error_message = wrong.data();
  worksheet_data_validation_cell(sheet, row, at_column(column), &rule);
}

void Book::check_cells(lxw_row_t at, const AnswerRow& row) {
  const bool yes_no = row.kind == UnitKind::yes_no && !row.item.empty();
  if (!row.item.empty()) {
    std::vector<std::string> states{say("sheet_state.blank"), say("sheet_state.given")};
    if (!yes_no) states.push_back(say("sheet_state.zero"));
    states.push_back(say("sheet_state.not_applicable"));
    states.push_back(say("sheet_state.not_available"));
    Choices choices(std::move(states));
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = choices.pointers.data();
    validate(answers_, at, Column::state, rule, say("sheet_wrong.state"));
  }
  Choices choices({say("sheet_word.yes"), say("sheet_word.no")});
  lxw_data_validation rule{};
  std::string wrong = say("sheet_wrong.number");
  if (yes_no) {
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = choices.pointers.data();
    wrong = say("sheet_wrong.yes_no");
  } else if (row.item.empty() || row.kind == UnitKind::percent) {
    rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
    rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    const auto most = row.item.empty() ? row.maximum.to_string() : "100";
    rule.maximum_number = std::strtod(most.c_str(), nullptr);
    wrong = say("sheet_wrong.between", {{"most", most}});
  } else {
    rule.validate =
        is_whole_kind(row.kind) ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
    rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
    if (is_whole_kind(row.kind)) wrong = say("sheet_wrong.whole");
  }
  validate(answers_, at, Column::value, rule, wrong);
}

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string Book::check_formula(lxw_row_t at, const AnswerRow& row) const {
  const int number = static_cast<int>(at) + 1;
  const auto cell = [&](Column column) { return address_of(column, number); };
  const auto is = [&](const std::string& state) {
    return cell(Column::state) + "=" + quoted(say("sheet_state." + state));
  };
  std::vector<std::pair<std::string, std::string>> rules;  // what is wrong where, and its words
  const std::string value = cell(Column::value);
  if (row.item.empty()) {
    rules.emplace_back("OR(N(" + value + ")<0,N(" + value + ")>" + row.maximum.to_string() + ")",
                       "outside");
  } else {
    const auto given = "OR(" + is("given") + "," + is("zero") + ")";
    rules.emplace_back("AND(" + is("given") + "," + value + "=\"\")", "missing");
    rules.emplace_back("AND(NOT(" + given + ")," + value + "<>\"\")", "disagrees");
    rules.emplace_back("AND(" + is("zero") + ",N(" + value + ")<>0)", "disagrees");
    rules.emplace_back("AND(" + is("not_applicable") + "," + cell(Column::ground) + "=\"\")",
                       "ground");
    if (is_whole_kind(row.kind)) {
      rules.emplace_back("N(" + value + ")<>INT(N(" + value + "))", "whole");
    }
    if (row.kind == UnitKind::percent) rules.emplace_back("N(" + value + ")>100", "outside");
    if (row.kind != UnitKind::yes_no) rules.emplace_back("N(" + value + ")<0", "outside");
  }
  if (row.at_most) {
    const auto other = address_of(Column::value, static_cast<int>(*row.at_most) + first_row);
    rules.emplace_back("AND(ISNUMBER(" + other + "),N(" + value + ")>" + other + ")", "more");
  }
  std::string out = "\"\"";
  for (auto rule = rules.rbegin(); rule != rules.rend(); ++rule) {
    out = "IF(" + rule->first + "," + quoted(say("sheet_check." + rule->second)) + "," + out + ")";
  }
  return "=" + out;
}

void Book::mark_cells(lxw_row_t last) {
  const auto top = static_cast<lxw_row_t>(first_row - 1);
  const auto mark = [&](std::string formula, Column from, Column to, lxw_format* look) {
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
    rule.value_string = formula.data();
    rule.format = look;
    worksheet_conditional_format_range(answers_, top, at_column(from), last, at_column(to), &rule);
  };
  mark("=$H2<>\"\"", Column::state, Column::value, formats_.wrong);
  mark("=$D2=" + quoted(say("sheet_state.blank")), Column::state, Column::value, formats_.blank);
}

void Book::write_answers() {
  answers_ = workbook_add_worksheet(book_, say("sheet_name.answers").c_str());
  constexpr double widths[] = {9, 62, 16, 18, 16, 34, 34, 30};
  const char* heads[] = {"code", "label", "measure", "state", "value", "ground", "note", "check"};
  for (lxw_col_t i = 0; i < std::size(widths); ++i) {
    worksheet_set_column(answers_, i, i, widths[i], nullptr);
    worksheet_write_string(answers_, 0, i, say("sheet_column." + std::string(heads[i])).c_str(),
                           formats_.head);
  }
  worksheet_freeze_panes(answers_, 1, 2);
  auto at = static_cast<lxw_row_t>(first_row - 1);
  for (const auto& row : sheet_.rows) write_row(at++, row);
  if (at > static_cast<lxw_row_t>(first_row - 1)) mark_cells(at - 1);
  worksheet_set_landscape(answers_);
  worksheet_fit_to_pages(answers_, 1, 0);
  worksheet_repeat_rows(answers_, 0, 0);
  protect(answers_);
  worksheet_activate(answers_);
}

void Book::write_stamp() {
  auto* hidden = workbook_add_worksheet(book_, "liem");
  lxw_row_t at = 0;
  const auto line = [&](const std::vector<std::string>& texts) {
    for (lxw_col_t i = 0; i < texts.size(); ++i) {
      if (!texts[i].empty()) worksheet_write_string(hidden, at, i, texts[i].c_str(), nullptr);
    }
    ++at;
  };
  const auto& stamp = sheet_.stamp;
  std::vector<SignedRow> rows;
  for (const auto& row : sheet_.rows) {
    rows.push_back(
        {row.criterion, in_one_line(row.label), in_one_line(row.measure), row.item, row.stands});
  }
  line({"form", std::string(form)});
  line({"province", stamp.province});
  line({"round", stamp.round});
  line({"unit", stamp.unit});
  line({"set", stamp.set});
  line({"set_sha256", stamp.set_sha256});
  if (key_) {
    line({"key", ledger::to_hex(key_->public_key().id())});
    line({"signature", ledger::to_hex(key_->sign(signed_text(stamp, rows)))});
  }
  int number = first_row;
  for (const auto& row : rows) {
    line({"answer", std::to_string(number++), row.code, row.item.empty() ? "-" : row.item,
          row.stood.state, row.stood.value, row.stood.ground, row.stood.note});
  }
  protect(hidden);
  worksheet_hide(hidden);
}

lxw_error Book::write() {
  make_formats();
  describe();
  write_guide();
  write_answers();
  write_stamp();
  return workbook_close(book_);
}

}  // namespace

Result<void> write_sheet(const AnswerSheet& sheet, const Catalogue& words,
                         const std::optional<ledger::SecretKey>& key, const std::string& path) {
  Book book(sheet, words, key, path);
  if (!book.is_open()) return fail(errors::not_written, {{"file", path}, {"reason", ""}});
  if (const auto done = book.write(); done != LXW_NO_ERROR) {
    return fail(errors::not_written, {{"file", path}, {"reason", lxw_strerror(done)}});
  }
  return {};
}

}  // namespace liem::sheets
