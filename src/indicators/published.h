// Results of the provinces as the Government Inspectorate published them: reference data beside
// which a province's own rounds are shown. data/published/*.yaml.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/error.h"
#include "base/words.h"
#include "law/parameter.h"

namespace liem::indicators {

struct PublishedPoint {
  int year = 0;
  Decimal points;
  std::string province;            // whose it was; empty for a mean
  std::optional<std::string> set;  // id of the set it stands on, where that set is known
  law::Status status = law::Status::unconfirmed;  // how well the figure is known
  Words source;
};

// One thing followed over the years: the national mean, the best, one province.
struct PublishedLine {
  std::string id;  // "national_mean"
  Words label;
  std::vector<PublishedPoint> points;  // by year, one a year
};

struct PublishedResults {
  Decimal maximum;  // of every point
  std::vector<PublishedLine> lines;
};

// Every problem at once, each with {file} and {line}.
std::expected<PublishedResults, Problems> load_published(std::string_view text,
                                                         std::string_view file);

}  // namespace liem::indicators
