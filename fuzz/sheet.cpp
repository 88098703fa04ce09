// Cells of a workbook that came back, one a line as "sheet<TAB>row<TAB>column<TAB>text": refused as
// a whole with words, or every cell that differs has words, and what would be written is a value of
// its kind.
#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "fuzz/data.h"
#include "sheets/comparison.h"

namespace {

using namespace liem;

int number(std::string_view& line) {
  const auto end = std::min(line.find('\t'), line.size());
  int out = 0;
  std::from_chars(line.data(), line.data() + end, out);
  line.remove_prefix(std::min(end + 1, line.size()));
  return out;
}

extraction::ExtractedText cells_of(std::string_view text) {
  extraction::ExtractedText out;
  while (!text.empty()) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    extraction::Place place;
    place.table = number(line);
    place.row = number(line);
    place.column = number(line);
    place.span = {out.text.size(), out.text.size() + line.size()};
    out.text.append(line).append("\n");
    out.places.push_back(place);
  }
  return out;
}

sheets::AnswerSheet sheet() {
  using figures::UnitKind;
  sheets::AnswerSheet out{{"tinh", "dot", "so-a", "bo", "aa"}, "", "", {}, {}};
  out.rows = {
      {"A", "", "Kê khai", "điểm", UnitKind::count, Decimal(2), true, {"", "1", "", ""}, {}},
      {"A", "a", "Người", "người", UnitKind::count, {}, true, {"given", "5", "", ""}, {}},
      {"A", "b", "Có", "", UnitKind::yes_no, {}, true, {"blank", "", "", ""}, {}},
      {"A", "c", "Tỷ lệ", "%", UnitKind::percent, {}, true, {"blank", "", "", ""}, {}}};
  return out;
}

void check_value(const sheets::AnswerRow& row, const std::string& value) {
  if (value.empty()) return;
  if (row.kind == figures::UnitKind::yes_no) {
    LIEM_CHECK(value == "true" || value == "false");
    return;
  }
  const auto number = Decimal::parse(value);
  LIEM_CHECK(number && !number->is_negative());
  const bool whole = !row.item.empty() && sheets::is_whole_kind(row.kind);
  LIEM_CHECK(!whole || number->is_whole());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::as_text(data, size);
  if (utf8::find_invalid(text) != text.npos) return 0;  // the reader of files lets none through
  const auto read = sheets::read_sheet(cells_of(text), fuzz::words());
  if (!read) {
    fuzz::check_words(read.error().message);
    return 0;
  }
  const auto now = sheet();
  const auto rows = sheets::compare(now, *read, fuzz::words());
  if (!rows) {
    fuzz::check_words(rows.error().message);
    return 0;
  }
  for (const auto& row : *rows) {
    LIEM_CHECK(!row.cells.empty());
    for (const auto& cell : row.cells) {
      LIEM_CHECK(cell.verdict != sheets::Verdict::unchanged);
      LIEM_CHECK((cell.verdict == sheets::Verdict::refused) == cell.why.has_value());
      if (cell.why) fuzz::check_words(cell.why->message);
      const bool written = cell.verdict != sheets::Verdict::refused;
      if (written && cell.column == sheets::Column::value) {
        check_value(now.rows[row.place], row.wanted.value);
      }
    }
  }
  return 0;
}
