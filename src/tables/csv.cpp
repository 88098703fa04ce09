// RFC 4180 in UTF-8 with its mark, by which spreadsheets know it. Numbers and days are written as
// programs read them: a point before decimals, ISO dates.
#include <cerrno>
#include <cstring>
#include <fstream>

#include "base/vietnam_time.h"
#include "tables/writers.h"

namespace liem::tables {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
// With one of these in front a spreadsheet takes a text for a formula and may run it.
constexpr std::string_view begins_formula = "=+-@\t\r";

std::string two(long value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string clock_of(std::chrono::sys_seconds time) {
  const auto local = time + vietnam_is_ahead;
  const std::chrono::hh_mm_ss clock(local - std::chrono::floor<std::chrono::days>(local));
  return to_iso(day_in_vietnam(time)) + " " + two(clock.hours().count()) + ":" +
         two(clock.minutes().count()) + ":" + two(clock.seconds().count());
}

std::string quoted(const std::string& text) {
  const bool formula = !text.empty() && begins_formula.find(text.front()) != std::string_view::npos;
  const std::string safe = formula ? "'" + text : text;
  if (safe.find_first_of("\",\r\n") == std::string::npos) return safe;
  std::string out = "\"";
  for (const char c : safe) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

struct Shown {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(const std::string& text) const { return quoted(text); }
  std::string operator()(const Decimal& number) const { return number.to_string(); }
  std::string operator()(const Date& day) const { return to_iso(day); }
  std::string operator()(std::chrono::sys_seconds time) const { return clock_of(time); }
};

class CsvWriter : public Writer {
 public:
  CsvWriter(std::string path, const Heading& heading)
      : path_(std::move(path)), out_(path_, std::ios::binary | std::ios::trunc) {
    Row titles;
    for (const auto& column : heading.columns) titles.emplace_back(column.title);
    out_ << byte_order_mark;
    line(titles);
  }

  Result<void> row(const Row& row) override {
    line(row);
    return {};
  }
  Result<void> finish() override {
    out_.close();
    if (out_) return {};
    return fail(errors::not_written, {{"file", path_}, {"reason", std::strerror(errno)}});
  }

 private:
  void line(const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i) out_ << (i > 0 ? "," : "") << csv_cell(row[i]);
    out_ << "\r\n";
  }

  std::string path_;
  std::ofstream out_;
};

}  // namespace

std::string csv_cell(const Cell& cell) { return std::visit(Shown{}, cell); }

Result<std::unique_ptr<Writer>> open_csv(const std::string& path, const Heading& heading) {
  return std::make_unique<CsvWriter>(path, heading);
}

}  // namespace liem::tables
