// Publications as docs/openapi.yaml shapes them: PublicationSummary, PublicationChange.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "assessment/publishing.h"

namespace liem::http {

boost::json::object summary_json(const assessment::Publication& publication,
                                 const assessment::Round& round);
boost::json::array changes_json(const std::vector<assessment::PublicationChange>& changes);
// What an act that publishes answers with: number, hash, the document itself and what it changes.
boost::json::object published_json(const assessment::PublishedDocument& made);

}  // namespace liem::http
