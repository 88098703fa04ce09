#include "law/law.h"

#include <gmock/gmock.h>

#include "law/errors.h"
#include "law/testing_law.h"

namespace liem::law {
namespace {

using namespace testing_law;
using testing::ElementsAre;
using testing::HasSubstr;

const Law& shipped() {
  static const Law law = shipped_law();
  return law;
}

Holding held(const char* id, const char* date) {
  return shipped().parameters.on(id, day(date)).value();
}

Decimal number(const Holding& holding) { return std::get<Decimal>(holding.value()); }

TEST(Law, RaisesWhatMustBeDeclaredOn1July2026) {
  EXPECT_EQ(number(held("declaration.asset_min", "2026-06-30")), Decimal(50'000'000));
  EXPECT_EQ(number(held("declaration.asset_min", "2026-07-01")), Decimal(150'000'000));
  EXPECT_EQ(number(held("declaration.change_min", "2026-06-30")), Decimal(300'000'000));
  EXPECT_EQ(number(held("declaration.change_min", "2026-07-01")), Decimal(1'000'000'000));
  EXPECT_EQ(number(held("verification.growth_min", "2026-07-01")), Decimal(1'000'000'000));
}

TEST(Law, SaysThatAValueRestsOnThePressOrOnAnOlderText) {
  EXPECT_EQ(held("declaration.asset_min", "2026-06-30").status(), Status::text);
  EXPECT_EQ(held("declaration.asset_min", "2026-07-01").status(), Status::press);
  EXPECT_EQ(held("verification.units", "2026-06-30").status(), Status::text);
  EXPECT_EQ(held("verification.units", "2026-07-01").status(), Status::unconfirmed);
  EXPECT_EQ(held("denunciation.resolve", "2026-07-01").status(), Status::unconfirmed);
}

TEST(Law, CitesTheTextThatGivesTheValue) {
  EXPECT_EQ(held("declaration.asset_min", "2025-01-01").period->basis,
            "Luật Phòng, chống tham nhũng số 36/2018/QH14, điểm b khoản 1 Điều 35");
  EXPECT_EQ(held("declaration.asset_min", "2027-01-01").period->basis, "Luật số 132/2025/QH15");
}

TEST(Law, KeepsEachKindOfValueInItsOwnForm) {
  EXPECT_EQ(to_string(held("publication.meeting_present", "2024-01-01").value()), "2/3");
  EXPECT_EQ(to_string(held("verification.plan_by", "2024-01-01").value()), "01-31");
  EXPECT_EQ(std::get<std::vector<Choice>>(held("conflict.situations", "2024-01-01").value()).size(),
            9u);
  EXPECT_EQ(held("tip.notify", "2024-01-01").parameter->unit, Unit::working_days);
}

TEST(Law, HoldsFromOneDayToTheNextWithoutAGap) {
  EXPECT_THAT(lines_of(shipped().warnings), ElementsAre());
  for (const auto& [id, parameter] : shipped().parameters.all()) {
    EXPECT_TRUE(shipped().parameters.on(id, day("2026-11-27"))) << id;
  }
}

std::vector<std::string> said(const Error& error) { return lines_of({error}); }

TEST(Law, NamesThePeriodsThereAreWhereNothingHolds) {
  const auto none = shipped().parameters.on("declaration.asset_min", day("2018-12-31"));
  ASSERT_FALSE(none);
  EXPECT_THAT(said(none.error()),
              ElementsAre("the law has no “declaration.asset_min” for 2018-12-31; there is one for "
                          "2019-07-01..2026-06-30, 2026-07-01.."));
  EXPECT_THAT(said(shipped().parameters.on("declaration.colour", day("2024-01-01")).error()),
              ElementsAre("the law has no parameter “declaration.colour”; “liem law” lists them"));
}

const std::string calendar =
    "weekly_rest: {days: [saturday, sunday], basis: b}\nholidays_basis: b\n"
    "years: {2024: {status: text, off: {2024-01-01: {vi: x, en: x}}}}\n";

std::vector<std::string> refusals(const std::string& parameters,
                                  const std::string& days = calendar) {
  const std::vector<NamedFile> files = {{"p", parameters}, {"d", days}};
  const auto law = load_law(files);
  return law ? std::vector<std::string>{} : lines_of(law.error());
}

std::string parameter(const std::string& unit, const std::string& periods) {
  return "parameters:\n  a.b:\n    label: {vi: x, en: x}\n    unit: " + unit + "\n    periods:\n" +
         periods;
}

std::string period(const std::string& value, const std::string& rest) {
  return "      - {value: " + value + ", basis: b, " + rest + ", status: text}\n";
}

TEST(LawLoading, RefusesPeriodsThatOverlap) {
  EXPECT_THAT(refusals(parameter("days", period("5", "from: 2020-01-01, to: 2020-12-31") +
                                             period("6", "from: 2020-12-31"))),
              ElementsAre("p:7: the period of “a.b” from 2020-12-31 overlaps the one before, "
                          "2020-01-01..2020-12-31; mend “to” there or “from” here"));
  EXPECT_THAT(refusals(parameter(
                  "days", period("5", "from: 2020-01-01") + period("6", "from: 2021-01-01"))),
              ElementsAre(HasSubstr("overlaps the one before, 2020-01-01..;")));
}

TEST(LawLoading, WarnsOfDaysOnWhichNothingHolds) {
  const std::vector<NamedFile> files = {
      {"p", parameter("days", period("5", "from: 2020-01-01, to: 2020-06-30") +
                                  period("6", "from: 2021-01-01"))},
      {"d", calendar}};
  const auto law = load_law(files);
  ASSERT_TRUE(law);
  EXPECT_THAT(lines_of(law->warnings),
              ElementsAre("p:7: nothing holds for “a.b” from 2020-07-01 to 2020-12-31; add the "
                          "period or let the neighbours meet"));
}

TEST(LawLoading, RefusesAPeriodThatEndsBeforeItStarts) {
  EXPECT_THAT(
      refusals(parameter("days", period("5", "from: 2020-01-02, to: 2020-01-01"))),
      ElementsAre("p:6: the period ends on 2020-01-01, before it starts on 2020-01-02; mend "
                  "“from” or “to”"));
}

TEST(LawLoading, RefusesAnUnknownUnitOrStatus) {
  EXPECT_THAT(refusals(parameter("litres", period("5", "from: 2020-01-01"))),
              ElementsAre("p:4: there is no unit “litres”; use one of: money, days, working_days, "
                          "weeks, months, years, percent, count, fraction, day_of_year, choices"));
  EXPECT_THAT(
      refusals(parameter("days", "      - {value: 5, basis: b, from: 2020-01-01, status: sure}\n")),
      ElementsAre("p:6: there is no status “sure”; use one of: text, press, unconfirmed"));
}

TEST(LawLoading, RefusesAValueThatIsNotOfItsUnit) {
  const auto refusal = [](const char* unit, const char* value) {
    return refusals(parameter(unit, period(value, "from: 2020-01-01")));
  };
  EXPECT_THAT(refusal("days", "1.5"),
              ElementsAre("p:6: “1.5” is no value in days; wanted: 0, 1, 2 ..."));
  EXPECT_THAT(refusal("percent", "120"),
              ElementsAre("p:6: “120” is no value in percent; wanted: 0 ... 100"));
  EXPECT_THAT(refusal("fraction", "3/2"),
              ElementsAre("p:6: “3/2” is no value in fraction; wanted: 2/3"));
  EXPECT_THAT(refusal("day_of_year", "02-29"),
              ElementsAre("p:6: “02-29” is no value in day_of_year; wanted: 12-31"));
  EXPECT_THAT(refusal("money", "-5"),
              ElementsAre("p:6: “-5” is no value in money; wanted: 50000000"));
  EXPECT_THAT(refusal("choices", "{}"),
              ElementsAre("p:6: “value” is empty; give at least one entry"));
}

TEST(LawLoading, RefusesAnIdUsedTwiceOrNotJoinedByDots) {
  const std::vector<NamedFile> files = {{"p", parameter("days", period("5", "from: 2020-01-01"))},
                                        {"q", parameter("days", period("5", "from: 2020-01-01"))},
                                        {"d", calendar}};
  EXPECT_THAT(lines_of(load_law(files).error()),
              ElementsAre("q:3: the parameter “a.b” stands in another file already; keep one"));
  EXPECT_THAT(refusals("parameters:\n  Days:\n    label: {vi: x, en: x}\n    unit: days\n"
                       "    periods: []\n"),
              ElementsAre("p:3: “Days” cannot be an id; use lower-case words joined by dots, such "
                          "as “tip.notify”",
                          "p:5: “periods” is empty; give at least one entry"));
}

TEST(LawLoading, RefusesACalendarThatContradictsItself) {
  EXPECT_THAT(
      refusals(
          parameter("days", period("5", "from: 2020-01-01")),
          "weekly_rest: {days: [saturday, someday], basis: b}\nholidays_basis: b\nyears:\n"
          "  2024:\n    status: text\n    off: {2025-01-01: {vi: x, en: x}, 2024-01-06: {vi: x, "
          "en: x}}\n    worked: [2024-01-06, 2024-01-08]\n  soon: {status: text, off: {}}\n"),
      ElementsAre("d:1: there is no weekday “someday”; use one of: sunday, monday, tuesday, "
                  "wednesday, thursday, friday, saturday",
                  "d:6: 2025-01-01 is not a day of 2024; move it to its year",
                  "d:7: 2024-01-06 is worked and off at once; keep one",
                  "d:7: 2024-01-08 is no weekly rest day, so it is worked anyway; take it out",
                  "d:8: “soon” is no year such as 2027"));
  EXPECT_THAT(lines_of(load_law(std::vector<NamedFile>{}).error()),
              ElementsAre("no file says which days are worked; add data/law/working-days.yaml"));
  const std::vector<NamedFile> twice = {{"d", calendar}, {"e", calendar}};
  EXPECT_THAT(lines_of(load_law(twice).error()),
              ElementsAre("e:1: a second calendar of working days; keep one file"));
}

TEST(LawLoading, SpeaksVietnameseToo) {
  const std::vector<NamedFile> files = {
      {"p", parameter("days", period("5", "from: 2020-01-01, to: 2019-01-01"))}, {"d", calendar}};
  EXPECT_THAT(lines_of(load_law(files).error(), Locale::vi),
              ElementsAre("p:6: giai đoạn kết thúc ngày 2019-01-01, trước ngày bắt đầu 2020-01-01; "
                          "hãy sửa “from” hoặc “to”"));
}

}  // namespace
}  // namespace liem::law
