// What the heading of a document says of the document itself.
#include <algorithm>

#include "reading/draft.h"
#include "reading/lines.h"
#include "reading/structure.h"
#include "text/numbers.h"

namespace liem::reading {
namespace {

constexpr std::size_t heading_reach = 4000;
constexpr std::size_t longest_abstract = 600;

constexpr std::string_view column_marks = "|\t";

std::string_view without_end(std::string_view line) {
  const auto end = line.find_last_not_of(" \t*|_");
  return end == std::string_view::npos ? std::string_view() : line.substr(0, end + 1);
}

// Whether the words are part of the national title, or of the Party's: "HỘI", "HÒA XÃ HỘI".
bool is_of_title(std::string_view words) {
  const std::string plain = " " + text::folded(words) + " ";
  for (const std::string_view title :
       {" cong hoa xa hoi chu nghia viet nam ", " dang cong san viet nam "}) {
    if (title.find(plain) != std::string_view::npos) return true;
  }
  return false;
}

// The left column of a line that also holds the national title or its motto, or a part of them.
std::string_view left_column(std::string_view line) {
  for (const std::string_view right :
       {"ĐẢNG CỘNG", "CỘNG", "CHỦ NGHĨA VIỆT NAM", "Độc lập", "Ðộc lập"}) {
    const auto at = line.find(right);
    if (at != std::string_view::npos) line = line.substr(0, at);
  }
  line = without_end(line);
  const auto mark = line.find_last_of(column_marks);
  const bool right_is_title =
      mark != std::string_view::npos && is_of_title(text::in_one_line(line.substr(mark + 1)));
  return right_is_title ? without_end(line.substr(0, mark)) : line;
}

// "TÒA ÁN NHÂN DÂN / TỐI CAO": the agency's name runs on in the line below.
bool runs_on(const Lexicon& lexicon, const std::string& above, const std::string& below) {
  if (above.empty()) return false;
  if (text::folded(below).starts_with("toi cao")) return true;
  const std::string whole = above + " " + below;
  const auto agency = lexicon.agency_names.match_at(whole, 0);
  return agency && agency->span.end > above.size();
}

bool is_territory(std::string_view line) {
  const std::string plain = text::folded(line);
  for (const std::string_view word :
       {"tinh ", "thanh pho ", "huyen ", "quan ", "xa ", "phuong ", "thi xa ", "dac khu "}) {
    if (plain.starts_with(word) && !plain.starts_with("tinh uy")) return true;
  }
  return false;
}

// The last line in capitals above the number: the body that issues stands under the one above it.
std::string issuer_above(const Draft& draft, std::size_t number) {
  const auto text = draft.text;
  std::string issuer, above;
  for (std::size_t at = 0; at < number;) {
    const Line line = line_at(text, at);
    at = line.next;
    if (line.span.end > number) break;
    const auto words = left_column(text::slice(text, line.span));
    if (words.size() <= 4 || !is_capitals(words)) continue;
    std::string line_name = text::in_one_line(words);
    const bool goes_on = runs_on(draft.lexicon, issuer, line_name);
    if (!goes_on && is_of_title(line_name)) continue;
    above = std::move(issuer);
    issuer = std::move(line_name);
    // "ỦY BAN NHÂN DÂN / TỈNH HÀ GIANG" is one name on two lines.
    if (goes_on || (is_territory(issuer) && !above.empty())) issuer = above + " " + issuer;
  }
  return issuer;
}

// "Hà Giả, ngày 12 tháng 12 năm 2024"
std::string place_of(std::string_view text, std::size_t own_end, std::size_t to) {
  for (std::size_t at = text.find("ngày"); at < to; at = text.find("ngày", at + 1)) {
    const std::size_t day = text::skip_gap(text, at + std::string_view("ngày").size());
    const std::size_t comma = text::skip_gap_back(text, at);
    if (comma == 0 || text[comma - 1] != ',' || day >= text.size() || !text::is_digit(text[day]))
      continue;
    if (!text::worded_date_at(text, day)) continue;
    const std::size_t end = comma - 1;
    std::size_t begin = text.rfind('\n', end);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    if (begin < own_end && own_end <= end)
      begin = own_end;  // behind the number, on one line with it
    auto words = text.substr(begin, end - begin);
    // Behind the number in the other column.
    for (const std::string_view gap : {"  ", "*", "|", "\t"}) {
      const auto cut = words.rfind(gap);
      if (cut != std::string_view::npos) words = words.substr(cut + gap.size());
    }
    if (words.size() < 80) {
      const std::string place = text::in_one_line(words);
      return place.find_first_of("0123456789:") == std::string::npos ? place : std::string();
    }
  }
  return {};
}

bool opens_body(std::string_view line) {
  const std::string plain = text::folded(text::clip(line, 0, 60));
  for (const std::string_view opener : {"can cu", "thuc hien", "kinh gui", "theo de nghi",
                                        "xet de nghi", "de nghi", "quyet dinh:", "dieu 1"}) {
    if (plain.starts_with(opener)) return true;
  }
  return false;
}

// The lines under the type's name in capitals, or behind "V/v" in a letter.
std::string abstract_behind(const Draft& draft, std::size_t from, std::size_t to) {
  const auto text = draft.text;
  bool titled = false;
  std::string out;
  bool gap = false;
  for (std::size_t at = from; at < to && out.size() < longest_abstract;) {
    const Line line = line_at(text, at);
    at = line.next;
    const auto words = text::slice(text, line.span);
    if (line.empty() || is_page_number(words) ||
        words.find_first_not_of("_-") == std::string_view::npos) {
      gap = gap || !out.empty();
      continue;
    }
    if (!titled) {
      const bool letter = words.starts_with("V/v") || words.starts_with("v/v");
      titled = letter || (is_capitals(words) && draft.lexicon.type_phrases.match_at(words, 0));
      if (letter) out = text::in_one_line(words);
      continue;
    }
    const auto first = utf8::decode(words, 0).code;
    const bool new_sentence = gap && utf8::is_letter(first) && utf8::is_upper(first);
    const bool heading = std::ranges::any_of(
        draft.headings, [&](const Heading& one) { return one.line.begin == line.span.begin; });
    if (heading || opens_body(words) || (new_sentence && !out.empty())) break;
    if (is_capitals(words) && !out.empty()) break;
    out += (out.empty() ? "" : " ") + text::in_one_line(words);
    gap = false;
  }
  return out;
}

}  // namespace

Identity identity_of(const Draft& draft) {
  Identity out;
  std::size_t number = 0, own_end = 0;
  const auto& citations = draft.reading.citations;
  const auto own = std::ranges::find(citations, true, &Citation::own);
  if (own != citations.end()) {
    out.type = own->type;
    out.number = own->number;
    out.date = own->date;
    number = own->span.begin;
    own_end = own->span.end;
    out.issuer = issuer_above(draft, number);
  }
  const std::size_t to = std::min(draft.text.size(), number + heading_reach);
  out.place = place_of(draft.text, own_end, to);
  out.abstract = abstract_behind(draft, number, to);
  return out;
}

}  // namespace liem::reading
