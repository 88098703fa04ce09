#include "http/publication_json.h"

#include <boost/json/parse.hpp>

#include "http/json.h"

namespace liem::http {

namespace json = boost::json;

json::object summary_json(const assessment::Publication& publication,
                          const assessment::Round& round) {
  const auto& by = publication.by;
  json::object office{{"id", by.unit}, {"name", to_json(by.unit_name)}};
  return {{"round", publication.round},
          {"round_title", to_json(round.title)},
          {"year", round.year},
          {"number", publication.number},
          {"act", publication.act},
          {"published_at", time_text(publication.at)},
          {"published_by", json::object{{"name", by.name},
                                        {"role", std::string(assessment::name_of(by.role))},
                                        {"unit", std::move(office)},
                                        {"on_behalf_of", filled_or_null(by.for_name)}}},
          {"reason", filled_or_null(publication.reason)},
          {"sha256", publication.sha256}};
}

json::array changes_json(const std::vector<assessment::PublicationChange>& changes) {
  json::array out;
  for (const auto& one : changes) {
    out.push_back(json::object{{"of", std::string(assessment::name_of(one.of))},
                               {"id", filled_or_null(one.id)},
                               {"title", to_json(one.title)},
                               {"part", filled_or_null(one.part)},
                               {"field", one.field},
                               {"before", filled_or_null(one.before)},
                               {"after", filled_or_null(one.after)}});
  }
  return out;
}

json::object published_json(const assessment::PublishedDocument& made) {
  return {{"number", made.publication.number},
          {"sha256", made.publication.sha256},
          {"document", json::parse(made.document)},
          {"changes", changes_json(made.changes)}};
}

}  // namespace liem::http
