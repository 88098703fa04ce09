// A file of published results: refused with every problem named, or its years rise and its points
// stay within the maximum.
#include "fuzz/data.h"
#include "indicators/published.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace liem;
  const auto results = indicators::load_published(fuzz::as_text(data, size), "f");
  if (!results) {
    LIEM_CHECK(!results.error().empty());
    for (const auto& problem : results.error()) fuzz::check_words(problem.message);
    return 0;
  }
  for (const auto& line : results->lines) {
    int before = 0;
    for (const auto& point : line.points) {
      LIEM_CHECK(point.year > before);
      LIEM_CHECK(!point.points.is_negative() && point.points <= results->maximum);
      before = point.year;
    }
  }
  return 0;
}
