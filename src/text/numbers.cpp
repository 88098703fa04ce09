#include "text/numbers.h"

#include "text/words.h"

namespace liem::text {
namespace {

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

int to_int(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// A run of one or two digits, as day and month have.
std::optional<int> one_or_two_digits(std::string_view text, std::size_t& at) {
  const std::size_t end = digits_end(text, at);
  if (end == at || end - at > 2) return std::nullopt;
  const int value = to_int(text.substr(at, end - at));
  at = end;
  return value;
}

constexpr int no_such_year = 0;

// "20015", "20024": a zero too many in 2015 or 2024. Years of which reports cite many more
// documents than of 2001 and 2002, whose footnote mark the last digit might be.
bool has_zero_too_many(std::string_view digits) {
  return digits.size() == 5 && digits.starts_with("200") && (digits[3] == '1' || digits[3] == '2');
}

// Four digits 1900-2099; a fifth and sixth digit are a glued footnote mark and stay outside, unless
// the five are no year at all: no_such_year.
std::optional<int> year_digits(std::string_view text, std::size_t& at) {
  const std::size_t end = digits_end(text, at);
  if (end - at < 4 || end - at > 6) return std::nullopt;
  if (has_zero_too_many(text.substr(at, end - at))) {
    at = end;
    return no_such_year;
  }
  const int value = to_int(text.substr(at, 4));
  if (value < 1900 || value > 2099) return std::nullopt;
  at += 4;
  return value;
}

std::optional<Date> date_of(int year, int month, int day) {
  return year == no_such_year ? std::nullopt : make_date(year, month, day);
}

bool is_date_separator(char c) { return c == '/' || c == '-' || c == '.'; }

// Over one separator with stray spaces or a line break around it.
bool take_separator(std::string_view text, std::size_t& at, char wanted) {
  std::size_t next = skip_spaces(text, at);
  if (next >= text.size() || text[next] != wanted) return false;
  next = wanted == '/' ? skip_gap(text, next + 1) : next + 1;
  at = next;
  return true;
}

}  // namespace

bool is_split_group(std::string_view text, std::size_t stop) {
  std::size_t first = stop;
  while (first > 0 && stop - first < 4 && is_digit(text[first - 1])) --first;
  if (first == stop || stop - first > 3 || text[first] == '0') return false;
  // A label opens its line; a number inside a sentence has a word before it on the same line.
  if (first < 2 || text[first - 1] != ' ' || text[first - 2] == '\n' || text[first - 2] == ' ' ||
      text[first - 2] == '.' || text[first - 2] == ':') {
    return false;
  }
  if (stop + 5 >= text.size() || text[stop] != '.' || text[stop + 1] != ' ') return false;
  const std::size_t end = digits_end(text, stop + 2);
  if (end - stop - 2 != 3) return false;
  // Something is counted: ",5 triệu" or a word in lower case.
  const std::size_t behind = text[end] == ',' ? digits_end(text, end + 1) : end;
  const Word unit = word_after(text, behind);
  return unit && !unit.capitalised && text[behind] == ' ';
}

std::optional<Number> number_at(std::string_view text, std::size_t at) {
  const std::size_t first_end = digits_end(text, at);
  if (first_end == at) return std::nullopt;
  std::string plain(text.substr(at, first_end - at));
  std::size_t end = first_end, mark_end = first_end;
  bool grouped = false;
  while (end < text.size() && text[end] == '.' && mark_end == end &&
         (grouped || first_end - at <= 3)) {
    const std::size_t group = digits_end(text, end + 1);
    const std::size_t length = group - end - 1;
    if (length < 3 || length > 5) break;
    plain += text.substr(end + 1, 3);
    end += 4;
    mark_end = group;
    grouped = true;
  }
  if (!grouped && is_split_group(text, end)) {
    plain += text.substr(end + 2, 3);
    end = mark_end = end + 5;
    grouped = true;
  }
  int decimals = 0;
  if (mark_end == end && end + 1 < text.size() && is_digit(text[end + 1])) {
    const std::size_t fraction = digits_end(text, end + 1);
    const bool more =
        fraction + 1 < text.size() && text[fraction] == text[end] && is_digit(text[fraction + 1]);
    const std::size_t length = fraction - end - 1;
    const bool comma = text[end] == ',' && length <= 6;
    // Some offices write a decimal point; only one that cannot be a thousands group counts.
    const bool point = text[end] == '.' && !grouped && length <= 2;
    if (!more && (comma || point)) {
      plain += '.';
      plain += text.substr(end + 1, length);
      decimals = static_cast<int>(length);
      end = mark_end = fraction;
    }
  }
  const auto value = Decimal::parse(plain);
  if (!value) return std::nullopt;
  return Number{{at, end}, mark_end, *value, decimals, grouped};
}

std::optional<WrittenDate> numeric_date_at(std::string_view text, std::size_t at) {
  const std::size_t first = at;
  const auto day = one_or_two_digits(text, at);
  if (!day) return std::nullopt;
  const std::size_t mark = skip_spaces(text, at);
  if (mark >= text.size() || !is_date_separator(text[mark])) return std::nullopt;
  const char separator = text[mark];
  if (!take_separator(text, at, separator)) return std::nullopt;
  const auto month = one_or_two_digits(text, at);
  if (!month || !take_separator(text, at, separator)) return std::nullopt;
  const auto year = year_digits(text, at);
  if (!year) return std::nullopt;
  return WrittenDate{{first, at}, date_of(*year, *month, *day)};
}

std::optional<WrittenDate> worded_date_at(std::string_view text, std::size_t at) {
  const std::size_t first = at;
  const auto day = one_or_two_digits(text, at);
  if (!day) return std::nullopt;
  const Word month_word = word_after(text, at);
  if (!month_word.is("thang")) return std::nullopt;
  at = skip_gap(text, month_word.span.end);
  const auto month = one_or_two_digits(text, at);
  if (!month) return std::nullopt;
  const Word year_word = word_after(text, at);
  if (!year_word.is("nam")) return std::nullopt;
  at = skip_gap(text, year_word.span.end);
  const auto year = year_digits(text, at);
  if (!year) return std::nullopt;
  return WrittenDate{{first, at}, date_of(*year, *month, *day)};
}

std::optional<WrittenDate> date_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (!one_or_two_digits(text, end)) return std::nullopt;
  const std::size_t next = skip_gap(text, end);
  if (next >= text.size()) return std::nullopt;
  if (is_date_separator(text[next])) return numeric_date_at(text, at);
  return text[next] == 't' || text[next] == 'T' ? worded_date_at(text, at) : std::nullopt;
}

}  // namespace liem::text
