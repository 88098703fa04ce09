// A stored result beside the one that its bundle comes to now.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

namespace liem::indicators {

// A value of the stored result that comes out otherwise now. Of an explanation the first place that
// differs, and only where the points are the same: other points are explained otherwise.
struct BundleDifference {
  std::string code;  // empty for the total
  std::string what;  // "reached", "reachable", "maximum", "state", "self", "explanation"
  std::string stored, now;
  bool operator==(const BundleDifference&) const = default;
};

// Whether the program's texts are those with which the result was stored. Where they changed,
// sentences with the same numbers in them say the same.
enum class Texts { same, changed };

struct ResultComparison {
  std::vector<BundleDifference> differences;
  std::size_t reworded = 0;  // explanations that differ in words alone
};
ResultComparison compare_results(const boost::json::object& stored, const boost::json::object& now,
                                 Texts texts);

}  // namespace liem::indicators
