// A file of legal numbers or of working days: refused with every problem named, or what holds on a
// day is one of its periods, and a working day is found.
#include "law/law.h"

#include <array>

#include "fuzz/data.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace liem;
  const std::array<NamedFile, 1> files{{{"f", std::string(fuzz::as_text(data, size))}}};
  const auto law = law::load_law(files);
  if (!law) {
    LIEM_CHECK(!law.error().empty());
    for (const auto& problem : law.error()) fuzz::check_words(problem.message);
    return 0;
  }
  for (const auto& warning : law->warnings) fuzz::check_words(warning.message);
  for (const auto& [id, parameter] : law->parameters.all()) {
    LIEM_CHECK(!parameter.periods.empty());
    for (const auto& period : parameter.periods) {
      const auto holding = law->parameters.on(id, period.from);
      LIEM_CHECK(holding.has_value() && holding->period == &period);
    }
  }
  const auto nothing = law->parameters.on("no.such", *make_date(2025, 1, 1));
  LIEM_CHECK(!nothing.has_value());
  fuzz::check_words(nothing.error().message);
  return 0;
}
