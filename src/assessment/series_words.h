// What a series says to people, in both languages; templates in data/locales/messages/series.yaml.
#pragma once

#include <vector>

#include "assessment/series.h"
#include "base/messages.h"

namespace liem::assessment {

// "1.234 người", "khoảng 22,2 người (ước tính)", "để trống" ...
Words value_words(const Series& series, const SeriesYear& year, const Catalogue& catalogue);
// The value with its item, unit, days of the values and day of the tree.
Words headline(const Series& series, const SeriesYear& year, const Catalogue& catalogue);
// The same in two parts, for a table: what all years share, then a year with its days and value.
Words title(const Series& series, const Catalogue& catalogue);
Words row(const Series& series, const SeriesYear& year, const Catalogue& catalogue);
// How the value came about: "a + b", a mean, a percentage of sums, or kept apart.
Words arithmetic(const Series& series, const SeriesYear& year, const Catalogue& catalogue);

struct PartWords {
  Words unit;                // its name on the day of the report
  Words text;                // what of its value counts, and why
  std::vector<Words> steps;  // how the unit came to where it is counted
};
// Of a part of `numerator` or `value`; for a percentage the denominator is told with it.
PartWords part_words(const Series& series, const SeriesYear& year, const figures::Part& part,
                     const ProvinceHistory& history, const Catalogue& catalogue);

}  // namespace liem::assessment
