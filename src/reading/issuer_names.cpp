#include "reading/issuer_names.h"

#include <algorithm>

#include "reading/number_parts.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::is_digit;
using text::Word;

constexpr int longest_name = 24;                // words
constexpr std::size_t longest_short_form = 40;  // bytes between brackets

// Length of the apostrophe at `at`, or 0.
std::size_t apostrophe_length(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '\'') return 1;
  return text.substr(std::min(at, text.size())).starts_with("’") ? std::string_view("’").size() : 0;
}

// "(BHXH)": where the bracket that closes before `end` opens, or `end`.
std::size_t short_form_start(std::string_view text, std::size_t end) {
  if (end == 0 || text[end - 1] != ')') return end;
  const std::size_t from = end > longest_short_form ? end - longest_short_form : 0;
  const auto inside = text.substr(from, end - from);
  const auto open = inside.rfind('(');
  if (open == std::string_view::npos) return end;
  return inside.find_first_of("0123456789", open) == std::string_view::npos ? from + open : end;
}

class NameReader {
 public:
  NameReader(const Draft& draft, std::size_t at, std::string_view joint_number)
      : draft_(draft),
        lexicon_(draft.lexicon),
        text_(draft.text),
        joint_number_(joint_number),
        begin_(at),
        end_(at),
        segment_(segment_at(draft.segments, at)),
        limit_(draft.segments[segment_].span.end) {}

  std::size_t end() {
    for (int words = 0; words < longest_name && take(); ++words) {
    }
    return last_ ? number_end() : end_;
  }

 private:
  // One word, phrase or mark more; false where the name ends.
  bool take() {
    const std::size_t next = text::skip_gap(text_, end_);
    if (next >= limit_) return take_over_line(next);
    const Word word = text::word_at(text_, next);
    if (!word) return last_ && take_mark(next);
    if (last_ && word.is("va")) return take_and(word);
    if (take_phrase(word)) return true;
    if (stops_at(word)) return false;
    if (word.capitalised) return take_capital(word);
    if (last_ && word.is("cua")) return take_of(word);
    const bool second = last_.capitalised && !last_.all_capitals;
    if (!last_ || !(second || lexicon_.inside_issuer(word))) return false;
    return add(word);
  }

  bool add(const Word& word) {
    before_ = last_;
    last_ = word;
    end_ = word.span.end;
    return true;
  }

  // A number is named so: "của Chương trình số 10-CTr/TU" is no issuer.
  bool take_capital(const Word& word) {
    const auto type = lexicon_.type_phrases.match_from(text_, word);
    if (type && is_number_word(text::word_after(text_, type->span.end))) return false;
    // "Bộ giáo dục và Đào tạo": a known name in whatever letters.
    const auto agency = lexicon_.agency_names.match_from(text_, word);
    const bool longer = agency && agency->span.end > word.span.end && agency->span.end <= limit_;
    return add(longer ? text::word_before(text_, agency->span.end) : word);
  }

  bool behind_body() const { return last_ && lexicon_.issuer_bodies.match_before(text_, end_); }

  // "Ban chỉ đạo", "Tổ công tác": what a body is for; "cải cách hành chính": its field.
  bool take_phrase(const Word& word) {
    if (!last_ || word.capitalised) return false;
    auto phrase = lexicon_.issuer_fields.match_exactly_from(text_, word);
    if (!phrase) {
      phrase = lexicon_.issuer_functions.match_exactly_from(text_, word);
      if (!phrase || !behind_body()) return false;
      const auto stop = lexicon_.issuer_stops.match_exactly_from(text_, word);
      if (stop && stop->span.end > phrase->span.end) return false;
    }
    if (phrase->span.end > limit_) return false;
    return add(text::word_before(text_, phrase->span.end));
  }

  // "của Chính phủ Quy định ...": typed with a capital, yet not of the name as in "Ban Chỉ đạo".
  bool stops_at(const Word& word) const {
    const auto stop = lexicon_.issuer_stops.match_exactly_from(text_, word);
    if (!stop) return false;
    if (!word.capitalised || word.is("ve")) return true;
    const bool several_words = stop->span.end > word.span.end;
    return last_ && several_words && !behind_body();
  }

