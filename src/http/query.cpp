#include "http/query.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/percent.h"
#include "http/errors.h"

namespace liem::http {
namespace {

// Of a form's field: "+" stands for a space.
std::optional<std::string> decode(std::string_view raw) {
  std::string spaced(raw);
  std::ranges::replace(spaced, '+', ' ');
  return decode_percent(spaced);
}

}  // namespace

Result<Query> parse_query(std::string_view target) {
  Query query;
  const auto mark = target.find('?');
  if (mark == target.npos) return query;
  std::string_view rest = target.substr(mark + 1);
  rest = rest.substr(0, rest.find('#'));
  while (!rest.empty()) {
    const auto part = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    if (part.empty()) continue;
    const auto equals = std::min(part.find('='), part.size());
    auto name = decode(part.substr(0, equals));
    auto value = decode(part.substr(std::min(equals + 1, part.size())));
    if (!name || !value || !query.emplace(std::move(*name), std::move(*value)).second) {
      return fail(errors::bad_path);
    }
  }
  return query;
}

Result<int> whole_in(const Query& query, std::string_view name, int least, int most,
                     int otherwise) {
  const auto found = query.find(name);
  if (found == query.end()) return otherwise;
  const std::string& text = found->second;
  int value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = failed == std::errc() && end == text.data() + text.size();
  if (whole && value >= least && value <= most) return value;
  return fail(errors::bad_field, {{"field", std::string(name)},
                                  {"wanted", std::to_string(least) + ".." + std::to_string(most)}});
}

int number_segment(std::string_view segment) {
  int value = 0;
  const auto [end, failed] =
      std::from_chars(segment.data(), segment.data() + segment.size(), value);
  const bool proper = failed == std::errc() && end == segment.data() + segment.size() &&
                      !segment.starts_with('0') && !segment.starts_with('-');
  return proper ? value : 0;
}

}  // namespace liem::http
