#include "assessment/publication.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "assessment/digest.h"
#include "assessment/publication_difference.h"

namespace liem::assessment {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Decimal points(std::string_view text) { return Decimal::parse(text).value(); }

PublishedCriterion criterion(const std::string& code, Scores scores) {
  PublishedCriterion out;
  out.code = code;
  out.title = {"Tiêu chí " + code, "Criterion " + code};
  out.maximum = 10;
  out.scores = std::move(scores);
  return out;
}

PublishedUnit unit(const std::string& id, organisation::UnitKind kind, Scores total) {
  PublishedUnit out;
  out.unit.id = id;
  out.unit.name = {"Đơn vị " + id, "Unit " + id};
  out.unit.kind = kind;
  out.handed_in = true;
  out.parts = {criterion("", std::move(total)), criterion("A", {})};
  return out;
}

PublishedRound round_of() {
  PublishedRound out;
  auto& made = out.publication;
  made.round = "r";
  made.number = 1;
  made.act = "publish";
  made.by.name = "Hoàng Thị Ví Như";
  made.by.role = Role::committee;
  made.by.unit = "tinh";
  made.by.unit_name = {"T", "P"};
  made.at = std::chrono::sys_seconds(std::chrono::seconds(1'800'000'000));
  out.province = "tinh";
  out.province_name = {"Tỉnh Mẫu", "Sample province"};
  out.round.id = "r";
  out.round.set.id = "s";
  out.criteria = {criterion("", {{"reviewed", points("7.5")}}),
                  criterion("A.1", {{"self", points("8")}, {"reviewed", points("7.5")}})};
  out.units = {unit("so-a", organisation::UnitKind::department,
                    {{"self", points("9")}, {"appraised", points("8.25")}})};
  out.unit_scores = {"self", "appraised"};
  out.ranked_by = "appraised";
  return out;
}

TEST(PublishedDocument, IsTheSameBytesForTheSameRound) {
  EXPECT_EQ(document_of(round_of()), document_of(round_of()));
  auto other = round_of();
  other.criteria.back().scores["reviewed"] = points("7.49");
  EXPECT_NE(sha256_of(document_of(round_of())), sha256_of(document_of(other)));
}

TEST(PublishedDocument, WritesKeysInOrderPointsAsTextsAndWhatIsNotThereAsNull) {
  const auto bytes = document_of(round_of());
  EXPECT_THAT(bytes, testing::StartsWith("{\"act\":\"publish\",\"criteria\":["));
  EXPECT_THAT(bytes, HasSubstr("\"reviewed\":\"7.5\",\"self\":\"8\",\"state\":\"blank\","
                               "\"submitted\":null"));
}

TEST(PublishedDocument, TellsOfUnitsOnlyTheScoresThatAreShown) {
  auto hidden = round_of();
  hidden.unit_scores = {"self"};
  EXPECT_THAT(document_of(hidden), testing::Not(HasSubstr("8.25")));
}

TEST(PublishedDocument, NamesThePublicationItIs) {
  const auto name = name_in(document_of(round_of())).value();
  EXPECT_EQ(name.province + "/" + name.round + "/" + std::to_string(name.number), "tinh/r/1");
  EXPECT_FALSE(name_in("{\"form\":\"other\"}"));
  EXPECT_FALSE(name_in("no JSON"));
}

TEST(Ranks, AreAmongUnitsOfAKindAndSharedByThoseAlike) {
  using organisation::UnitKind;
  std::vector<PublishedUnit> units{unit("a", UnitKind::department, {{"appraised", 5}}),
                                   unit("b", UnitKind::department, {{"appraised", 7}}),
                                   unit("c", UnitKind::department, {{"appraised", 5}}),
                                   unit("d", UnitKind::department, {{"appraised", 4}}),
                                   unit("e", UnitKind::ward, {{"appraised", 1}}),
                                   unit("f", UnitKind::department, {{"self", 9}})};
  rank_units(units, "appraised");
  std::vector<int> ranks;
  for (const auto& one : units) ranks.push_back(one.rank.value_or(0));
  EXPECT_THAT(ranks, ElementsAre(2, 1, 2, 4, 1, 0));
}

std::vector<std::string> changes(const PublishedRound& before, const PublishedRound& after) {
  std::vector<std::string> out;
  const auto found = difference(document_of(before), document_of(after));
  for (const auto& one : found.value()) {
    out.push_back(std::string(name_of(one.of)) + " " + one.id + (one.part.empty() ? "" : "/") +
                  one.part + " " + one.field + ": " + one.before + " > " + one.after);
  }
  return out;
}

TEST(PublicationDifference, IsNoneWhereOnlyWhoWhenAndWhyAreOthers) {
  auto later = round_of();
  later.publication.number = 2;
  later.publication.act = "correct";
  later.publication.reason = "Đính chính";
  later.publication.at += std::chrono::hours(1);
  EXPECT_THAT(changes(round_of(), later), IsEmpty());
}

TEST(PublicationDifference, TellsEachFieldOfCriteriaUnitsAndTheSet) {
  auto later = round_of();
  later.round.set.version = "2";
  later.criteria[1].scores["reviewed"] = points("8");
  later.criteria[1].reason = "Đã có công báo";
  later.units[0].rank = 1;
  later.units[0].parts[1].scores["self"] = points("3");
  EXPECT_THAT(changes(round_of(), later),
              ElementsAre("set  version:  > 2", "criterion A.1 reviewed: 7.5 > 8",
                          "criterion A.1 reason:  > Đã có công báo", "unit so-a rank:  > 1",
                          "unit so-a/A self:  > 3"));
}

TEST(PublicationDifference, TellsWhatCameAndWhatIsGone) {
  auto later = round_of();
  later.units[0].unit.id = "so-b";
  const auto found = changes(round_of(), later);
  EXPECT_THAT(found, testing::Contains("unit so-b handed_in:  > true"));
  EXPECT_THAT(found, testing::Contains("unit so-a handed_in: true > "));
}

}  // namespace
}  // namespace liem::assessment
