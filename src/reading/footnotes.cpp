// Footnotes: texts below a rule at a page's foot, tied to their marks in the sentences before.
#include <algorithm>
#include <array>
#include <map>

#include "reading/citation_list.h"
#include "reading/draft.h"
#include "reading/lines.h"
#include "reading/structure.h"

namespace liem::reading {
namespace {

constexpr int most_marks = 99;

// The superscript digits from `at` on: their value and where they end.
struct Digits {
  int value = 0;
  std::size_t end = 0;
};

Digits superscript_at(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 10> digits = {"⁰", "¹", "²", "³", "⁴",
                                                              "⁵", "⁶", "⁷", "⁸", "⁹"};
  Digits out{0, at};
  for (bool more = true; more && out.value <= most_marks;) {
    more = false;
    for (std::size_t i = 0; i < digits.size(); ++i) {
      if (!text.substr(out.end).starts_with(digits[i])) continue;
      out.value = out.value * 10 + static_cast<int>(i);
      out.end += digits[i].size();
      more = true;
    }
  }
  return out;
}

Digits plain_at(std::string_view text, std::size_t at) {
  Digits out{0, at};
  while (out.end < text.size() && out.end - at < 2 && text::is_digit(text[out.end])) {
    out.value = out.value * 10 + (text[out.end++] - '0');
  }
  return out;
}

class FootnoteFinder {
 public:
  explicit FootnoteFinder(const Draft& draft)
      : draft_(draft),
        text_(draft.text),
        brackets_(text_.find('[') != std::string_view::npos),
        ruled_(next_rule(0).has_value()) {}

  std::vector<Footnote> run() {
    for (std::size_t at = start(); at < text_.size();) {
      const Line line = line_at(text_, at);
      if (is_rule(line) || (is_dashes(line) && opens_marked(line.next))) {
        at = below(line.next);
      } else if (bracketed(line) || (!ruled_ && at_page_foot(line))) {
        at = goes_on(line.next);
      } else {
        marks_in(at, line.next);
        at = line.next;
      }
    }
    return std::move(out_);
  }

 private:
  // The line of the first thing that may be a mark or a rule.
  std::size_t start() const {
    std::size_t first = std::min(draft_.landmarks.note_marks.next(0), text_.size());
    if (brackets_) first = std::min(first, text_.find('['));
    if (const auto rule = next_rule(0)) first = std::min(first, rule->span.begin);
    if (!draft_.note_marks.empty()) first = std::min(first, draft_.note_marks.front().at);
    if (first >= text_.size()) return text_.size();
    const auto before = draft_.landmarks.lines.before(first);
    return before ? *before + 1 : 0;
  }

  bool is_rule(const Line& line) const {
    const auto words = text::slice(text_, line.span);
    return words.size() >= rule_.size() && words.find_first_not_of('_') == std::string_view::npos;
  }

  // A rule of hyphens: also drawn below a heading and in tables.
  bool is_dashes(const Line& line) const {
    constexpr std::size_t shortest = 3;
    const auto words = text::slice(text_, line.span);
    return words.size() >= shortest && words.find_first_not_of('-') == std::string_view::npos;
  }

  // Whether the next line with words is a footnote whose mark was seen.
  bool opens_marked(std::size_t at) const {
    Line line = line_at(text_, at);
    if (line.empty()) line = line_at(text_, line.next);
    return !line.empty() && is_marked(line);
  }

  // "1 Gồm ...", "8Quyết định số 99", "¹ Năm 2020", of a mark that no footnote has yet.
  bool is_marked(const Line& line) const {
    const Digits number = number_of(line);
    if (number.value == 0 || !marks_.contains(number.value)) return false;
    const std::size_t words = text::skip_spaces(text_, number.end);
    return words < line.span.end && utf8::is_upper(utf8::decode(text_, words).code);
  }

  // At the foot of a page whose rule is lost, as in the text of a PDF.
  bool at_page_foot(const Line& line) {
    constexpr std::size_t longest_page = 8000;
    if (line.empty() || marks_.empty() || !is_marked(line)) return false;
    const Digits number = number_of(line);
    const bool next = number.value == 1 || out_.empty() || number.value == out_.back().number + 1;
    const auto mark = marks_.find(number.value);
    if (!next || line.span.begin - mark->second.begin > longest_page) return false;
    add(number.value, text::skip_spaces(text_, number.end), line.span.end);
    return true;
  }

