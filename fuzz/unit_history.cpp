// A file of events: every problem named, or trees of which no part of a unit is lost unsaid.
#include "fuzz/data.h"
#include "organisation/history.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace liem;
  const auto history = organisation::load_history(fuzz::as_text(data, size), "f");
  if (!history) {
    LIEM_CHECK(!history.error().empty());
    for (const auto& problem : history.error()) fuzz::check_words(problem.message);
    return 0;
  }
  for (const auto& event : history->events()) {
    for (const auto& one : history->tree_on(event.date).units) {
      const auto descent = history->successors(one.unit.id, event.date, *make_date(9999, 12, 31));
      Rational sum = descent.lost;
      for (const auto& [unit, share] : descent.shares) sum += share;
      LIEM_CHECK(sum == Rational(1));
    }
  }
  if (history->events().empty()) return 0;  // a piece without events is no list of its own
  const auto written = organisation::to_yaml(history->events());
  const auto again = organisation::load_events(written, "f");
  LIEM_CHECK(again.has_value() && organisation::to_yaml(*again) == written);
  return 0;
}
