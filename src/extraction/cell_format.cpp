#include "extraction/cell_format.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

#include "base/date.h"
#include "base/decimal.h"

namespace liem::extraction {
namespace {

constexpr int significant_digits = 15;  // a spreadsheet shows no more

// "-1.5E-3" exactly, rounded to what a spreadsheet keeps.
std::optional<Decimal> parse_value(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  __int128 mantissa = 0;
  int scale = 0, digits = 0;
  std::size_t at = 0;
  bool behind_point = false, rounded_up = false, any = false;
  for (; at < text.size() && text[at] != 'E' && text[at] != 'e'; ++at) {
    if (text[at] == '.' && !behind_point) {
      behind_point = true;
      continue;
    }
    if (text[at] < '0' || text[at] > '9') return std::nullopt;
    any = true;
    const int digit = text[at] - '0';
    if (digits < significant_digits) {
      mantissa = mantissa * 10 + digit;
      digits += digits > 0 || digit > 0 ? 1 : 0;
      scale += behind_point ? 1 : 0;
    } else {
      if (digits == significant_digits) rounded_up = digit >= 5;
      ++digits;
      scale -= behind_point ? 0 : 1;
    }
  }
  if (!any) return std::nullopt;
  if (rounded_up) ++mantissa;
  if (at < text.size()) {
    ++at;
    if (at < text.size() && text[at] == '+') ++at;
    int exponent = 0;
    const auto [end, failed] =
        std::from_chars(text.data() + at, text.data() + text.size(), exponent);
    if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (exponent > 40 || exponent < -400) return std::nullopt;
    scale -= exponent;
  }
  for (; scale > Decimal::max_scale && mantissa != 0; --scale) mantissa /= 10;
  if (scale > Decimal::max_scale) scale = 0;
  for (; scale < 0; ++scale) {
    if (mantissa > __int128{1} << 90) return std::nullopt;
    mantissa *= 10;
  }
  return Decimal::of(negative ? -mantissa : mantissa, scale);
}

// "1234567.5" -> "1.234.567,5".
std::string vietnamese(std::string text, bool grouped) {
  const auto point = std::min(text.find('.'), text.size());
  if (point < text.size()) text[point] = ',';
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  if (grouped && point > 3) {
    for (std::size_t at = point - 3; at > first; at -= 3) {
      text.insert(at, ".");
      if (at < first + 4) break;
    }
  }
  return text;
}

// The first section of a code without quoted words, colours and padding: what decides the shape.
std::string shape_of(std::string_view code) {
  std::string shape;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    if (code[i] == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (code[i] == '[') {
      i = std::min(code.find(']', i), code.size());
    } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
      ++i;
    } else {
      const char c = code[i];
      shape += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return shape;
}

bool has(std::string_view shape, char c) { return shape.find(c) != std::string_view::npos; }

bool is_date(std::string_view shape) {
  return shape != "general" && (has(shape, 'y') || has(shape, 'd') || has(shape, 'h') ||
                                shape.find("mm") != std::string_view::npos);
}

std::string two(long value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string shown_date(const Decimal& value, std::string_view shape, DateSystem system) {
  const Decimal whole = value.rounded(0, Rounding::down);
  const auto days = whole.to_int64().value_or(0);
  if (days < 0 || days > 2'958'465) return vietnamese(value.to_string(), false);  // 31/12/9999
  // The 1900 system counts a 29 February 1900 that never was (day 60).
  const std::chrono::sys_days zero =
      system == DateSystem::from_1904 ? std::chrono::sys_days{std::chrono::January / 1 / 1904}
      : days < 60                     ? std::chrono::sys_days{std::chrono::December / 31 / 1899}
                                      : std::chrono::sys_days{std::chrono::December / 30 / 1899};
  const Date date{zero + std::chrono::days(days)};
  std::string out;
  if (has(shape, 'd') && has(shape, 'y')) {
    out = to_vietnamese(date);
  } else if (has(shape, 'y')) {
    out = two(static_cast<unsigned>(date.month())) + "/" +
          std::to_string(static_cast<int>(date.year()));
  } else if (has(shape, 'd')) {
    out = two(static_cast<unsigned>(date.day())) + "/" + two(static_cast<unsigned>(date.month()));
  }
  const bool elapsed = out.empty() && has(shape, 's');  // "[h]:mm:ss", "mm:ss"
  if (has(shape, 'h') || elapsed) {
    const auto part = Decimal::multiply(elapsed ? value : value - whole, Decimal(24 * 60));
    const long minutes =
        part ? static_cast<long>(part->rounded(0, Rounding::half_up).to_int64().value_or(0)) : 0;
    out += (out.empty() ? "" : " ") + two(minutes / 60) + ":" + two(minutes % 60);
  }
  return out.empty() ? two(static_cast<unsigned>(date.month())) : out;  // "mmmm"
}

std::size_t decimals_of(std::string_view shape) {
  const auto point = shape.find('.');
  if (point == std::string_view::npos) return 0;
  const auto end = shape.find_first_not_of("0#?", point + 1);
  return std::min<std::size_t>((end == std::string_view::npos ? shape.size() : end) - point - 1,
                               15);
}

}  // namespace

std::string shown_value(std::string_view value, std::string_view code, DateSystem dates) {
  const auto number = parse_value(value);
  if (!number) return std::string(value);
  const std::string shape = shape_of(code);
  if (shape.empty() || shape == "general" || has(shape, '@')) {
    return vietnamese(number->rounded(10, Rounding::half_up).to_string(), false);
  }
  if (is_date(shape)) return shown_date(*number, shape, dates);
  const bool percent = has(shape, '%');
  const auto scaled = percent ? Decimal::multiply(*number, Decimal(100)) : *number;
  if (!scaled) return std::string(value);
  const int decimals = static_cast<int>(decimals_of(shape));
  std::string out = scaled->rounded(decimals, Rounding::half_up).to_fixed(decimals);
  return vietnamese(std::move(out), has(shape, ',')) + (percent ? "%" : "");
}

std::string_view built_in_code(int id) {
  switch (id) {
    case 1:
      return "0";
    case 2:
      return "0.00";
    case 3:
    case 37:
    case 38:
      return "#,##0";
    case 4:
    case 39:
    case 40:
      return "#,##0.00";
    case 9:
      return "0%";
    case 10:
      return "0.00%";
    case 14:
      return "dd/mm/yyyy";
    case 15:
      return "d-mmm-yy";
    case 16:
      return "d-mmm";
    case 17:
      return "mmm-yy";
    case 18:
    case 19:
    case 20:
    case 21:
      return "h:mm";
    case 22:
      return "dd/mm/yyyy h:mm";
    default:
      return "General";
  }
}

}  // namespace liem::extraction
