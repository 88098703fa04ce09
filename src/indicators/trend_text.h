// Published results for a person at a terminal: a bar for each year, with the set it stands on.
#pragma once

#include <string>

#include "base/messages.h"
#include "indicators/trend.h"

namespace liem::indicators {

std::string published_text(const TrendReference& reference, const PublishedResults& published,
                           const Catalogue& catalogue, Locale locale);

}  // namespace liem::indicators
