// An indicator set: refused with every problem named, or scored; its rules may ask the law.
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

const law::Parameters& legal() {
  static const auto loaded = [] {
    std::vector<NamedFile> files;
    for (const auto* name :
         {"assessment", "conduct", "declarations", "petitions", "verification", "working-days"}) {
      const auto file = std::string("data/law/") + name + ".yaml";
      files.push_back({file, fuzz::file_text(file)});
    }
    return law::load_law(files).value().parameters;
  }();
  return loaded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto set = indicators::load_set(fuzz::as_text(data, size), "f", items(), "", legal());
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
