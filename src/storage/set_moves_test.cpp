#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "assessment/digest.h"
#include "assessment/set_move.h"
#include "base/messages.h"
#include "storage/testing_place.h"

namespace liem::storage {
namespace {

using namespace assessment;  // NOLINT: the words of the interface under test
using testing::ElementsAre;

std::string file_text(const std::string& name) {
  std::ifstream in(std::string(LIEM_SOURCE_DIR) + "/" + name, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<std::string> said(const Problems& problems) {
  Catalogue words;
  for (const auto* name : {"assessment", "indicators", "yaml"}) {
    const auto file = std::string("data/locales/messages/") + name + ".yaml";
    EXPECT_TRUE(words.add(file_text(file), file));
  }
  std::vector<std::string> lines;
  for (const auto& problem : problems) lines.push_back(words.render(problem.message, Locale::en));
  return lines;
}

const std::string items =
    "items:\n"
    "  t.yes: {label: {vi: x, en: x}, unit: yes_no, register: r}\n"
    "  t.done: {label: {vi: x, en: x}, unit: {count: {vi: x, en: x}}, register: r}\n";

std::string leaf(const std::string& code, const std::string& points, const std::string& rule) {
  return "  - {code: " + code + ", title: {vi: x, en: x}, points: " + points +
         ", provenance: assumed, rule_provenance: assumed, legal_basis: [law], evidence: [{vi: x, "
         "en: x}], rule: " +
         rule + "}\n";
}

std::string set_text(const std::string& id, const std::string& version, const std::string& leaves) {
  return "id: " + id + "\nversion: '" + version +
         "'\ntitle: {vi: x, en: x}\nsource: {vi: x, en: x}\nperiod: {from: '12-16', to: '12-15'}\n"
         "rounding: {decimals: 2, mode: half_up, at: leaf, provenance: published}\npoints: 10\n"
         "criteria:\n" +
         leaves;
}

const std::string yes = "{kind: documented, input: t.yes}";
const std::string first_set = set_text(
    "set", "1",
    leaf("A", "4", yes) + leaf("B", "6", "{kind: count, input: t.done, points_each: 1, cap: 6}"));
const std::string corrected_set = set_text(
    "set", "2",
    leaf("A", "4", yes) + leaf("B", "6", "{kind: count, input: t.done, points_each: 2, cap: 6}"));
const std::string other_set = set_text("other", "1", leaf("X", "10", yes));
const std::string answers = "set: set\ninputs: {t.yes: true, t.done: 3}\nself: {A: 4, B: 6}\n";

SetFiles files_of(const std::string& set) { return {{"set.yaml", set}, {"items.yaml", items}}; }

class Moves : public testing::TestWithParam<Engine> {
 protected:
  Moves() : library_(std::make_shared<const reading::Lexicon>()) {
    RoundImport import;
    import.province = "tinh";
    import.contents = {content_of(first_set), content_of(items), content_of(answers)};
    import.round = {"r",
                    {"Đợt", "Round"},
                    2025,
                    *make_date(2024, 12, 16),
                    *make_date(2025, 12, 15),
                    {"set", "1", sha256_of(first_set), {"x", "x"}},
                    sha256_of(items)};
    import.units = {{"tinh",
                     {"T", "T"},
                     organisation::UnitKind::province,
                     "",
                     *make_date(2020, 1, 1),
                     std::nullopt,
                     "NQ"}};
    import.submissions = {{"tinh",
                           std::nullopt,
                           sha256_of(answers),
                           {},
                           {{"kế hoạch", {}, {}, {}, "t", {"A", "B"}, {}}}}};
    LIEM_CHECK(store_->add_round(import, [](std::size_t, std::size_t) {}).has_value());
  }

  std::expected<SetMovePlan, Problems> plan(const std::string& set,
                                            std::optional<std::string> mapping = {}) {
    std::optional<NamedFile> file;
    if (mapping) file = {"mapping.yaml", *mapping};
    return plan_set_move(*store_, library_, "tinh", "r", files_of(set), file);
  }
  Result<void> apply(SetMovePlan plan) {
    plan.move.by = "Vũ Văn Thí Dụ";
    plan.move.reason = "sửa điểm mỗi việc";
    plan.move.at = std::chrono::sys_seconds(std::chrono::seconds(1'764'000'000));
    return store_->set_moves().move("tinh", plan.move);
  }
  Decimal points_now() {
    const auto round = store_->round("tinh", "r").value().value();
    const auto submission = store_->submission("tinh", "r", "tinh").value().value();
    return library_.score(*store_, "tinh", round, submission.answers_sha256)
        .value()
        ->score.total.points.reached;
  }

  testing_place::OwnPlace place_{GetParam()};
  std::unique_ptr<Store> store_ = place_.store();
  Library library_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Moves, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

TEST_P(Moves, ShowThePointsBeforeAndAfterAndWriteNothing) {
  const auto planned = plan(corrected_set);
  ASSERT_TRUE(planned) << said(planned.error())[0];
  ASSERT_EQ(planned->units.size(), 1u);
  EXPECT_EQ(planned->units[0].before.reached, Decimal(7));
  EXPECT_EQ(planned->units[0].after.reached, Decimal(10));
  ASSERT_EQ(planned->difference.leaves.size(), 1u);
  EXPECT_EQ(planned->difference.leaves[0].to, std::vector<std::string>{"B"});
  EXPECT_EQ(points_now(), Decimal(7));
  EXPECT_EQ(store_->round("tinh", "r").value()->set.version, "1");
  EXPECT_TRUE(store_->set_moves().past_sets("tinh", "r").value().empty());
}

TEST_P(Moves, PinTheRoundToTheCorrectedSetAndKeepTheOldPinWithWhoAndWhy) {
  ASSERT_TRUE(apply(plan(corrected_set).value()));
  store_ = place_.store();  // after a restart
  EXPECT_EQ(points_now(), Decimal(10));
  const auto round = store_->round("tinh", "r").value().value();
  EXPECT_EQ(round.set.version, "2");
  const auto past = store_->set_moves().past_sets("tinh", "r").value();
  ASSERT_EQ(past.size(), 1u);
  EXPECT_EQ(past[0].set.version, "1");
  EXPECT_EQ(past[0].set.sha256, sha256_of(first_set));
  EXPECT_EQ(past[0].by, "Vũ Văn Thí Dụ");
  EXPECT_EQ(past[0].reason, "sửa điểm mỗi việc");
  EXPECT_EQ(past[0].until.time_since_epoch().count(), 1'764'000'000);
  EXPECT_EQ(store_->content("tinh", sha256_of(first_set)).value(), first_set);
}

TEST_P(Moves, LeaveAnswersTheVeryBytesTheyWereWhereTheCorrectedSetTakesThem) {
  const auto planned = plan(corrected_set).value();
  EXPECT_TRUE(planned.move.answers.empty());
  ASSERT_TRUE(apply(planned));
  EXPECT_EQ(store_->submission("tinh", "r", "tinh").value()->answers_sha256, sha256_of(answers));
}

const std::string to_other =
    "from: set\nto: other\nprovenance: assumed\ncriteria:\n"
    "  - {kind: merged, from: [A, B], to: [X], reason: {vi: x, en: x}}\n";

TEST_P(Moves, ToAnotherSetLoseNoAnswerAndKeepTheOldOnes) {
  auto planned = plan(other_set, to_other);
  ASSERT_TRUE(planned) << said(planned.error())[0];
  EXPECT_THAT(planned->units[0].not_counted, ElementsAre("t.done"));
  ASSERT_TRUE(apply(*planned));
  const auto submission = store_->submission("tinh", "r", "tinh").value().value();
  const auto now = store_->content("tinh", *submission.answers_sha256).value().value();
  EXPECT_THAT(now, testing::HasSubstr("\"t.done\": 3"));
  EXPECT_THAT(now, testing::HasSubstr("set: \"other\""));
  EXPECT_EQ(submission.evidence[0].criteria, std::vector<std::string>{"X"});
  EXPECT_EQ(store_->set_moves().past_answers("tinh", "r", 1, "tinh").value(), sha256_of(answers));
  EXPECT_EQ(store_->content("tinh", sha256_of(answers)).value(), answers);
  EXPECT_EQ(points_now(), Decimal(10));
}

// The first set on which points go by a number of the law: 20 % of t.done.
const std::string lawful_set =
    set_text("set", "3",
             leaf("A", "4", yes) + leaf("B", "6",
                                        "{kind: formula, expression: \"number(t.done) * "
                                        "law(verification.units)\", gives: points, "
                                        "floor: 0, ceiling: 6}"));

TEST_P(Moves, KeepTheLawThatTheNewSetRestsOnAndMoveOnlyWhereItChanges) {
  const std::string file = "data/law/verification.yaml", days = "data/law/working-days.yaml";
  SetFiles files{{"set.yaml", lawful_set},
                 {"items.yaml", items},
                 {{file, file_text(file)}, {days, file_text(days)}}};
  const auto move = [&] {
    auto planned = plan_set_move(*store_, library_, "tinh", "r", files, {});
    LIEM_CHECK(planned.has_value());
    return *std::move(planned);
  };
  ASSERT_TRUE(apply(move()));
  store_ = place_.store();
  EXPECT_EQ(points_now(), Decimal::parse("4.6"));
  EXPECT_FALSE(plan_set_move(*store_, library_, "tinh", "r", files, {}));
  const std::string share = "value: 20\n";
  files.law[0].bytes.replace(files.law[0].bytes.find(share), share.size(), "value: 40\n");
  ASSERT_TRUE(apply(move()));
  EXPECT_EQ(points_now(), Decimal::parse("5.2"));
  EXPECT_EQ(store_->set_moves().past_sets("tinh", "r").value().size(), 2u);
}

TEST_P(Moves, AreRefusedWhereTheRoundChangedSinceTheyWerePlanned) {
  const auto stale = plan(corrected_set).value();
  ASSERT_TRUE(apply(plan(other_set, to_other).value()));
  const auto refused = apply(stale);
  ASSERT_FALSE(refused);
  EXPECT_THAT(said({refused.error()}),
              ElementsAre("the round “r” changed since the move was planned; run it again to see "
                          "the new plan"));
  EXPECT_EQ(store_->set_moves().past_sets("tinh", "r").value().size(), 1u);
}

TEST_P(Moves, NeedAMappingBetweenDifferentSetsAndASetThatDiffersAtAll) {
  EXPECT_THAT(said(plan(other_set).error()),
              ElementsAre("set and other are different sets; name the file that maps their "
                          "criteria with --mapping"));
  EXPECT_THAT(said(plan(first_set).error()),
              ElementsAre("the round “r” is pinned to this very set set version 1; there is "
                          "nothing to move"));
  EXPECT_THAT(said(plan_set_move(*store_, library_, "tinh", "q", files_of(first_set), {}).error()),
              ElementsAre("there is no round “q”; check its id"));
  EXPECT_THAT(
      said(plan(other_set, "from: set\nto: other\nprovenance: assumed\ncriteria: []\n").error()),
      ElementsAre("mapping.yaml:4: these leaves of set set are left out: A, B; add each of "
                  "them",
                  "mapping.yaml:4: these leaves of set other are left out: X; add each of "
                  "them"));
}

}  // namespace
}  // namespace liem::storage
