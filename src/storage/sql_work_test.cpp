#include "storage/sql_work.h"

#include <gmock/gmock.h>

#include "assessment/digest.h"
#include "storage/testing_place.h"

namespace liem::storage {
namespace {

using namespace assessment;  // NOLINT: the words of the interface under test
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::chrono::sys_seconds moment(int second) {
  return std::chrono::sys_seconds(std::chrono::seconds(1'800'000'000 + second));
}

// A round of two units, of which the first handed in.
class Work : public testing::TestWithParam<Engine> {
 protected:
  Work() : place_(GetParam()), store_(place_.store()) {
    const auto set = content_of("set"), answers = content_of("set: s\n");
    RoundImport import;
    import.province = "tinh";
    import.contents = {set, answers};
    import.round.id = "r";
    import.round.from = *make_date(2025, 1, 1);
    import.round.to = *make_date(2025, 12, 31);
    import.round.set.sha256 = import.round.items_sha256 = set.sha256;
    for (const char* id : {"so-a", "so-b"}) {
      Unit unit;
      unit.id = id;
      unit.from = import.round.from;
      import.units.push_back(unit);
    }
    import.submissions.push_back({"so-a", {}, answers.sha256, {}, {}});
    import.submissions.back().evidence.push_back({"plan", {}, {}, {}, "Plan", {"A.1"}, {}});
    LIEM_CHECK(store_->add_round(import, [](std::size_t, std::size_t) {}).has_value());
  }

  WorkStore& work() { return store_->work(); }
  ledger::Act logged(const char* code) const {
    ledger::Act act;
    act.code = code;
    act.at = moment(0);
    return act;
  }
  std::uint64_t log_length() { return store_->ledger().head("tinh")->position; }

  testing_place::OwnPlace place_;
  std::unique_ptr<Store> store_;
};

TEST_P(Work, KeepsActsInTheOrderTheyWereDoneEachWithItsEntryInTheLog) {
  const auto before = log_length();
  const WorkAct first{{"so-b", "A.1"}, "edit", "", {"lan", "Lan", "", ""}, moment(1), "", {}, {}};
  const WorkAct second{{"so-a", "A.1"},
                       "appraise",
                       "appraised",
                       {"pho", "Phó", "minh", "Minh"},
                       moment(2),
                       "vì …",
                       Decimal::parse("2.75"),
                       {}};
  const WorkAct third{{"so-b", ""}, "hand_in", "handed_in", {"ha", "Hà", "", ""},
                      moment(3),    "",        {},          1};
  for (const auto& act : {first, second, third}) {
    ASSERT_TRUE(work().add_act("tinh", "r", act, logged("work_done")));
  }
  EXPECT_THAT(*work().acts("tinh", "r", std::nullopt), ElementsAre(first, second, third));
  EXPECT_THAT(*work().acts("tinh", "r", "so-b"), ElementsAre(first, third));
  EXPECT_THAT(*work().acts("tinh", "other", std::nullopt), IsEmpty());
  EXPECT_EQ(log_length(), before + 3);
}

TEST_P(Work, KeepsOneDraftOfAUnitAndFindsItByItsHash) {
  EXPECT_EQ(*work().draft("tinh", "r", "so-b"), std::nullopt);
  for (const char* text : {"một", "hai"}) {
    const Draft draft{sha256_of(text), text, moment(1)};
    ASSERT_TRUE(work().save_draft("tinh", "r", "so-b", draft, logged("answers_saved")));
    EXPECT_EQ(*work().draft("tinh", "r", "so-b"), draft);
  }
  EXPECT_EQ(*store_->content("tinh", sha256_of("hai")), "hai");
  EXPECT_EQ(*store_->content("tinh", sha256_of("một")), std::nullopt);
}

TEST_P(Work, TakesAVersionForWhatTheUnitHandedInAndKeepsTheOneBefore) {
  const auto versions = [&](const char* unit) { return *work().versions("tinh", "r", unit); };
  ASSERT_THAT(versions("so-a"), SizeIs(1));
  EXPECT_EQ(versions("so-a")[0].answers_sha256, content_of("set: s\n").sha256);
  EXPECT_THAT(versions("so-b"), IsEmpty());
  const auto answers = content_of("set: s\ninputs: {}\n");
  const FileVersion second{"so-a", 2, answers.sha256, {}, {"ha", "Hà", "", ""}, moment(5)};
  ASSERT_TRUE(work().add_version("tinh", "r", second, answers, {{"t.x", 3, 9}}));
  EXPECT_THAT(versions("so-a"), SizeIs(2));
  EXPECT_EQ(versions("so-a")[1], second);
  const auto submission = *store_->submission("tinh", "r", "so-a");
  EXPECT_EQ(submission->answers_sha256, answers.sha256);
  EXPECT_THAT(submission->quotes, ElementsAre(Quote{"t.x", 3, 9}));
  EXPECT_THAT(submission->evidence, SizeIs(1));
}

TEST_P(Work, PutsADeadlineOffForOneUnitAlone) {
  const StepDue all{"", "appraisal", *make_date(2026, 1, 31)};
  const StepDue own{"so-b", "appraisal", *make_date(2026, 2, 5)};
  for (const auto& due : {StepDue{"", "appraisal", *make_date(2026, 1, 1)}, all, own}) {
    ASSERT_TRUE(work().set_deadline("tinh", "r", due, logged("deadline_set")));
  }
  EXPECT_THAT(*work().deadlines("tinh", "r"), ElementsAre(all, own));
}

TEST_P(Work, HoldsTheLastVerdictOfADocumentForACriterion) {
  JudgedEvidence judged{
      "so-a", 1, "A.1", EvidenceVerdict::refused, 2, "mờ", {"minh", "Minh", "", ""}, moment(1)};
  ASSERT_TRUE(work().add_verdict("tinh", "r", judged, logged("evidence_judged")));
  judged.verdict = EvidenceVerdict::accepted;
  judged.page = std::nullopt;
  ASSERT_TRUE(work().add_verdict("tinh", "r", judged, logged("evidence_judged")));
  EXPECT_THAT(*work().verdicts("tinh", "r", "so-a"), ElementsAre(judged));
  EXPECT_THAT(*work().verdicts("tinh", "r", std::nullopt), ElementsAre(judged));
  EXPECT_THAT(*work().verdicts("tinh", "r", "so-b"), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Engines, Work, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

}  // namespace
}  // namespace liem::storage
