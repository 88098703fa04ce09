// An indicator set: refused with every problem named, or scored.
#include "base/utf8.h"
#include "fuzz/data.h"
#include "indicators/score.h"
#include "indicators/score_text.h"

namespace {

using namespace liem;

const figures::ItemCatalogue& items() {
  static const auto loaded =
      figures::load_items(fuzz::file_text("data/figures/pctn.yaml"), "pctn.yaml").value();
  return loaded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto set = indicators::load_set(fuzz::as_text(data, size), "f", items(), "");
  if (!set) {
    LIEM_CHECK(!set.error().empty());
    for (const auto& problem : set.error()) fuzz::check_words(problem.message);
    return 0;
  }
  const auto score = indicators::score(*set, {});
  for (const auto& criterion : set->criteria) {
    LIEM_CHECK(set->find(criterion.code) != nullptr);
    LIEM_CHECK(set->path_to(criterion.code).size() == 1);
    LIEM_CHECK(score.find(criterion.code) != nullptr);
  }
  const auto text = indicators::score_text(score, *set, {}, fuzz::words(), {});
  LIEM_CHECK(utf8::find_invalid(text) == std::string::npos);
  return 0;
}