  // "[^3] Trong đó nữ 812.", "[3] ..."
  bool bracketed(const Line& line) {
    if (!brackets_ || line.empty() || text_[line.span.begin] != '[') return false;
    const auto label = label_at(line.span.begin);
    if (!label || !marks_.contains(label->value)) return false;
    const std::size_t words = text_[label->end] == ':' ? label->end + 1 : label->end;
    add(label->value, text::skip_spaces(text_, words), line.span.end);
    return true;
  }

  // "[3]", "[^3]": its number, and where it ends.
  std::optional<Digits> label_at(std::size_t at) const {
    if (at < text_.size() && text_.substr(at + 1).starts_with("^")) ++at;
    const Digits digits = plain_at(text_, at + 1);
    if (digits.value == 0 || digits.end + 1 > text_.size() || text_[digits.end] != ']') {
      return std::nullopt;
    }
    if (digits.end + 1 == text_.size()) return std::nullopt;  // nothing behind it
    return Digits{digits.value, digits.end + 1};
  }

  // The lines on which the last footnote goes on; returns the start of the next one.
  std::size_t goes_on(std::size_t at) {
    while (at < text_.size()) {
      const Line line = line_at(text_, at);
      const bool starts = !line.empty() && (text_[line.span.begin] == '[' || is_marked(line));
      if (line.empty() || starts || !continues_last(line)) return at;
      at = line.next;
    }
    return at;
  }

  void add(int number, std::size_t begin, std::size_t end) {
    Footnote note{number, {}, {std::min(begin, end), end}};
    const auto mark = marks_.find(number);
    if (mark != marks_.end()) note.mark = mark->second;
    marks_.erase(number);
    out_.push_back(note);
  }

  // The next line that holds nothing but a rule of underscores.
  std::optional<Line> next_rule(std::size_t from) const {
    for (std::size_t at = text_.find(rule_, from); at != std::string_view::npos;
         at = text_.find(rule_, from)) {
      const auto break_before = draft_.landmarks.lines.before(at);
      const Line line = line_at(text_, break_before ? *break_before + 1 : 0);
      if (is_rule(line)) return line;
      from = line.next;
    }
    return std::nullopt;
  }

  // The footnotes under a rule; returns the start of the line behind them.
  std::size_t below(std::size_t at) {
    while (at < text_.size()) {
      const Line line = line_at(text_, at);
      if (line.empty()) {
        const bool close = out_.empty() || line.span.begin < out_.back().text.end + 2;
        if (!close || !blank_goes_on(line)) return at;
      } else if (is_rule(line) || !footnote_line(line)) {
        return at;
      }
      at = line.next;
    }
    return at;
  }

  // Directly under the rule a blank line may stand; behind a footnote it ends them unless another
  // follows.
  bool blank_goes_on(const Line& line) const {
    const Line next = line_at(text_, line.next);
    return !next.empty() && number_of(next).value == (out_.empty() ? 1 : out_.back().number + 1);
  }

  // The number a footnote's line starts with; "61.204 hồ sơ" is mark 6 and 1.204.
  Digits number_of(const Line& line) const {
    const Digits raised = superscript_at(text_, line.span.begin);
    if (raised.end > line.span.begin) return raised;
    const int wanted = out_.empty() ? 0 : out_.back().number + 1;
    const std::string digits = std::to_string(wanted);
    const auto words = text::slice(text_, line.span);
    if (wanted > 0 && words.starts_with(digits) && opens_note(words.substr(digits.size()))) {
      return {wanted, line.span.begin + digits.size()};
    }
    const Digits plain = plain_at(text_, line.span.begin);
    const auto behind = words.substr(plain.end - line.span.begin);
    const bool opens =
        plain.end > line.span.begin && opens_note(behind) && !text::is_digit(behind.front());
    return opens ? plain : Digits{};
  }

  // "2. Tuyên truyền" is a section, "/7/2025" the rest of a date, "8,2%" of a number.
  static bool opens_note(std::string_view behind) {
    if (behind.empty() ||
        std::string_view(".,)/-:%").find(behind.front()) != std::string_view::npos)
      return false;
    const auto number = behind.find_first_not_of("0123456789");
    return number == 0 || number == std::string_view::npos ||
           (behind[number] != ',' && behind[number] != '/');
  }

  // A new footnote, or the next line of the last one.
  bool footnote_line(const Line& line) {
    const Digits number = number_of(line);
    const bool starts =
        number.value > 0 && number.value <= most_marks &&
        (out_.empty() || number.value == out_.back().number + 1 || number.value == 1);
    if (starts) {
      add(number.value, text::skip_spaces(text_, number.end), line.span.end);
      return true;
    }
    return continues_last(line);
  }

