#include "http/router.h"

#include "http/errors.h"

namespace liem::http {
namespace {

bool is_parameter(std::string_view segment) { return segment.starts_with('{'); }

std::optional<Parameters> fit(const std::vector<std::string>& pattern,
                              const std::vector<std::string>& segments) {
  if (pattern.size() != segments.size()) return std::nullopt;
  for (std::size_t i = pattern.size(); i-- > 0;) {  // what tells patterns apart stands behind
    const bool fits = is_parameter(pattern[i]) ? !segments[i].empty() : pattern[i] == segments[i];
    if (!fits) return std::nullopt;
  }
  Parameters parameters;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (!is_parameter(pattern[i])) continue;
    parameters.emplace(pattern[i].substr(1, pattern[i].size() - 2), segments[i]);
  }
  return parameters;
}

}  // namespace

void Router::add(Route route) {
  const auto path = parse_path(route.pattern);
  LIEM_CHECK(path.has_value());
  const bool counted = route.cost == Cost::reading || route.cost == Cost::files;
  LIEM_CHECK(!counted || route.access == Access::signed_in);  // whose is it?
  entries_.push_back({std::move(route), path->segments});
}

Result<Router::Match> Router::match(const Head& head, const Path& path) const {
  const Method wanted = head.method == Method::head ? Method::get : head.method;
  std::string allowed;
  for (const auto& entry : entries_) {
    auto parameters = fit(entry.segments, path.segments);
    if (!parameters) continue;
    if (entry.route.method == wanted) return Match{&entry.route, std::move(*parameters)};
    allowed.append(allowed.empty() ? "" : ", ").append(name_of(entry.route.method));
    if (entry.route.method == Method::get) allowed += ", HEAD";
  }
  if (allowed.empty()) return fail(errors::unknown_path, {{"path", path.text}});
  return fail(errors::wrong_method, {{"method", method_name(head)}, {"allow", allowed}});
}

}  // namespace liem::http
