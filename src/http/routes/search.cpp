// Search without tone marks through what the asker may see.
#include "assessment/search.h"

#include <map>

#include "http/json.h"
#include "http/paging.h"
#include "http/query.h"
#include "http/routes/routes.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::Hit;

constexpr std::size_t longest_query = 200;  // bytes

namespace errors {
constexpr ErrorCode long_query{"http.long_query", ErrorKind::bad_input};
}

// The text in pieces, those that were looked for told apart.
json::array pieces(const Hit& hit) {
  json::array out;
  std::size_t at = 0;
  const auto put = [&](std::size_t end, bool matched) {
    if (end > at)
      out.push_back(json::object{{"text", hit.text.substr(at, end - at)}, {"match", matched}});
    at = end;
  };
  for (const auto& word : hit.found.words) {
    put(word.begin, false);
    put(word.end, true);
  }
  put(hit.text.size(), false);
  return out;
}

json::object hit_json(const Hit& hit) {
  json::value unit = nullptr, bytes = nullptr;
  if (hit.unit) unit = unit_reference(*hit.unit);
  if (hit.kind == assessment::HitKind::report) bytes = json::array{hit.place.begin, hit.place.end};
  return {{"kind", std::string(assessment::name_of(hit.kind))},
          {"id", hit.id},
          {"exact", hit.found.exact},
          {"unit", std::move(unit)},
          {"criterion", filled_or_null(hit.criterion)},
          {"report", filled_or_null(hit.report)},
          {"bytes", std::move(bytes)},
          {"pieces", pieces(hit)}};
}

json::object counts(const std::vector<Hit>& hits) {
  std::map<assessment::HitKind, std::int64_t> found;
  for (const auto& hit : hits) ++found[hit.kind];
  json::object out;
  for (const auto kind : assessment::hit_kinds) out[assessment::name_of(kind)] = found[kind];
  return out;
}

std::optional<std::string> given(const Query& query, std::string_view name) {
  const auto found = query.find(name);
  return found == query.end() || found->second.empty() ? std::nullopt
                                                       : std::optional(found->second);
}

Result<Response> get(const assessment::Desk& desk, const Call& call) {
  const auto query = parse_query(call.head.target);
  if (!query) return std::unexpected(query.error());
  const auto typed = given(*query, "q").value_or("");
  if (typed.size() > longest_query) {
    return fail(errors::long_query, {{"field", "q"}, {"most", std::to_string(longest_query)}});
  }
  auto result = assessment::search(desk, typed, given(*query, "round"));
  if (!result) return std::unexpected(result.error());
  auto all = counts(result->hits);
  if (const auto kind = given(*query, "kind")) {
    std::erase_if(result->hits,
                  [&](const Hit& hit) { return assessment::name_of(hit.kind) != *kind; });
  }
  const auto& hits = result->hits;
  const auto page = page_in(*query, hits.size(), [&](std::size_t at) {
    return std::string(assessment::name_of(hits[at].kind)) + ":" + hits[at].id;
  });
  if (!page) return std::unexpected(page.error());
  json::array shown;
  for (std::size_t at = page->begin; at < page->end; ++at) shown.push_back(hit_json(hits[at]));
  auto answer = json_answer(
      json::object{{"round", result->round ? json::value(result->round->id) : json::value(nullptr)},
                   {"counts", std::move(all)},
                   {"hits", std::move(shown)}});
  link_next(answer, call, *page);
  return answer;
}

}  // namespace

void add_search_routes(Router& router, const Services& services) {
  router.add({Method::get, "/api/v1/search", Access::signed_in, Cost::library, "", 0,
              [&services](const Call& call) {
                return at_desk(services, call,
                               [&](const assessment::Desk& desk) { return get(desk, call); });
              }});
}

}  // namespace liem::http
