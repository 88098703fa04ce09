#include "http/router.h"

#include "http/errors.h"

namespace liem::http {
namespace {

std::optional<Parameters> fit(const std::vector<std::string>& pattern,
                              const std::vector<std::string>& segments) {
  if (pattern.size() != segments.size()) return std::nullopt;
  Parameters parameters;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i].starts_with('{')) {
      if (segments[i].empty()) return std::nullopt;
      parameters.emplace(pattern[i].substr(1, pattern[i].size() - 2), segments[i]);
    } else if (pattern[i] != segments[i]) {
      return std::nullopt;
    }
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