  bool take_and(const Word& word) {
    const Word behind = text::word_after(text_, word.span.end);
    // "cải cách hành chính và chuyển đổi số", "tham nhũng và lãng phí"
    const bool field = lexicon_.issuer_fields.match_exactly_from(text_, behind) ||
                       lexicon_.issuer_joined.hold(last_.key, behind.key);
    const bool name = behind.capitalised && !lexicon_.type_phrases.match_at(text_, word.span.end);
    return (field || name) && add(word);
  }

  // "Tổ công tác của Chủ tịch UBND tỉnh"
  bool take_of(const Word& word) {
    const auto body = lexicon_.issuer_bodies.match_at(text_, begin_);
    if (!body || body->span.end == end_) return false;
    const Word behind = text::word_after(text_, word.span.end);
    return behind.capitalised && lexicon_.issuer_heads.match_from(text_, behind) && add(word);
  }

  bool take_mark(std::size_t next) {
    if (const std::size_t mark = apostrophe_length(text_, next); mark > 0 && next == end_) {
      const Word word = text::word_at(text_, next + mark);
      return word && add(word);
    }
    if (text_[next] == '(') return take_over_short_form(next);
    if (is_digit(text_[next])) return take_digits(next);
    const Word word = text::word_after(text_, next + 1);
    if (!word) return false;
    if (text_[next] == '-') return word.capitalised && add(word);
    return text_[next] == ',' && continues_behind_comma(word) && add_field_or(word);
  }

  // "phổ biến, giáo dục pháp luật": behind the comma the whole field.
  bool add_field_or(const Word& word) {
    const auto field = lexicon_.issuer_fields.match_exactly_from(text_, word);
    const bool whole = field && field->span.end <= limit_;
    return add(whole ? text::word_before(text_, field->span.end) : word);
  }

  bool continues_behind_comma(const Word& word) const {
    if (lexicon_.issuer_joined.hold(last_.key, word.key)) return true;
    if (!word.capitalised) return false;
    // "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"
    if (lexicon_.agency_titles.match_before(text_, end_) &&
        lexicon_.agency_titles.match_from(text_, word)) {
      return true;
    }
    if (joint_number_.empty()) return false;
    const auto agency = lexicon_.agency_names.match_from(text_, word);
    return agency && carries_symbol(lexicon_, joint_number_, agency->id);
  }

  // "Bảo hiểm xã hội (BHXH) huyện"
  bool take_over_short_form(std::size_t open) {
    const auto close = text_.substr(open, longest_short_form).find(')');
    if (close == std::string_view::npos) return false;
    const Word inside = text::word_at(text_, open + 1);
    const Word behind = text::word_after(text_, open + close + 1);
    if (inside.span.end != open + close || !inside.all_capitals) return false;
    return !behind.capitalised && lexicon_.inside_issuer(behind) && add(behind);
  }

  // "Ban điều hành Đề án 1928 tỉnh"
  bool take_digits(std::size_t digits) {
    std::size_t end = digits;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    if (!lexicon_.type_phrases.match_before(text_, end_)) return false;
    const Word behind = text::word_after(text_, end);
    if (behind.capitalised)
      return lexicon_.issuer_heads.match_from(text_, behind) && take_capital(behind);
    return lexicon_.inside_issuer(behind) && add(behind);
  }

  // "xã Xuân / Phú về ...", "Chủ nhiệm / Văn phòng Chính phủ": a line that breaks inside a name.
  bool take_over_line(std::size_t next) {
    if (!last_ || segment_ + 1 >= draft_.segments.size()) return false;
    if (draft_.segments[segment_ + 1].marker != Marker::none) return false;
    if (std::ranges::count(text_.substr(end_, next - end_), '\n') != 1) return false;
    const Word word = text::word_at(text_, next);
    if (!word.capitalised || !(ends_territory(word) || holds_title(word))) return false;
    ++segment_;
    limit_ = draft_.segments[segment_].span.end;
    return add(word);
  }

  bool ends_territory(const Word& word) const {
    const bool territory = last_.capitalised && !last_.all_capitals && !before_.capitalised &&
                           lexicon_.inside_issuer(before_);
    if (!territory || word.all_capitals) return false;
    const std::size_t next = text::skip_gap(text_, word.span.end);
    if (next < text_.size() && text_[next] == ')') return true;
    const Word behind = text::word_at(text_, next);
    return behind && !behind.capitalised && lexicon_.issuer_stops.match_exactly_from(text_, behind);
  }

  bool holds_title(const Word& word) const {
    return lexicon_.agency_titles.match_before(text_, end_) &&
           lexicon_.issuer_heads.match_from(text_, word);
  }

