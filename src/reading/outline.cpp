#include "reading/outline.h"

#include <algorithm>

#include "reading/draft.h"
#include "reading/lines.h"
#include "text/utf8.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::is_digit;
using text::Word;

constexpr std::size_t longest_title = 200;

int roman_value(std::string_view roman) {
  int value = 0;
  for (std::size_t i = 0; i < roman.size(); ++i) {
    const auto worth = [&](std::size_t k) {
      return k >= roman.size() ? 0 : roman[k] == 'I' ? 1 : roman[k] == 'V' ? 5 : 10;
    };
    value += worth(i) < worth(i + 1) ? -worth(i) : worth(i);
  }
  return value;
}

// The start of what a line says, behind spaces and the marks of converters.
std::size_t content_of(std::string_view text, std::size_t at) {
  static constexpr text::ByteSet marks(" \t*#>\\_");
  while (at < text.size() && marks.has(text[at])) ++at;
  return at;
}

bool has_emphasis(std::string_view text, std::size_t line, std::size_t content) {
  return text.substr(line, content - line).find_first_of("*#") != std::string_view::npos;
}

// Words a number belongs to although a line break stands between: "khoản / 2. Các đơn vị".
bool is_open_reference(const Word& word) {
  return is_one_of(word, {"khoản", "điều", "mục", "điểm", "số", "và", "tại", "theo", "thứ", "phần",
                          "lục", "hạng", "khóa", "khoá", "mẫu", "biểu", "đến"});
}

class HeadingFinder {
 public:
  explicit HeadingFinder(const Draft& draft) : draft_(draft), text_(draft.text) {}

  std::vector<Heading> run() {
    std::size_t segment = 0;
    std::size_t end = 0;
    for (std::size_t line = 0; line < text_.size(); line = end + 1) {
      end = draft_.landmarks.lines.next(line);
      const std::size_t content = content_of(text_, line);
      if (content >= end) {
        look_for_footnotes(line, end);
        continue;
      }
      while (segment < draft_.segments.size() && draft_.segments[segment].span.begin < line)
        ++segment;
      const bool opens =
          segment < draft_.segments.size() && draft_.segments[segment].span.begin == line;
      if (opens && labelled(draft_.segments[segment], content)) continue;
      static constexpr text::ByteSet openers("ABCDEFGHP\xC3\xC4");  // of "Điều", "Phần", "A."
      if (!openers.has(text_[content])) continue;
      if (!worded(line, content, end)) capital(line, content, end);
    }
    return std::move(out_);
  }

 private:
  // Behind a rule of underscores at a page's foot, numbered lines are footnotes.
  void look_for_footnotes(std::size_t line, std::size_t end) {
    std::size_t at = text::skip_spaces(text_, line);
    if (at == end) in_footnotes_ = false;
    const std::size_t rule = at;
    while (at < end && text_[at] == '_') ++at;
    if (at - rule >= 5 && text::skip_spaces(text_, at) == end) in_footnotes_ = true;
  }

  bool labelled(const Segment& segment, std::size_t content) {
    if (segment.marker == Marker::none || !segment.starts_line || segment.label.empty())
      return false;
    if (in_footnotes_ && segment.marker == Marker::number) return true;
    in_footnotes_ = false;
    const std::size_t before = text::skip_gap_back(text_, content);
    const bool referred = is_open_reference(text::word_ending(text_, before)) ||
                          (before > 0 && text_[before - 1] == ',');
    const bool empty = segment.body >= text_.size() || text_[segment.body] == '\n';
    const bool closed =
        before == 0 || std::string_view(".:;!?/").find(text_[before - 1]) != std::string_view::npos;
    if (referred || (empty && !closed)) return true;
    Heading heading;
    heading.label = segment.label;
    if (segment.marker == Marker::roman) {
      heading.kind = HeadingKind::roman;
      heading.value = roman_value(segment.label);
    } else if (segment.marker == Marker::number) {
      heading.kind = HeadingKind::number;
      heading.depth = 1 + static_cast<int>(std::ranges::count(segment.label, '.'));
      heading.value = std::stoi(segment.label.substr(segment.label.rfind('.') + 1));
    } else {
      heading.kind = HeadingKind::letter;
    }
    add(std::move(heading), segment.span.begin, content, segment.body, segment.span.end);
    return true;
  }

  // "Điều 4.", "Chương II", "Phần thứ nhất", "PHỤ LỤC 02"
  bool worded(std::size_t line, std::size_t content, std::size_t end) {
    const Word word = text::word_at(text_, content);
    if (!word || !word.capitalised) return false;
    if (word.is("dieu")) return article(line, content, word.span.end, end);
    if (word.is("phu") && text::word_after(text_, word.span.end).is("luc")) {
      return annex(line, content, end);
    }
    if (word.is("danh")) return list_of_papers(content, end) && annex(line, content, end);
    if (!word.is("chuong") && !word.is("phan")) return false;
    const std::size_t number = text::skip_spaces(text_, word.span.end);
    std::size_t behind = number;
    while (behind < end &&
           std::string_view("IVX0123456789").find(text_[behind]) != std::string_view::npos)
      ++behind;
    if (behind == number || (behind < end && utf8::is_letter(utf8::decode(text_, behind).code)))
      return false;
    Heading heading;
    heading.kind = word.is("chuong") ? HeadingKind::chapter : HeadingKind::part;
    const auto label = text_.substr(number, behind - number);
    heading.value =
        is_digit(label[0]) ? std::stoi(std::string(label.substr(0, 3))) : roman_value(label);
    heading.label = text::in_one_line(text_.substr(content, behind - content));
    add(std::move(heading), line, content, behind, end);
    return true;
  }

