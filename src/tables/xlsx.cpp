// XLSX by libxlsxwriter, row by row on the disk, however long the list is.
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>

#include "base/vietnam_time.h"
#include "tables/writers.h"

namespace liem::tables {
namespace {

constexpr lxw_row_t most_rows = LXW_ROW_MAX - 1;  // beside the titles
constexpr std::size_t longest_text = 32'000;      // bytes; a cell holds 32 767 characters
constexpr std::size_t exact_digits = 15;          // what a spreadsheet's number keeps

// What a cell can hold of it, cut between characters and said to be cut.
std::string fitting(const std::string& text) {
  if (text.size() <= longest_text) return text;
  std::size_t end = longest_text;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

lxw_datetime datetime_of(const Date& day) {
  return {static_cast<int>(day.year()),
          static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day())),
          0,
          0,
          0};
}

lxw_datetime datetime_of(std::chrono::sys_seconds time) {
  const auto local = time + vietnam_is_ahead;
  const std::chrono::hh_mm_ss clock(local - std::chrono::floor<std::chrono::days>(local));
  auto out = datetime_of(day_in_vietnam(time));
  out.hour = static_cast<int>(clock.hours().count());
  out.min = static_cast<int>(clock.minutes().count());
  out.sec = static_cast<double>(clock.seconds().count());
  return out;
}

std::string number_format(const Column& column) {
  switch (column.kind) {
    case Kind::whole:
      return "#,##0";
    case Kind::decimal:
      return "#,##0" + (column.decimals > 0 ? "." + std::string(column.decimals, '0') : "");
    case Kind::date:
      return "dd/mm/yyyy";
    case Kind::time:
      return "dd/mm/yyyy hh:mm";
    case Kind::text:
      break;
  }
  return "@";
}

class XlsxWriter : public Writer {
 public:
  XlsxWriter(std::string path, const Heading& heading) : path_(std::move(path)) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_ = workbook_new_opt(path_.c_str(), &options);
    if (book_ == nullptr) return;
    describe(heading);
    sheet_ = workbook_add_worksheet(book_, "Liêm");
    for (const auto& column : heading.columns) add_column(column);
    put_titles(heading);
  }
  ~XlsxWriter() override {
    if (book_ != nullptr) lxw_workbook_free(book_);
  }

  bool is_open() const { return book_ != nullptr; }
  Result<void> row(const Row& row) override;
  Result<void> finish() override;

 private:
  void describe(const Heading& heading);
  void add_column(const Column& column);
  void put_titles(const Heading& heading);

  std::string path_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  std::vector<lxw_format*> formats_;
  lxw_row_t next_ = 1;
};

void XlsxWriter::describe(const Heading& heading) {
  std::string title = heading.title, author = "Liêm";
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = author.data();
  properties.created = heading.made.time_since_epoch().count();
  workbook_set_properties(book_, &properties);
}

void XlsxWriter::add_column(const Column& column) {
  auto* format = workbook_add_format(book_);
  format_set_num_format(format, number_format(column).c_str());
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (column.kind == Kind::text) format_set_text_wrap(format);
  const auto at = static_cast<lxw_col_t>(formats_.size());
  worksheet_set_column(sheet_, at, at, column.width, format);
  formats_.push_back(format);
}

void XlsxWriter::put_titles(const Heading& heading) {
  auto* bold = workbook_add_format(book_);
  format_set_bold(bold);
  format_set_text_wrap(bold);
  format_set_bg_color(bold, 0xE8EEF7);
  format_set_border(bold, LXW_BORDER_THIN);
  for (std::size_t i = 0; i < heading.columns.size(); ++i) {
    worksheet_write_string(sheet_, 0, static_cast<lxw_col_t>(i), heading.columns[i].title.c_str(),
                           bold);
  }
  worksheet_freeze_panes(sheet_, 1, 0);
  worksheet_repeat_rows(sheet_, 0, 0);
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, 9);  // A4
  worksheet_fit_to_pages(sheet_, 1, 0);
}

struct Put {
  lxw_worksheet* sheet;
  lxw_row_t row;
  lxw_col_t column;
  lxw_format* format;

  lxw_error operator()(std::monostate) const { return LXW_NO_ERROR; }
  lxw_error operator()(const std::string& text) const {
    if (text.empty()) return LXW_NO_ERROR;
    return worksheet_write_string(sheet, row, column, fitting(text).c_str(), format);
  }
  lxw_error operator()(const Decimal& number) const {
    const auto text = number.to_string();
    const auto digits = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
    // What a binary number would alter stays a text.
    if (static_cast<std::size_t>(digits) > exact_digits) return (*this)(text);
    return worksheet_write_number(sheet, row, column, std::strtod(text.c_str(), nullptr), format);
  }
  lxw_error operator()(const auto& time) const {
    auto moment = datetime_of(time);
    return worksheet_write_datetime(sheet, row, column, &moment, format);
  }
};

Result<void> XlsxWriter::row(const Row& row) {
  if (next_ > most_rows) return fail(errors::too_many_rows, {{"most", std::to_string(most_rows)}});
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto put = std::visit(Put{sheet_, next_, static_cast<lxw_col_t>(i), formats_[i]}, row[i]);
    if (put != LXW_NO_ERROR) {
      return fail(errors::not_written, {{"file", path_}, {"reason", lxw_strerror(put)}});
    }
  }
  ++next_;
  return {};
}

Result<void> XlsxWriter::finish() {
  worksheet_autofilter(sheet_, 0, 0, next_ - 1, static_cast<lxw_col_t>(formats_.size() - 1));
  const auto closed = workbook_close(book_);
  book_ = nullptr;
  if (closed == LXW_NO_ERROR) return {};
  return fail(errors::not_written, {{"file", path_}, {"reason", lxw_strerror(closed)}});
}

}  // namespace

Result<std::unique_ptr<Writer>> open_xlsx(const std::string& path, const Heading& heading) {
  auto writer = std::make_unique<XlsxWriter>(path, heading);
  if (!writer->is_open()) {
    return fail(errors::not_written, {{"file", path}, {"reason", "libxlsxwriter"}});
  }
  return writer;
}

}  // namespace liem::tables
