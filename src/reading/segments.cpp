#include "reading/segments.h"

#include <algorithm>

#include "text/numbers.h"
#include "text/utf8.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::is_digit;

// A document whose lines were broken by width, not by sense: many lines go on in lower case.
bool is_hard_wrapped(std::string_view text) {
  constexpr std::size_t sample = 1 << 16;
  std::size_t lines = 0, going_on = 0;
  const auto head = text.substr(0, sample);
  for (std::size_t at = head.find('\n'); at != std::string_view::npos;
       at = head.find('\n', at + 1)) {
    const std::size_t next = text::skip_gap(text, at);
    if (next >= text.size()) break;
    ++lines;
    const auto letter = utf8::decode(text, next).code;
    const std::size_t before = text::skip_gap_back(text, at);
    const bool open =
        before > 0 && std::string_view(".;:!?").find(text[before - 1]) == std::string_view::npos;
    if (open && utf8::is_letter(letter) && !utf8::is_upper(letter)) ++going_on;
    at = std::max(at, next - 1);
  }
  return going_on * 8 > lines;
}

struct Label {
  Marker marker = Marker::none;
  std::string label;
  std::size_t body = 0;
};

std::size_t roman_end(std::string_view text, std::size_t at) {
  static constexpr text::ByteSet digits("IVX");
  while (at < text.size() && digits.has(text[at])) ++at;
  return at;
}

bool blank_at(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == '\n' || text::skip_spaces(text, at) > at;
}

Label numbered_label(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end == at || end - at > 2) return {};
  while (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
    std::size_t next = end + 1;
    while (next < text.size() && is_digit(text[next])) ++next;
    if (next - end > 3) return {};
    end = next;
  }
  const bool several = text.substr(at, end - at).find('.') != std::string_view::npos;
  const std::size_t label_end = end;
  const bool stopped = end < text.size() && (text[end] == '.' || text[end] == ')');
  if (stopped) ++end;
  if ((!stopped && !several) || !blank_at(text, end)) return {};
  // A section starts with a capital; "2.341 hồ sơ" at a line's start does not.
  const std::size_t body = text::skip_spaces(text, end);
  if (body >= text.size() || !utf8::is_upper(utf8::decode(text, body).code)) return {};
  return {Marker::number, std::string(text.substr(at, label_end - at)), body};
}

Label label_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const char c = text[at];
  if ((c == '-' || c == '+') && blank_at(text, at + 1)) {
    return {c == '-' ? Marker::dash : Marker::plus, "", text::skip_spaces(text, at + 1)};
  }
  if (c == '\xE2' || c == '\xC2') {
    const auto rest = text.substr(at);
    for (const std::string_view dash : {"–", "—", "•", "·", "●"}) {
      if (rest.starts_with(dash)) {
        return {Marker::dash, "", text::skip_spaces(text, at + dash.size())};
      }
    }
    return {};
  }
  if (is_digit(c)) return numbered_label(text, at);
  if (const std::size_t end = roman_end(text, at); end > at && end < text.size() &&
                                                   (text[end] == '.' || text[end] == ')') &&
                                                   blank_at(text, end + 1)) {
    return {Marker::roman, std::string(text.substr(at, end - at)),
            text::skip_spaces(text, end + 1)};
  }
  const auto letter = utf8::decode(text, at);
  const std::size_t end = at + letter.length;
  if (utf8::is_letter(letter.code) && !utf8::is_upper(letter.code) && end < text.size() &&
      text[end] == ')' && blank_at(text, end + 1)) {
    return {Marker::letter, std::string(text.substr(at, letter.length)),
            text::skip_spaces(text, end + 1)};
  }
  return {};
}

// Heading and emphasis marks of converters in front of a line.
std::size_t skip_line_marks(std::string_view text, std::size_t at) {
  for (;;) {
    at = text::skip_spaces(text, at);
    if (at >= text.size() || (text[at] != '#' && text[at] != '>' && text[at] != '\\')) return at;
    ++at;
  }
}

// A full stop behind one or two capitals ("TP.", "KT.") or a digit of a label does not end a
// sentence.
bool is_abbreviation(std::string_view text, std::size_t stop) {
  const text::Word word = text::word_ending(text, stop);
  return word && word.capitalised && word.span.size() <= 3 && word.key < text::word_key("aaa");
}

