// What was published of rounds: for everybody, signed in or not. docs/decisions/0018-publication.md
#include "http/json.h"
#include "http/publication_json.h"
#include "http/query.h"
#include "http/routes/routes.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::PublishedDocument;

// What was read may be kept that long unasked; a restored backup may still take it back.
constexpr std::string_view cached = "public, max-age=300";

Result<Response> list(const Services& services, const Call& call) {
  const auto query = parse_query(call.head.target);
  if (!query) return std::unexpected(query.error());
  const auto named = query->find("round");
  const auto wanted = named == query->end() ? std::nullopt : std::optional(named->second);
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  const auto all = (*store)->publications().publications(services.province, wanted);
  if (!all) return std::unexpected(all.error());
  json::array out;
  for (const auto& one : *all) {
    const auto round = (*store)->round(services.province, one.round);
    if (!round) return std::unexpected(round.error());
    if (*round) out.push_back(summary_json(one, **round));
  }
  return json_answer(out);
}

Result<PublishedDocument> found(const Services& services, const Call& call) {
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  return assessment::published_document(**store, services.province, call.parameters.at("round"),
                                        number_segment(call.parameters.at("number")));
}

bool has_it(const Head& head, const std::string& tag) {
  return head.if_none_match == "*" || head.if_none_match.find(tag) != std::string::npos;
}

// The bytes that were frozen; their hash is their tag.
Result<Response> get(const Services& services, const Call& call) {
  auto publication = found(services, call);
  if (!publication) return std::unexpected(publication.error());
  const std::string tag = '"' + publication->publication.sha256 + '"';
  Response response;
  response.fields = {{"Cache-Control", std::string(cached)}, {"ETag", tag}};
  if (has_it(call.head, tag)) {
    response.status = 304;
    return response;
  }
  response.fields.emplace_back("Content-Type", "application/json");
  response.body = std::move(publication->document);
  return response;
}

Result<Response> get_changes(const Services& services, const Call& call) {
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  const auto found =
      assessment::published_with_changes(**store, services.province, call.parameters.at("round"),
                                         number_segment(call.parameters.at("number")));
  if (!found) return std::unexpected(found.error());
  const int number = found->publication.number;
  return json_answer(
      json::object{{"number", number},
                   {"before", number == 1 ? json::value(nullptr) : json::value(number - 1)},
                   {"changes", changes_json(found->changes)}});
}

}  // namespace

void add_publication_routes(Router& router, const Services& services) {
  const auto add = [&](const std::string& path, auto handle) {
    router.add({Method::get, path, Access::open, Cost::library, "", 0,
                [&services, handle](const Call& call) { return handle(services, call); }});
  };
  const std::string all = "/api/v1/publications", one = all + "/{round}/{number}";
  add(all, &list);
  add(one, &get);
  add(one + "/changes", &get_changes);
}

}  // namespace liem::http
