// Each <case>.answers.yaml is scored with the shipped set; <case>.expected.yaml says what must come
// out and where that truth came from.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/yaml.h"
#include "indicators/score_text.h"

namespace liem::indicators {
namespace {

const std::filesystem::path root = LIEM_SOURCE_DIR;

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

IndicatorSet shipped_set() {
  const auto items =
      figures::load_items(bytes_of(root / "data/figures/pctn.yaml"), "items").value();
  return load_set(bytes_of(root / "data/indicator-sets/pctn-2024.yaml"), "set", items,
                  std::string(64, '0'))
      .value();
}

Catalogue words() {
  Catalogue catalogue;
  EXPECT_TRUE(catalogue.add(bytes_of(root / "data/locales/messages/indicators.yaml"), "words"));
  return catalogue;
}

void expect_points(const CriterionScore& score, const yaml::Node& expected) {
  EXPECT_EQ(name_of(score.state), expected.text_at("state").value());
  EXPECT_EQ(score.points.reached, expected.decimal_at("reached").value());
  EXPECT_EQ(score.points.reachable, expected.decimal_at("reachable").value());
  if (expected.has("self")) {
    EXPECT_EQ(score.self, expected.decimal_at("self").value());
  }
  if (expected.has("gap")) {
    EXPECT_EQ(score.gap, expected.decimal_at("gap").value());
  }
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, ComesOutAsWorkedByHand) {
  const auto folder = root / "tests/golden/scoring";
  const auto set = shipped_set();
  const auto inputs =
      load_inputs(bytes_of(folder / (GetParam() + ".answers.yaml")), "answers", set);
  ASSERT_TRUE(inputs);
  const auto result = score(set, *inputs);
  const auto expected =
      yaml::parse(bytes_of(folder / (GetParam() + ".expected.yaml")), "expected").value();
  ASSERT_TRUE(expected.text_at("truth"));
  const auto points = expected.at("points").value().entries().value();
  ASSERT_FALSE(points.empty());
  for (const auto& [code, node] : points) {
    SCOPED_TRACE("criterion “" + code + "”");
    ASSERT_NE(result.find(code), nullptr);
    expect_points(*result.find(code), node);
  }
  if (!expected.has("text")) return;
  const auto texts = expected.at("text").value().entries().value();
  for (const auto& [code, node] : texts) {
    EXPECT_EQ(explanation_text(code, result, set, *inputs, words(), {Locale::vi, Colour::plain}),
              node.text().value());
  }
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  const std::string ending = ".answers.yaml";
  for (const auto& entry : std::filesystem::directory_iterator(root / "tests/golden/scoring")) {
    const auto name = entry.path().filename().string();
    if (name.ends_with(ending)) names.push_back(name.substr(0, name.size() - ending.size()));
  }
  std::ranges::sort(names);
  return names;
}

INSTANTIATE_TEST_SUITE_P(Scoring, Golden, testing::ValuesIn(cases()), [](const auto& golden) {
  auto name = golden.param;
  std::ranges::replace(name, '-', '_');
  return name;
});

}  // namespace
}  // namespace liem::indicators