  // "phường 8", "Vụ 5", "Đoàn kiểm tra 118": the number belongs to the name.
  std::size_t number_end() const {
    constexpr std::size_t most_digits = 3;
    if (!lexicon_.issuer_numbered.match_before(text_, end_)) return end_;
    const std::size_t first = text::skip_spaces(text_, end_);
    std::size_t digits = first;
    while (digits < text_.size() && is_digit(text_[digits])) ++digits;
    if (digits == first || digits - first > most_digits) return end_;
    const std::size_t next = text::skip_spaces(text_, digits);
    // A date or a fraction, or as many of something.
    if (next < text_.size() && std::string_view("/.-%").find(text_[next]) != text_.npos &&
        next + 1 < text_.size() && (text_[next] == '%' || is_digit(text_[next + 1]))) {
      return end_;
    }
    const auto counted = lexicon_.unit_phrases.match_from(text_, text::word_at(text_, next));
    return counted ? end_ : digits;
  }

  const Draft& draft_;
  const Lexicon& lexicon_;
  const std::string_view text_;
  const std::string_view joint_number_;  // empty: one issuer
  const std::size_t begin_;
  std::size_t end_;
  std::size_t segment_;
  std::size_t limit_;
  Word before_, last_;
};

// Whether a name goes on over a line break: "Ủy ban nhân dân tỉnh / Hòa Sơn", not from a heading or
// another paragraph into the text below it.
bool goes_on_below(std::string_view text, const Word& above, const Word& below) {
  const auto gap = text.substr(above.span.end, below.span.begin - above.span.end);
  const auto lines = std::ranges::count(gap, '\n');
  if (lines == 0) return true;
  const bool heading = above.all_capitals && below.capitalised && !below.all_capitals;
  return !heading;
}

// Start of the field or function that ends at `end` ("Tổ công tác", "các cơ quan tư pháp"), or
// `end`.
std::size_t phrase_start(const Draft& draft, std::size_t end) {
  const auto& lexicon = draft.lexicon;
  if (const auto field = lexicon.issuer_fields.match_before(draft.text, end))
    return field->span.begin;
  const auto function = lexicon.issuer_functions.match_before(draft.text, end);
  const bool of_body =
      function && lexicon.issuer_bodies.match_before(draft.text, function->span.begin);
  return of_body ? function->span.begin : end;
}

}  // namespace

std::size_t issuer_end(const Draft& draft, std::size_t at, std::string_view joint_number) {
  return NameReader(draft, at, joint_number).end();
}

bool carries_symbol(const Lexicon& lexicon, std::string_view number, int agency) {
  return std::ranges::any_of(parts_of(number).letters, [&](std::string_view part) {
    const auto found = lexicon.agencies_of_symbol.find(without_digits(part));
    return found != lexicon.agencies_of_symbol.end() &&
           std::ranges::find(found->second, agency) != found->second.end();
  });
}

bool is_number_word(const Word& word) { return word == text::Spelling("số"); }

std::size_t name_start(const Draft& draft, std::size_t end) {
  const auto text = draft.text;
  if (end == 0) return end;
  const std::size_t segment = draft.segments[segment_at(draft.segments, end - 1)].span.begin;
  std::size_t start = end, at = end;
  Word below;
  for (int words = 0; words < 12; ++words) {
    const std::size_t word_end = short_form_start(text, text::skip_gap_back(text, at));
    const Word word = text::word_before(text, word_end);
    if (!word || (below && !goes_on_below(text, word, below))) break;
    if (word.span.begin < segment && text.substr(word.span.end, at - word.span.end).contains('\n'))
      break;
    const Word before = text::word_before(text, word.span.begin);
    const bool second = before.capitalised && !before.all_capitals;
    const bool joins = word.is("va") && before && start == at;
    const bool inside = joins || second || draft.lexicon.inside_issuer(word);
    at = word.span.begin;
    below = word;
    if (word.capitalised) {
      start = at;
    } else if (!inside) {
      at = phrase_start(draft, word_end);
      if (at == word_end) break;
      below = text::word_at(text, at);
    }
  }
  return start;
}

std::string name_in_one_line(std::string_view words) {
  std::string name = text::in_one_line(words);
  const auto open = name.find(" (");
  const auto close = name.find(')', open == std::string::npos ? 0 : open);
  if (open != std::string::npos && close != std::string::npos) name.erase(open, close + 1 - open);
  return name;
}

}  // namespace liem::reading
