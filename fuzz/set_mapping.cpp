// A mapping between two sets: refused with every problem named, or every leaf of both stands in it
// once, and answers go along it without one being lost.
#include "fuzz/data.h"
#include "indicators/mapping.h"
#include "indicators/moved_answers.h"

namespace {

using namespace liem;

std::string leaf(const std::string& code, const std::string& points) {
  return "  - {code: " + code + ", title: {vi: x, en: x}, points: " + points +
         ", provenance: assumed, rule_provenance: assumed, legal_basis: [law], evidence: [{vi: x, "
         "en: x}], rule: {kind: documented, input: plan.issued}}\n";
}

indicators::IndicatorSet set_of(const std::string& id, const std::string& leaves) {
  const auto items =
      figures::load_items(fuzz::file_text("data/figures/pctn.yaml"), "pctn.yaml").value();
  const std::string head =
      "\nversion: '1'\ntitle: {vi: x, en: x}\nsource: {vi: x, en: x}\n"
      "period: {from: '12-16', to: '12-15'}\nrounding: {decimals: 2, mode: "
      "half_up, at: leaf, provenance: assumed}\npoints: 6\ncriteria:\n";
  return indicators::load_set("id: " + id + head + leaves, "s", items, "").value();
}

const indicators::IndicatorSet& older() {
  static const auto set = set_of("older", leaf("A", "1") + leaf("B", "2") + leaf("C", "3"));
  return set;
}
const indicators::IndicatorSet& newer() {
  static const auto set = set_of("newer", leaf("A", "3") + leaf("B", "2") + leaf("D", "1"));
  return set;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::as_text(data, size);
  const auto ends = indicators::mapping_ends(text, "f");
  if (!ends) fuzz::check_words(ends.error().message);
  const auto mapping = indicators::load_mapping(text, "f", older(), newer());
  if (!mapping) {
    LIEM_CHECK(!mapping.error().empty());
    for (const auto& problem : mapping.error()) fuzz::check_words(problem.message);
    return 0;
  }
  for (const auto* one : indicators::leaves_of(older())) {
    LIEM_CHECK(mapping->of_old(one->code) != nullptr);
  }
  for (const auto* one : indicators::leaves_of(newer())) {
    LIEM_CHECK(mapping->of_new(one->code) != nullptr);
  }
  const auto inputs = indicators::load_inputs(
      "set: older\ninputs: {plan.issued: true}\nself: {A: 1, B: 2, C: 3}\n", "i", older());
  const auto moved = indicators::move_answers(inputs.value(), older(), newer(), *mapping);
  LIEM_CHECK(moved.has_value() && moved->inputs.answers.size() == 1);
  Decimal self;
  for (const auto& [code, points] : moved->inputs.self) self += points;
  for (const auto& earlier : moved->inputs.earlier) {
    for (const auto& [code, points] : earlier.self) self += points;
  }
  LIEM_CHECK(self == Decimal(6));
  return 0;
}
