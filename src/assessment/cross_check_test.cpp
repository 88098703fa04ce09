#include "assessment/cross_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "reading/test_lexicon.h"

namespace liem::assessment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string slurp(const std::string& name) {
  std::stringstream text;
  text << std::ifstream(LIEM_SOURCE_DIR "/data/" + name).rdbuf();
  return text.str();
}

const indicators::IndicatorSet& set() {
  static const auto loaded = [] {
    const auto items = figures::load_items(slurp("figures/pctn.yaml"), "pctn.yaml").value();
    return indicators::load_set(slurp("indicator-sets/pctn-2024.yaml"), "set", items, "").value();
  }();
  return loaded;
}

indicators::Inputs answered(const std::string& item, const Decimal& value) {
  indicators::Inputs inputs;
  inputs.answers[item] = {indicators::AnswerState::given, value, "", {}, 0};
  return inputs;
}

Unit unit(const std::string& id, const std::string& name) {
  Unit out;
  out.id = id;
  out.name = {name, name};
  return out;
}

std::vector<std::string> codes(const std::vector<reading::Finding>& findings) {
  std::vector<std::string> out;
  for (const auto& finding : findings) out.push_back(finding.code);
  return out;
}

// One unit's papers, kept alive.
struct Papers {
  Papers(const std::string& id, const std::string& name, std::string report)
      : who(unit(id, name)), words(std::move(report)), read(reading::reading_of(words)) {
    papers.unit = &who;
    papers.report = &read;
    papers.text = words;
    papers.names_units = CrossCheck::names_units(read);
  }
  Unit who;
  std::string words;
  reading::Reading read;
  UnitPapers papers;
};

const CrossCheck& check() {
  static const CrossCheck made(set(), 2024, reading::shipped_lexicon());
  return made;
}

TEST(AgainstAnswers, SaysBothValuesWhereReportAndAnswerDiffer) {
  Papers own("so-y-te", "Sở Y tế", "Số người phải kê khai tài sản là 110 người.");
  const auto answers = answered("declarations.obliged", Decimal(101));
  own.papers.answers = &answers;
  const auto found = check().against_answers(own.papers);
  ASSERT_THAT(codes(found), ElementsAre("figure_differs_answer"));
  const Args& args = found[0].message.args;
  EXPECT_THAT(args, testing::Contains(std::pair<std::string, std::string>("written", "110")));
  EXPECT_THAT(args, testing::Contains(std::pair<std::string, std::string>("difference", "9")));
  EXPECT_EQ(text::slice(own.words, found[0].span), "110 người");
}

TEST(AgainstAnswers, AreSilentWhereAnyFigureOfTheItemAgrees) {
  Papers own("so-y-te", "Sở Y tế",
             "Số người phải kê khai tài sản là 110 người; tính cả bổ sung là 101 người.");
  const auto answers = answered("declarations.obliged", Decimal(101));
  own.papers.answers = &answers;
  EXPECT_THAT(check().against_answers(own.papers), IsEmpty());
}

TEST(AgainstAnswers, DoNotHoldAnotherYearOrAnInexactFigureAgainstThem) {
  const auto answers = answered("declarations.obliged", Decimal(101));
  for (const auto* report : {"Năm 2019, số người phải kê khai tài sản là 110 người.",
                             "Số người phải kê khai tài sản là khoảng 110 người."}) {
    Papers own("so-y-te", "Sở Y tế", report);
    own.papers.answers = &answers;
    EXPECT_THAT(check().against_answers(own.papers), IsEmpty()) << report;
  }
}

TEST(AgainstOthers, FindWhatAConsolidatedReportSaysOtherwiseOfTheUnit) {
  Papers own("so-y-te", "Sở Y tế", "Số người phải kê khai tài sản là 110 người.");
  Papers all("thanh-tra-tinh", "Thanh tra tỉnh",
             "Sở Y tế có 120 người phải kê khai tài sản, thu nhập.");
  const auto here = check().against_others(own.papers, {own.papers, all.papers});
  ASSERT_THAT(codes(here), ElementsAre("figure_differs_report"));
  EXPECT_EQ(text::slice(own.words, here[0].span), "110 người");
  const auto there = check().against_others(all.papers, {own.papers, all.papers});
  ASSERT_THAT(codes(there), ElementsAre("figure_differs_report"));
  EXPECT_EQ(text::slice(all.words, there[0].span), "120 người");
}

TEST(AgainstOthers, AreSilentWhereBothAgree) {
  Papers own("so-y-te", "Sở Y tế", "Số người phải kê khai tài sản là 110 người.");
  Papers all("thanh-tra-tinh", "Thanh tra tỉnh", "Sở Y tế có 110 người phải kê khai tài sản.");
  EXPECT_THAT(check().against_others(own.papers, {all.papers}), IsEmpty());
  EXPECT_THAT(check().against_others(all.papers, {own.papers}), IsEmpty());
}

TEST(AgainstLastYear, AsksAboutAChangeBeyondTheBoundsOfTheData) {
  Papers own("so-y-te", "Sở Y tế", "Số người phải kê khai tài sản là 900 người.");
  const auto now = answered("declarations.obliged", Decimal(900));
  const auto before = answered("declarations.obliged", Decimal(90));
  own.papers.answers = &now;
  own.papers.last_year = &before;
  EXPECT_THAT(codes(check().against_last_year(own.papers)), ElementsAre("figure_jumps"));
}

TEST(AgainstLastYear, LetsSmallNumbersAndModestChangesBe) {
  Papers own("so-y-te", "Sở Y tế", "Báo cáo.");
  for (const auto& [now, before] : {std::pair(12, 1), std::pair(150, 90), std::pair(0, 90)}) {
    const auto current = answered("declarations.obliged", Decimal(now));
    const auto last = answered("declarations.obliged", Decimal(before));
    own.papers.answers = &current;
    own.papers.last_year = &last;
    EXPECT_THAT(check().against_last_year(own.papers), IsEmpty()) << now;
  }
}

std::vector<std::string> silent(const Papers& own) {
  std::vector<std::string> out;
  for (const auto& finding : check().silent_criteria(own.papers)) {
    out.push_back(finding.message.args.front().second);
  }
  return out;
}

TEST(SilentCriteria, NamesWhatTheReportNeverSpeaksOf) {
  Papers own("so-y-te", "Sở Y tế", "Sở đã kê khai tài sản. Không phát sinh xung đột lợi ích.");
  const auto found = silent(own);
  EXPECT_THAT(found, testing::Contains("B.1.7"));
  EXPECT_THAT(found, testing::Not(testing::Contains("B.1.6")));
  EXPECT_THAT(found, testing::Not(testing::Contains("B.1.9")));
}

TEST(SilentCriteria, LeavesOutWhatOthersPublishOrJudge) {
  Papers own("so-y-te", "Sở Y tế", "Báo cáo.");
  EXPECT_THAT(silent(own), testing::Not(testing::Contains("B.1.2")));
  EXPECT_THAT(silent(own), testing::Not(testing::Contains("B.1.10")));
}

TEST(SilentCriteria, WarnsOnlyOfWhatTheUnitAnswered) {
  Papers own("so-y-te", "Sở Y tế", "Báo cáo.");
  const auto answers = answered("rotation.due", Decimal(3));
  own.papers.answers = &answers;
  const auto found = check().silent_criteria(own.papers);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].message.args.front().second, "B.1.7");
  EXPECT_EQ(found[0].severity, reading::Severity::warning);
}

}  // namespace
}  // namespace liem::assessment
