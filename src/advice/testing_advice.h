// What tests of advice share: the small set of the indicators' tests, and the shipped one.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "advice/change.h"
#include "indicators/testing_set.h"

namespace liem::advice::testing_advice {

using namespace indicators::testing_set;
using indicators::IndicatorSet;
using indicators::Inputs;

inline Catalogue advice_words() {
  Catalogue all = catalogue();
  const std::string file = "data/locales/messages/advice.yaml";
  EXPECT_TRUE(all.add(file_text(file), file));
  return all;
}

inline Inputs inputs_of(const IndicatorSet& set, const std::string& answers) {
  const auto inputs =
      indicators::load_inputs("set: " + set.id + "\ninputs: " + answers + "\n", "inputs.yaml", set);
  EXPECT_TRUE(inputs) << (inputs ? "" : catalogue().render(inputs.error()[0].message, Locale::en));
  return inputs.value();
}

inline IndicatorSet shipped_set() {
  const auto items = figures::load_items(file_text("data/figures/pctn.yaml"), "pctn.yaml").value();
  return indicators::load_set(file_text("data/indicator-sets/pctn-2024.yaml"), "pctn-2024.yaml",
                              items, std::string(64, 'a'))
      .value();
}

inline Inputs demo_inputs(const IndicatorSet& set, const std::string& unit) {
  return indicators::load_inputs(file_text("data/demo/submissions/" + unit + "/answers.yaml"),
                                 "answers.yaml", set)
      .value();
}

// Lines in English.
inline std::vector<std::string> english(const Problems& problems) {
  const auto words = advice_words();
  std::vector<std::string> out;
  for (const auto& problem : problems) out.push_back(words.render(problem.message, Locale::en));
  return out;
}

}  // namespace liem::advice::testing_advice
