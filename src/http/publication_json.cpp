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
          {"published_by",
           json::object{{"name", by.name},
                        {"role", std::string(assessment::name_of(by.role))},
                        {"unit", std::move(office)},
                        {"on_behalf_of",
                         by.for_name.empty() ? json::value(nullptr) : json::value(by.for_name)}}},
          {"reason",
           publication.reason.empty() ? json::value(nullptr) : json::value(publication.reason)},
          {"sha256", publication.sha256}};
}

json::array changes_json(const std::vector<assessment::PublicationChange>& changes) {
  const auto text = [](const std::string& value) {
    return value.empty() ? json::value(nullptr) : json::value(value);
  };
  json::array out;
  for (const auto& one : changes) {
    out.push_back(json::object{{"of", std::string(assessment::name_of(one.of))},
                               {"id", text(one.id)},
                               {"title", to_json(one.title)},
                               {"part", text(one.part)},
                               {"field", one.field},
                               {"before", text(one.before)},
                               {"after", text(one.after)}});
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
