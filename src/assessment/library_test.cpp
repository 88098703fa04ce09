#include "assessment/library.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "assessment/digest.h"

namespace liem::assessment {
namespace {

// Holds contents only; nothing else is asked of a store here.
class ContentStore final : public Store {
 public:
  std::string keep(const std::string& bytes) {
    const auto content = content_of(bytes);
    contents_[content.sha256] = bytes;
    return content.sha256;
  }
  Result<std::optional<std::string>> content(const std::string&, const std::string& name) override {
    const auto found = contents_.find(name);
    return found == contents_.end() ? std::nullopt : std::optional(found->second);
  }

  Result<std::vector<std::string>> provinces() override { return unasked(); }
  Result<void> add_round(const RoundImport&, const Progress&) override { return unasked(); }
  Result<std::vector<Round>> rounds(const std::string&) override { return unasked(); }
  Result<std::optional<Round>> round(const std::string&, const std::string&) override {
    return unasked();
  }
  Result<std::vector<Unit>> units(const std::string&, const std::string&) override {
    return unasked();
  }
  Result<std::vector<Submission>> submissions(const std::string&, const std::string&) override {
    return unasked();
  }
  Result<std::optional<Submission>> submission(const std::string&, const std::string&,
                                               const std::string&) override {
    return unasked();
  }
  Result<std::vector<Submission>> handed_in(const std::string&, const std::string&,
                                            const std::optional<std::string>&) override {
    return unasked();
  }
  Result<std::optional<HistoryReference>> history(const std::string&) override { return unasked(); }
  Result<std::optional<Account>> account(const std::string&, const std::string&) override {
    return unasked();
  }
  Result<std::optional<Unit>> unit(const std::string&, const std::string&) override {
    return unasked();
  }
  Result<std::vector<UnitAbove>> units_above(const std::string&) override { return unasked(); }
  LedgerStore& ledger() override { LIEM_CHECK(false); }
  RequestStore& requests() override { LIEM_CHECK(false); }
  AccountStore& accounts() override { LIEM_CHECK(false); }
  IdentityStore& identities() override { LIEM_CHECK(false); }
  WorkStore& work() override { LIEM_CHECK(false); }
  PlanStore& plans() override { LIEM_CHECK(false); }
  DelegationStore& delegations() override { LIEM_CHECK(false); }
  NoticeStore& notices() override { LIEM_CHECK(false); }
  MailStore& mail() override { LIEM_CHECK(false); }
  PublicationStore& publications() override { LIEM_CHECK(false); }
  PackageStore& packages() override { LIEM_CHECK(false); }
  DocumentStore& documents() override { LIEM_CHECK(false); }
  SetMoveStore& set_moves() override { LIEM_CHECK(false); }

 private:
  static std::unexpected<Error> unasked() {
    return fail(ErrorCode{"test.unasked", ErrorKind::internal});
  }
  std::map<std::string, std::string> contents_;
};

std::string file_bytes(const std::string& name) {
  std::ifstream input(std::string(LIEM_SOURCE_DIR "/data/") + name, std::ios::binary);
  LIEM_CHECK(input.good());
  return {std::istreambuf_iterator<char>(input), {}};
}

struct LibraryTest : testing::Test {
  static constexpr std::string_view label = "The year's anti-corruption plan was issued";
  static constexpr std::string_view other_label = "A plan for the year was issued";

  Round round_with(const std::string& items) {
    Round round;
    round.set.id = "pctn-2024";
    round.set.sha256 = store.keep(file_bytes("indicator-sets/pctn-2024.yaml"));
    round.items_sha256 = store.keep(items);
    return round;
  }
  static std::string renamed_items() {
    std::string items = file_bytes("figures/pctn.yaml");
    const auto place = items.find(label);
    LIEM_CHECK(place != items.npos);
    return items.replace(place, label.size(), other_label);
  }
  std::string explained(const Round& round) {
    const auto scored = library.score(store, "tinh", round, answers);
    LIEM_CHECK(scored.has_value());
    return indicators::say((*scored)->score.find("A.1.1")->steps, Catalogue{}).en;
  }

  ContentStore store;
  Library library{nullptr};
  std::string answers = store.keep("set: pctn-2024\ninputs: {plan.issued: true}\n");
};

TEST_F(LibraryTest, ScoresTheSameAnswersAnewWhereTheRoundHasOtherDataItems) {
  const Round first = round_with(file_bytes("figures/pctn.yaml"));
  const Round second = round_with(renamed_items());
  EXPECT_NE(explained(first).find(label), std::string::npos);
  EXPECT_NE(explained(second).find(other_label), std::string::npos);
}

TEST_F(LibraryTest, ScoresTheSameAnswersOfOneRoundOnce) {
  const Round round = round_with(file_bytes("figures/pctn.yaml"));
  EXPECT_EQ(*library.score(store, "tinh", round, answers),
            *library.score(store, "tinh", round, answers));
  EXPECT_NE(*library.score(store, "tinh", round, answers),
            *library.score(store, "tinh", round, std::nullopt));
}

TEST_F(LibraryTest, SaysWhichContentTheStoreLacks) {
  Round round = round_with(file_bytes("figures/pctn.yaml"));
  round.items_sha256 = sha256_of("never kept");
  const auto scored = library.score(store, "tinh", round, answers);
  ASSERT_FALSE(scored);
  EXPECT_EQ(scored.error().message,
            (Message{"assessment.content_missing", {{"sha256", round.items_sha256}}}));
}

}  // namespace
}  // namespace liem::assessment