class Splitter {
 public:
  Splitter(std::string_view text, const text::Landmarks& landmarks)
      : text_(text),
        stops_(landmarks.stops),
        lines_(landmarks.lines),
        wrapped_(is_hard_wrapped(text)) {}

  std::vector<Segment> run() && {
    open_line(0);
    for (std::size_t at = stops_.next(0); at < text_.size(); at = stops_.next(at)) {
      if (text_[at] == '\n') {
        at = line_break(at);
      } else {
        sentence_stop(at);
        ++at;
      }
    }
    out_.back().span.end = text_.size();
    return std::move(out_);
  }

 private:
  void open(std::size_t at, Label label, bool starts_line) {
    if (!out_.empty()) {
      if (out_.back().span.begin == at)
        out_.pop_back();
      else
        out_.back().span.end = at;
    }
    out_.push_back({{at, text_.size()},
                    label.marker,
                    std::move(label.label),
                    label.marker == Marker::none ? at : label.body,
                    starts_line});
  }

  void open_line(std::size_t at) {
    const std::size_t content = skip_line_marks(text_, at);
    open(at, label_at(text_, content), true);
  }

  // At a line break: opens a segment where the next line starts something new. Returns the start
  // of the next line that has content.
  std::size_t line_break(std::size_t at) {
    const std::size_t next = text::skip_gap(text_, at);
    if (next >= text_.size()) return next;
    const auto break_before = lines_.before(next + 1);
    const std::size_t line = break_before ? *break_before + 1 : 0;
    const std::size_t content = skip_line_marks(text_, line);
    const Label label = label_at(text_, content);
    const std::size_t before = text::skip_gap_back(text_, at);
    const char last = before > 0 ? text_[before - 1] : '\n';
    static constexpr text::ByteSet closers(".:!?;/");
    const bool closed = closers.has(last);
    const bool capital =
        content < text_.size() && utf8::is_upper(utf8::decode(text_, content).code);
    const bool heading = content > line && text_[line] == '#';
    if (label.marker != Marker::none || heading || (closed && capital && last != ';') ||
        (!wrapped_ && !continues(before, content))) {
      open(line, label, true);
    }
    return std::max(next, at + 1);
  }

  // A line that goes on in lower case behind an open one is one sentence even in unwrapped text.
  bool continues(std::size_t before, std::size_t content) const {
    if (content >= text_.size() || before == 0) return false;
    const auto letter = utf8::decode(text_, content).code;
    static constexpr text::ByteSet closers(".:!?;");
    const bool open = !closers.has(text_[before - 1]);
    return open && ((utf8::is_letter(letter) && !utf8::is_upper(letter)) ||
                    is_digit(text_[content]) || text_[content] == '(');
  }

  void sentence_stop(std::size_t at) {
    if (!blank_at(text_, at + 1) || is_abbreviation(text_, at)) return;
    if (at > 0 && text_[at] == '.' && in_label(at)) return;
    const std::size_t next = text::skip_spaces(text_, at + 1);
    if (next >= text_.size() || text_[next] == '\n') return;  // the line break decides
    if (text::is_split_group(text_, at)) return;
    if (utf8::is_upper(utf8::decode(text_, next).code) || is_digit(text_[next]) ||
        text_[next] == '-') {
      open(next, {}, false);
    }
  }

  bool in_label(std::size_t at) const {
    return out_.back().marker != Marker::none && at < out_.back().body;
  }

  std::string_view text_;
  const text::Offsets& stops_;
  const text::Offsets& lines_;
  bool wrapped_;
  std::vector<Segment> out_;
};

}  // namespace

std::vector<Segment> split_segments(std::string_view text, const text::Landmarks& landmarks) {
  return Splitter(text, landmarks).run();
}

std::size_t segment_at(const std::vector<Segment>& segments, std::size_t at) {
  const auto after = std::ranges::upper_bound(
      segments, at, {}, [](const Segment& segment) { return segment.span.begin; });
  return after == segments.begin() ? 0 : static_cast<std::size_t>(after - segments.begin()) - 1;
}

}  // namespace liem::reading
