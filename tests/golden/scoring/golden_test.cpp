// A folder a rule kind, and one for the shipped set. Each <case>.answers.yaml is scored with the
// set it names; <case>.expected.yaml says what must come out, where that truth came from, and with
// which answers of the units below.
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

// pctn-2024 as it is shipped, or every-kind from beside this file.
IndicatorSet set_named(const std::string& id) {
  const auto beside = root / "tests/golden/scoring" / (id + ".yaml");
  const auto shipped = root / "data/indicator-sets" / (id + ".yaml");
  const auto items =
      figures::load_items(bytes_of(root / "data/figures/pctn.yaml"), "items").value();
  return load_set(bytes_of(std::filesystem::exists(beside) ? beside : shipped), "set", items,
                  std::string(64, '0'))
      .value();
}

std::string set_of(const std::string& answers) {
  return yaml::parse(answers, "answers").value().text_at("set").value();
}

// The score with the units below that the case names.
Score score_case(const IndicatorSet& set, const Inputs& inputs, const yaml::Node& expected,
                 const std::filesystem::path& folder) {
  std::vector<Inputs> answers;
  std::vector<Score> scores;
  std::vector<UnitBelow> below;
  if (!expected.has("below")) return score(set, inputs);
  const auto files = expected.at("below").value().items().value();
  for (const auto& file : files) {
    answers.push_back(load_inputs(bytes_of(folder / file.text().value()), "below", set).value());
    scores.push_back(score(set, answers.back()));
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    below.push_back({files[i].text().value(), &answers[i], &scores[i]});
  }
  return score(set, inputs, below);
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
  const auto answers = bytes_of(folder / (GetParam() + ".answers.yaml"));
  const auto set = set_named(set_of(answers));
  const auto inputs = load_inputs(answers, "answers", set);
  ASSERT_TRUE(inputs);
  const auto expected =
      yaml::parse(bytes_of(folder / (GetParam() + ".expected.yaml")), "expected").value();
  const auto result = score_case(set, *inputs, expected, (folder / GetParam()).parent_path());
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
  const auto folder = root / "tests/golden/scoring";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const auto name = std::filesystem::relative(entry.path(), folder).string();
    if (name.ends_with(ending)) names.push_back(name.substr(0, name.size() - ending.size()));
  }
  std::ranges::sort(names);
  return names;
}

INSTANTIATE_TEST_SUITE_P(Scoring, Golden, testing::ValuesIn(cases()), [](const auto& golden) {
  auto name = golden.param;
  for (char& c : name) {
    if (c == '-' || c == '/') c = '_';
  }
  return name;
});

}  // namespace
}  // namespace liem::indicators
