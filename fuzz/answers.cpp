// A unit's answers to the shipped set: refused with every problem named, or scored within bounds.
#include <boost/json.hpp>

#include "base/utf8.h"
#include "fuzz/data.h"
#include "indicators/score.h"
#include "indicators/score_json.h"

namespace {

using namespace liem;

const indicators::IndicatorSet& shipped() {
  static const auto loaded = [] {
    const auto items =
        figures::load_items(fuzz::file_text("data/figures/pctn.yaml"), "pctn.yaml").value();
    return indicators::load_set(fuzz::file_text("data/indicator-sets/pctn-2024.yaml"),
                                "pctn-2024.yaml", items, std::string(64, '0'))
        .value();
  }();
  return loaded;
}

void check_bounds(const indicators::CriterionScore& score) {
  const auto& points = score.points;
  LIEM_CHECK(Decimal(0) <= points.reached);
  LIEM_CHECK(points.reached <= points.reachable && points.reachable <= points.maximum);
  for (const auto& child : score.children) check_bounds(child);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto inputs = indicators::load_inputs(fuzz::as_text(data, size), "f", shipped());
  if (!inputs) {
    LIEM_CHECK(!inputs.error().empty());
    for (const auto& problem : inputs.error()) fuzz::check_words(problem.message);
    return 0;
  }
  const auto score = indicators::score(shipped(), *inputs);
  check_bounds(score.total);
  const auto json = indicators::score_json(score, shipped(), *inputs, fuzz::words());
  LIEM_CHECK(utf8::find_invalid(boost::json::serialize(json)) == std::string::npos);
  return 0;
}