  bool article(std::size_t line, std::size_t content, std::size_t at, std::size_t end) {
    const std::size_t number = text::skip_spaces(text_, at);
    std::size_t behind = number;
    while (behind < end && is_digit(text_[behind])) ++behind;
    if (behind == number || behind - number > 3 || behind >= end) return false;
    if (text_[behind] != '.' && text_[behind] != ':') return false;
    // "... theo / Điều 4. Các đơn vị": the line before is still open.
    const std::size_t before = text::skip_gap_back(text_, content);
    const Word last = text::word_ending(text_, before);
    if (is_open_reference(last)) return false;
    Heading heading;
    heading.kind = HeadingKind::article;
    heading.value = std::stoi(std::string(text_.substr(number, behind - number)));
    heading.label = text::in_one_line(text_.substr(content, behind - content));
    add(std::move(heading), line, content, behind + 1, end);
    return true;
  }

  // "DANH MỤC TÀI LIỆU KIỂM CHỨNG", not below "PHỤ LỤC I": a list of what is handed in with it.
  bool list_of_papers(std::size_t content, std::size_t end) const {
    const std::string words = text::folded(text_.substr(content, end - content));
    if (!words.starts_with("danh muc ")) return false;
    if (!is_capitals(text_.substr(content, end - content))) return false;
    const bool papers = std::ranges::any_of(
        std::initializer_list<std::string_view>{"tai lieu", "minh chung", "kiem chung", "ho so",
                                                "van ban", "chung minh"},
        [&](std::string_view one) { return words.find(one) != std::string::npos; });
    const bool below = !out_.empty() && out_.back().kind == HeadingKind::annex &&
                       text::skip_gap_back(text_, content) <= out_.back().line.end;
    return papers && !below;
  }

  // A line of its own: "Phụ lục I kèm theo" in the middle of a sentence is a reference.
  bool annex(std::size_t line, std::size_t content, std::size_t end) {
    const std::size_t before = text::skip_gap_back(text_, content);
    const bool capitals = text::word_at(text_, content).all_capitals;
    const bool first = before == 0;
    const bool closed =
        first || std::string_view(".:;!?/").find(text_[before - 1]) != std::string_view::npos;
    if (!capitals && !closed) return false;
    if (end - content > longest_title) return false;
    std::size_t behind = text::word_after(text_, text::word_at(text_, content).span.end).span.end;
    // "PHỤ LỤC SỐ 1", "Phụ lục II"
    const Word number_word = text::word_at(text_, text::skip_spaces(text_, behind));
    if (number_word.is("so")) behind = number_word.span.end;
    const std::size_t label = text::skip_spaces(text_, behind);
    std::size_t label_end = label;
    while (label_end < end &&
           std::string_view("IVXABCDEF0123456789").find(text_[label_end]) != std::string_view::npos)
      ++label_end;
    if (label_end > label && label_end - label <= 4 &&
        (label_end == end || !utf8::is_letter(utf8::decode(text_, label_end).code))) {
      behind = label_end;
    }
    if (!capitals && behind < end && text::word_after(text_, behind) &&
        text_.substr(behind, end - behind).find_first_not_of(" .:*") != std::string_view::npos &&
        !utf8::is_upper(utf8::decode(text_, text::skip_spaces(text_, behind)).code)) {
      return false;  // "Phụ lục I kèm theo ..."
    }
    Heading heading;
    heading.kind = HeadingKind::annex;
    heading.label = text::in_one_line(text_.substr(content, behind - content));
    add(std::move(heading), line, content, behind, end);
    return true;
  }

  // "A. THÀNH PHẦN"
  void capital(std::size_t line, std::size_t content, std::size_t end) {
    const char c = text_[content];
    if (c < 'A' || c > 'H' || content + 3 >= text_.size() || text_[content + 1] != '.' ||
        text_[content + 2] != ' ') {
      return;
    }
    const Word title = text::word_after(text_, content + 2);
    if (!title || !title.all_capitals || title.span.size() < 2) return;
    Heading heading;
    heading.kind = HeadingKind::capital;
    heading.value = 1 + (c - 'A');
    heading.label = std::string(1, c);
    add(std::move(heading), line, content, content + 2, end);
  }

  void add(Heading heading, std::size_t line, std::size_t content, std::size_t body,
           std::size_t end) {
    heading.label_span = {content, std::max(content, text::skip_gap_back(text_, body))};
    heading.line = {content, std::max(heading.label_span.end, text::skip_gap_back(text_, end))};
    heading.title = title_of(body, end);
    heading.emphasised = has_emphasis(text_, line, content);
    out_.push_back(std::move(heading));
  }

  // Up to the first colon or the end of the sentence; cut between words where it is very long.
  Span title_of(std::size_t body, std::size_t end) const {
    std::size_t begin = body;
    while (begin < end && std::string_view(" .:*\t").find(text_[begin]) != std::string_view::npos)
      ++begin;
    std::size_t stop = std::min(end, begin + longest_title);
    if (const auto colon = text_.find(':', begin); colon < stop) stop = colon;
    if (stop == begin + longest_title) {
      const auto space = text_.rfind(' ', stop);
      if (space != std::string_view::npos && space > begin) stop = space;
    }
    stop = text::skip_gap_back(text_, stop);
    while (stop > begin && std::string_view(".;,").find(text_[stop - 1]) != std::string_view::npos)
      --stop;
    return {begin, std::max(begin, stop)};
  }

  const Draft& draft_;
  std::string_view text_;
  bool in_footnotes_ = false;
  std::vector<Heading> out_;
};

}  // namespace

std::vector<Heading> headings_of(const Draft& draft) { return HeadingFinder(draft).run(); }

}  // namespace liem::reading
