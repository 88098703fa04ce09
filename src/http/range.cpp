#include "http/range.h"

#include <algorithm>
#include <charconv>

namespace liem::http {
namespace {

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

RangeAnswer answer_range(std::string_view field, std::uint64_t size) {
  const RangeAnswer whole{RangeKind::whole, {0, size}};
  constexpr std::string_view unit = "bytes=";
  if (!field.starts_with(unit)) return whole;
  field.remove_prefix(unit.size());
  const auto dash = field.find('-');
  if (dash == field.npos || field.find(',') != field.npos) return whole;
  const auto first = number(field.substr(0, dash)), last = number(field.substr(dash + 1));
  if (dash == 0) {  // the last so many bytes
    if (!last) return whole;
    if (*last == 0 || size == 0) return {RangeKind::unsatisfiable, {}};
    const auto count = std::min(*last, size);
    return {RangeKind::part, {size - count, count}};
  }
  if (!first || (!last && dash + 1 < field.size()) || (last && *last < *first)) return whole;
  if (*first >= size) return {RangeKind::unsatisfiable, {}};
  const auto end = std::min(last.value_or(size - 1), size - 1);
  return {RangeKind::part, {*first, end - *first + 1}};
}

}  // namespace liem::http
