#include "assessment/series.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <fstream>
#include <sstream>

#include "assessment/series_words.h"

namespace liem::assessment {
namespace {

using figures::SeriesState;
using testing::HasSubstr;

std::string file_text(const std::string& name) {
  std::ifstream in(std::string(LIEM_SOURCE_DIR) + "/" + name, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

const ProvinceHistory& sample() {
  static const ProvinceHistory loaded = [] {
    auto items = figures::load_items(file_text("data/figures/pctn.yaml"), "pctn.yaml");
    const auto units = file_text("data/demo/history/units.yaml");
    const auto values = file_text("data/demo/history/values.yaml");
    auto history =
        load_province_history({units, "units.yaml"}, {values, "values.yaml"}, std::move(*items));
    for (const auto& problem : history ? Problems() : history.error()) {
      ADD_FAILURE() << problem.message.id << " " << problem.message.args[1].second;
    }
    return history ? std::move(*history) : ProvinceHistory();
  }();
  return loaded;
}

const Catalogue& words() {
  static const Catalogue catalogue = [] {
    Catalogue all;
    for (const std::string name : {"series", "history", "assessment"}) {
      EXPECT_TRUE(all.add(file_text("data/locales/messages/" + name + ".yaml"), name));
    }
    return all;
  }();
  return catalogue;
}

const Date before = *make_date(2025, 6, 30), after = *make_date(2025, 7, 1);

Series ask(const std::string& item, const std::string& unit, const Date& tree,
           std::optional<std::string> of = {}) {
  auto found = series(sample(), {item, std::move(of), unit, tree, {}, {}});
  EXPECT_TRUE(found) << found.error().message.id;
  return found ? std::move(*found) : Series();
}

const SeriesYear& in(const Series& series, int year) {
  return *std::ranges::find(series.years, year, &SeriesYear::year);
}

TEST(SampleHistory, HoldsTheUnitsOfTheRoundAsTheListHasThem) {
  const auto list = organisation::load_units(file_text("data/demo/units.yaml"), "units.yaml");
  ASSERT_TRUE(list);
  const auto tree = sample().units.tree_on(*make_date(2025, 12, 15));
  EXPECT_EQ(tree.units.size(), list->size() + 1) << "all of them below the nation";
  for (const auto& unit : *list) {
    const auto* found = tree.find(unit.id);
    ASSERT_NE(found, nullptr) << unit.id;
    EXPECT_EQ(found->unit.name, unit.name);
    EXPECT_EQ(found->unit.kind, unit.kind);
    EXPECT_EQ(sample().units.versions(unit.id)->front().from, unit.from) << unit.id;
  }
}

TEST(SampleHistory, HasThreeProvincesAndTheirDistrictsUntilTheEndOfJune) {
  const auto count = [](const Date& day, organisation::UnitKind kind) {
    const auto tree = sample().units.tree_on(day);
    return std::ranges::count(tree.units, kind, [](const auto& one) { return one.unit.kind; });
  };
  EXPECT_EQ(count(before, organisation::UnitKind::province), 3);
  EXPECT_EQ(count(after, organisation::UnitKind::province), 1);
  EXPECT_GT(count(before, organisation::UnitKind::district), 3);
  EXPECT_EQ(count(after, organisation::UnitKind::district), 0);
  EXPECT_EQ(count(after, organisation::UnitKind::city), 0);
}

TEST(Series, OfAMergedProvinceIsTheSumOfTheThreeInEveryYearBefore) {
  const auto merged = ask("declarations.obliged", "ubnd-tinh", after);
  ASSERT_EQ(merged.years.size(), 10U);
  for (int year = 2016; year <= 2024; ++year) {
    Rational sum = 0;
    for (const auto* unit : {"ubnd-tinh", "ubnd-tinh-son-khe", "ubnd-tinh-truong-van"}) {
      sum += *in(ask("declarations.obliged", unit, before), year).value.value;
    }
    EXPECT_EQ(in(merged, year).value.value, sum) << year;
    EXPECT_FALSE(in(merged, year).value.estimated);
  }
}

TEST(Series, OfTheOldTreeDoesNotDivideWhatMergedUnitsReport) {
  const auto old = ask("declarations.obliged", "ubnd-tinh-son-khe", before);
  const auto& now = in(old, 2025).value;
  EXPECT_EQ(now.state, SeriesState::partial);
  EXPECT_GT(std::ranges::count(now.parts, figures::PartState::mixed, &figures::Part::state), 5)
      << "its departments report together with those of two other provinces";
  EXPECT_GT(*now.value, Rational(0)) << "its communes merged among themselves";
  EXPECT_EQ(in(ask("declarations.obliged", "xa-nui-doi", before), 2025).value.state,
            SeriesState::mixed);
}

TEST(Series, MarksTheShareOfADividedCommuneAsAnEstimate) {
  const auto ward = ask("declarations.obliged", "phuong-cau-vong", after);
  EXPECT_TRUE(in(ward, 2020).value.estimated);
  EXPECT_FALSE(in(ward, 2025).value.estimated);
  EXPECT_FALSE(in(ask("declarations.obliged", "ubnd-tinh", after), 2020).value.estimated)
      << "both parts are in the province";
}

TEST(Series, KeepsIndexesOfMergedProvincesApart) {
  const auto merged = ask("par.index", "ubnd-tinh", after);
  EXPECT_EQ(in(merged, 2020).value.state, SeriesState::apart);
  EXPECT_EQ(in(merged, 2020).value.parts.size(), 3U);
  EXPECT_THAT(value_words(merged, in(merged, 2020), words()).en,
              testing::MatchesRegex("3 values kept apart, neither added nor averaged: "
                                    "[0-9.]+; [0-9.]+; [0-9.]+"));
  EXPECT_EQ(in(merged, 2025).value.value, Rational(*Decimal::parse("86.12")));
}

TEST(Series, ComputesAShareFromSums) {
  const auto done = ask("declarations.submitted", "ubnd-tinh", after, "declarations.obliged");
  const auto& year = in(done, 2020);
  ASSERT_TRUE(year.value.value);
  EXPECT_EQ(*year.value.value, *year.numerator->value * Rational(100) / *year.denominator->value);
}

TEST(Series, TellsItsDatesAndOpensIntoItsParts) {
  const auto ward = ask("declarations.obliged", "phuong-cau-vong", after);
  const auto& year = in(ward, 2020);
  const auto head = headline(ward, year, words());
  EXPECT_THAT(head.vi, HasSubstr("năm 2020 (số liệu từ 16/12/2019 đến 15/12/2020, theo cơ cấu đơn "
                                 "vị ngày 01/07/2025): khoảng"));
  EXPECT_THAT(head.en, HasSubstr("values from 2019-12-16 to 2020-12-15, units as on 2025-07-01"));
  ASSERT_EQ(year.value.parts.size(), 2U);
  const auto divided = part_words(ward, year, year.value.parts[1], sample(), words());
  EXPECT_THAT(divided.text.vi, HasSubstr("Phường Vòng Sơn: "));
  EXPECT_THAT(divided.text.vi, HasSubstr("× 60 % = "));
  EXPECT_THAT(divided.text.vi, HasSubstr("ước tính"));
  ASSERT_FALSE(divided.steps.empty());
  EXPECT_THAT(divided.steps[0].vi,
              HasSubstr("Từ 01/07/2025: 60 % Phường Vòng Sơn → Phường Cầu Vồng"));
  EXPECT_THAT(divided.steps[0].vi, HasSubstr("Nghị quyết số 41/NQ-HĐND"));
}

TEST(Series, MissesNothingFromUnitsThatEndedInTheYear) {
  const auto province = ask("declarations.obliged", "ubnd-tinh", after);
  std::vector<std::string> silent;
  for (const auto& part : in(province, 2025).value.parts) {
    if (part.state != figures::PartState::blank) continue;
    silent.push_back(province.reports[part.report].report.unit);
  }
  EXPECT_THAT(silent,
              testing::UnorderedElementsAre("so-dan-toc-ton-giao", "xa-con-lang", "xa-thac-loi"))
      << "those of the round that gave nothing, and no former commune";
}

TEST(Series, CountsAUnitThatWroteNothingAsBlank) {
  const auto silent = ask("declarations.obliged", "xa-con-lang", after);
  EXPECT_EQ(in(silent, 2025).value.state, SeriesState::blank);
  EXPECT_EQ(in(silent, 2025).value.value, std::nullopt);
}

std::string refusal(const SeriesQuery& query) {
  const auto found = series(sample(), query);
  return found ? "" : words().render(found.error().message, Locale::en);
}

TEST(Series, RefusesWhatItCannotShow) {
  EXPECT_EQ(refusal({"par.none", {}, "ubnd-tinh", after, {}, {}}),
            "There are no yearly values of the item “par.none”; choose one that the history holds");
  EXPECT_EQ(
      refusal({"par.index", {}, "tp-ha-may", after, {}, {}}),
      "There is no unit “tp-ha-may” on 2025-07-01; choose another day, or a unit of that day");
  EXPECT_EQ(refusal({"par.index", "declarations.obliged", "ubnd-tinh", after, {}, {}}),
            "No percentage can be computed, for the item “par.index” does not add up; choose two "
            "that do");
  EXPECT_EQ(refusal({"par.index", {}, "ubnd-tinh", after, 2020, 2019}),
            "The years 2020 to 2019 cannot be shown; choose a first year that is not after the "
            "last, from 1990 to 2100");
}

TEST(SeriesProperty, ValuesOfAUnitDividedAndJoinedAgainAreWhatTheyWere) {
  const auto items = figures::load_items(file_text("data/figures/pctn.yaml"), "pctn.yaml");
  EXPECT_TRUE(rc::check("in every year, exactly and not as an estimate", [&] {
    const auto parts = *rc::gen::inRange(2, 7);
    const auto value = *rc::gen::inRange(0, 100'000);
    std::string into, from;
    for (int i = 0; i < parts; ++i) {
      into += fmt::format(
          "    - {{unit: {{id: c{0}, name: {{vi: C, en: C}}, kind: commune, parent: p}}, share: "
          "1/{1}}}\n",
          i, parts);
      from += fmt::format("{}c{}", i == 0 ? "" : ", ", i);
    }
    const auto units = fmt::format(
        R"(- {{id: s, date: 2004-01-01, kind: create, basis: B, units: [
    {{id: p, name: {{vi: P, en: P}}, kind: province}},
    {{id: c, name: {{vi: C, en: C}}, kind: commune, parent: p}}]}}
- id: d
  date: 2020-01-01
  kind: split
  basis: B
  of: c
  into:
{}- {{id: m, date: 2021-01-01, kind: merge, basis: B, from: [{}], into: {{id: n, name: {{vi: N, en: N}}, kind: commune, parent: p}}}}
)",
        into, from);
    const auto values = fmt::format(
        "from: 2018\nsource: {{vi: B, en: R}}\nvalues:\n  c: {{petitions.received: [{}, blank]}}\n",
        value);
    const auto history = load_province_history({units, "u"}, {values, "v"}, *items);
    RC_ASSERT(history.has_value());
    const auto whole =
        series(*history, {"petitions.received", {}, "n", *make_date(2021, 1, 1), {}, {}});
    const auto part =
        series(*history, {"petitions.received", {}, "c0", *make_date(2020, 1, 1), {}, {}});
    RC_ASSERT(whole.has_value() && part.has_value());
    RC_ASSERT(whole->years[0].value.value == Rational(value));
    RC_ASSERT(!whole->years[0].value.estimated);
    RC_ASSERT(whole->years[1].value.state == SeriesState::blank);
    RC_ASSERT(part->years[0].value.estimated);
    RC_ASSERT(*part->years[0].value.value * Rational(parts) == Rational(value));
  }));
}

TEST(ProvinceHistory, RefusesValuesOfAUnitThatWasNotThere) {
  const auto items = figures::load_items(file_text("data/figures/pctn.yaml"), "pctn.yaml");
  const std::string values =
      "from: 2016\nsource: {vi: B, en: R}\nvalues:\n  xa-suoi-gio: {petitions.received: [3]}\n";
  const auto units = file_text("data/demo/history/units.yaml");
  const auto loaded = load_province_history({units, "units.yaml"}, {values, "values.yaml"}, *items);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(words().render(loaded.error().front().message, Locale::en),
            "values.yaml:4: there was no unit “xa-suoi-gio” in the assessed year 2016 to report "
            "petitions.received; mend the id or the year");
}

}  // namespace
}  // namespace liem::assessment
