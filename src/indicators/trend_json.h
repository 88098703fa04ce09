// Published results as docs/openapi.yaml shapes them: PublishedLine, ComparablePart.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "indicators/trend.h"

namespace liem::indicators {

// The lines of `published`, each point with its set; `reference` knows the versions.
boost::json::array published_json(const TrendReference& reference,
                                  const PublishedResults& published);
boost::json::object comparable_json(const ComparablePart& part);

}  // namespace liem::indicators
