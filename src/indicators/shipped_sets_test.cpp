#include <gmock/gmock.h>

#include "indicators/mapping.h"
#include "indicators/published.h"
#include "indicators/testing_set.h"
#include "indicators/trend.h"

namespace liem::indicators {
namespace {

using namespace testing_set;
using testing::ElementsAre;

IndicatorSet shipped(const std::string& id) {
  const auto catalogue_of_items =
      figures::load_items(file_text("data/figures/pctn.yaml"), "pctn.yaml").value();
  auto set = load_set(file_text("data/indicator-sets/" + id + ".yaml"), id + ".yaml",
                      catalogue_of_items, id);
  EXPECT_TRUE(set) << lines_of(set.error())[0];
  return std::move(set).value();
}

Mapping shipped_mapping(const std::string& name, const IndicatorSet& from, const IndicatorSet& to) {
  auto mapping =
      load_mapping(file_text("data/indicator-sets/mappings/" + name + ".yaml"), name, from, to);
  EXPECT_TRUE(mapping) << lines_of(mapping.error())[0];
  return std::move(mapping).value();
}

std::vector<std::string> parts(const IndicatorSet& set) {
  std::vector<std::string> out;
  for (const auto& part : set.criteria) {
    out.push_back(part.code + " " + part.points.to_string() + " " +
                  std::string(name_of(part.provenance)));
  }
  return out;
}

TEST(ShippedSets, KeepThePublishedPointsOfEveryYear) {
  EXPECT_THAT(parts(shipped("pctn-2017")),
              ElementsAre("A 20 published", "B 30 published", "C 25 published", "D 25 published"));
  EXPECT_THAT(parts(shipped("pctn-2023")),
              ElementsAre("A 20 published", "B 30 published", "C 40 published", "D 10 published"));
  const auto set_2023 = shipped("pctn-2023");
  EXPECT_EQ(set_2023.find("B.1")->points, Decimal(27));
  EXPECT_EQ(set_2023.find("B.2")->points, Decimal(3));
  EXPECT_EQ(set_2023.find("B.1")->provenance, Provenance::published);
}

TEST(ShippedSets, MarkAsAssumedWhatNoPublishedTextGives) {
  for (const auto* id : {"pctn-2017", "pctn-2023"}) {
    const auto set = shipped(id);
    for (const auto* leaf : leaves_of(set)) {
      EXPECT_EQ(leaf->provenance, Provenance::assumed) << id << " " << leaf->code;
      EXPECT_EQ(leaf->leaf->rule_provenance, Provenance::assumed) << id << " " << leaf->code;
    }
  }
}

TEST(ShippedSets, AreMappedLeafByLeaf) {
  const auto set_2017 = shipped("pctn-2017"), set_2023 = shipped("pctn-2023"),
             set_2024 = shipped("pctn-2024");
  const auto first = shipped_mapping("2017-2023", set_2017, set_2023);
  EXPECT_EQ(first.of_old("D.4")->change, Change::split);
  EXPECT_EQ(first.of_old("B.3")->change, Change::dropped);
  EXPECT_EQ(first.of_new("B.1.6")->change, Change::added);
  EXPECT_EQ(first.of_new("B.1.9")->from, std::vector<std::string>{"B.6"});
  const auto second = shipped_mapping("2023-2024", set_2023, set_2024);
  EXPECT_EQ(pairs_of(second).size(), 29u);
}

TEST(ShippedSets, AreNotTheSameCriterionByCriterion) {
  const auto set_2017 = shipped("pctn-2017"), set_2023 = shipped("pctn-2023"),
             set_2024 = shipped("pctn-2024");
  const std::vector<KnownMapping> mappings = {
      {"pctn-2017", "pctn-2023", pairs_of(shipped_mapping("2017-2023", set_2017, set_2023))},
      {"pctn-2023", "pctn-2024", pairs_of(shipped_mapping("2023-2024", set_2023, set_2024))}};
  const auto near = way_between(set_2023, set_2024, mappings);
  ASSERT_TRUE(near);
  EXPECT_FALSE(same_by_criterion(set_2023, set_2024, *near));  // B.1.9 and B.2.3 changed points
  const auto far = way_between(set_2017, set_2024, mappings);  // over the set of 2023
  ASSERT_TRUE(far);
  EXPECT_EQ(far->size(), 18u);  // of 20 leaves one was dropped and one split
  EXPECT_FALSE(way_between(set_2024, set_2017, mappings));
}

// The results are those of the published figures the project ships; see data/published.
TEST(ShippedResults, HoldTheNationalMeanTheBestAndTheLowest) {
  const auto results =
      load_published(file_text("data/published/pctn-results.yaml"), "pctn-results.yaml");
  ASSERT_TRUE(results) << lines_of(results.error())[0];
  ASSERT_EQ(results->lines.size(), 4u);
  EXPECT_EQ(results->lines[0].points[4].points, dec("66.06"));
  EXPECT_EQ(results->lines[1].points[1].province, "An Giang");
  EXPECT_EQ(results->lines[2].points[0].points, dec("43.53"));
  EXPECT_EQ(results->lines[3].points[1].points, dec("68.7"));
  EXPECT_EQ(results->lines[0].points[0].status, law::Status::press);
}

}  // namespace
}  // namespace liem::indicators