  // Directly below the last footnote, which ended no sentence.
  bool continues_last(const Line& line) {
    const bool open =
        !out_.empty() && out_.back().text.size() > 0 && text_[out_.back().text.end - 1] != '.';
    const bool goes_on = open && line.span.begin - out_.back().text.end <= 4 &&
                         !is_page_number(text::slice(text_, line.span));
    if (goes_on) out_.back().text.end = line.span.end;
    return goes_on;
  }

  void marks_in(std::size_t from, std::size_t to) {
    for (; hidden_ < draft_.note_marks.size() && draft_.note_marks[hidden_].at < to; ++hidden_) {
      const NoteMark& mark = draft_.note_marks[hidden_];
      if (mark.at >= from) keep(mark.number, {mark.at, mark.at});
    }
    const auto lines = text_.substr(0, to);  // to look no further
    for (std::size_t at = brackets_ ? lines.find('[', from) : to; at < to;
         at = lines.find('[', at + 1)) {
      if (const auto label = label_at(at); label && at > from) keep(label->value, {at, label->end});
    }
    const auto& marks = draft_.landmarks.note_marks;
    for (std::size_t at = marks.next(from); at < to; at = marks.next(at)) {
      if (text::is_digit(text_[at])) {
        const auto before = static_cast<unsigned char>(at == 0 ? ' ' : text_[at - 1]);
        if (before >= 0x80 || (before >= 'A' && before <= 'z')) glued_to_word(at);
        ++at;
        continue;
      }
      const Digits raised = superscript_at(text_, at);
      if (raised.end > at) keep(raised.value, {at, raised.end});
      at = std::max(raised.end, at + 1);
    }
    for (; mention_ < draft_.mentions.size() && draft_.mentions[mention_].span.begin < to;
         ++mention_) {
      const Mention& mention = draft_.mentions[mention_];
      if (mention.span.begin < from || mention.kind != MentionKind::number ||
          mention.end <= mention.span.end)
        continue;
      const Digits glued = plain_at(text_, mention.span.end);
      if (glued.end == mention.end) keep(glued.value, {mention.span.end, mention.end});
    }
  }

  // "Chính phủ7"; "TTr2", "m2" and "PC03" end in digits of their own.
  void glued_to_word(std::size_t at) {
    const text::Word word = text::word_ending(text_, at);
    if (!word || word.span.size() < 2 ||
        (word.capitalised && !word.all_capitals && word.span.size() < 4))
      return;
    if (word.is("km") || word.is("dm") || word.is("cm")) return;
    const std::size_t before = word.span.begin;
    if (before > 0 && (text_[before - 1] == '-' || text_[before - 1] == '/')) return;
    const Digits digits = plain_at(text_, at);
    if (digits.end < text_.size() && (text::is_digit(text_[digits.end]) ||
                                      utf8::is_letter(utf8::decode(text_, digits.end).code)))
      return;
    keep(digits.value, {at, digits.end});
  }

  // The first mark of a number since its last footnote is the one that is meant.
  void keep(int number, Span span) {
    if (number > 0 && number <= most_marks) marks_.try_emplace(number, span);
  }

  static constexpr std::string_view rule_ = "_____";  // at least

  const Draft& draft_;
  std::string_view text_;
  bool brackets_;  // some stand in the text
  bool ruled_;     // a rule of underscores does
  std::size_t mention_ = 0;
  std::size_t hidden_ = 0;  // the next of the marks that the text does not show
  std::map<int, Span> marks_;
  std::vector<Footnote> out_;
};

}  // namespace

std::vector<Footnote> footnotes_of(const Draft& draft) { return FootnoteFinder(draft).run(); }

void take_marks_off(Draft& draft) {
  for (const Footnote& note : draft.footnotes) {
    const std::size_t behind = mention_from(draft, note.text.begin);
    if (behind == 0) continue;
    Mention& mention = draft.mentions[behind - 1];
    if (mention.kind != MentionKind::number || mention.span.end <= note.text.begin) continue;
    const auto number = text::number_at(draft.text, note.text.begin);
    if (!number || number->span.end != mention.span.end) continue;
    mention.span.begin = note.text.begin;
    mention.value = number->value;
    mention.decimals = number->decimals;
  }
}

}  // namespace liem::reading
