#include <gmock/gmock.h>

#include "assessment/delegation.h"
#include "base/vietnam_time.h"
#include "storage/testing_province.h"

namespace liem::storage {
namespace {

using namespace assessment;  // NOLINT: the words of the interface under test
using std::chrono::days;
using std::chrono::seconds;
using testing::ElementsAre;

constexpr Date first_day{std::chrono::year{2025}, std::chrono::month{11}, std::chrono::day{10}};
constexpr Date last_day{std::chrono::year{2025}, std::chrono::month{11}, std::chrono::day{12}};
const std::chrono::sys_seconds start = start_in_vietnam(first_day);
const std::chrono::sys_seconds over = start + days(3);

std::string refusal(const auto& result) { return result ? "accepted" : result.error().message.id; }

// The province with its Sở A and its Phòng A below; heads, and one of every other role in Sở A.
struct DelegationTest : testing::TestWithParam<Engine> {
  testing_province::Province province{GetParam()};
  std::unique_ptr<Store> store = province.open();
  int made = 0;

  void SetUp() override {
    RoundImport import;
    const auto set = content_of("set");
    import.province = "tinh";
    import.contents = {set};
    import.round.id = "cay";
    import.round.from = import.round.to = first_day;
    import.round.set.sha256 = import.round.items_sha256 = set.sha256;
    const auto unit = [&](const std::string& id, const std::string& parent) {
      Unit one;
      one.id = id;
      one.parent = parent;
      one.name = {id, id};
      one.from = first_day;
      import.units.push_back(one);
    };
    unit("tinh", "");
    unit("so-a", "tinh");
    unit("phong-a", "so-a");
    const auto account = [&](const std::string& name, Role role, const std::string& at) {
      import.accounts.push_back({name, "Tên " + name, role, at, "hash"});
    };
    account("giamdoc", Role::head, "so-a");
    account("truongphong", Role::head, "phong-a");
    account("vienchuc", Role::clerk, "phong-a");
    account("chutich", Role::committee, "tinh");
    account("thanhtra", Role::inspector, "so-a");
    account("kiemtra", Role::auditor, "so-a");
    account("quantri", Role::administrator, "so-a");
    account("tiepnhan", Role::tip_officer, "so-a");
    ASSERT_TRUE(store->add_round(import, [](std::size_t, std::size_t) {}));
  }

  Viewer who(const std::string& account) {
    const auto known = store->account("tinh", account);
    const Account& one = **known;
    return {"tinh", one.account, one.name, one.role, one.unit};
  }
  DelegationWish wish(const std::string& delegate, const std::string& principal = "") {
    return {principal, delegate, first_day, last_day, "Nghỉ phép năm", "12/QĐ-SA"};
  }
  Result<Delegation> delegate(const std::string& by, const DelegationWish& wanted,
                              std::chrono::sys_seconds now = start) {
    return delegate_office(*store, who(by), wanted, "d" + std::to_string(++made), now);
  }
  std::string office(const std::string& delegate, const std::string& principal,
                     std::chrono::sys_seconds now) {
    const auto viewer = in_office_of(*store, who(delegate), principal, now);
    if (!viewer) return viewer.error().message.id;
    return std::string(name_of(viewer->role)) + " of " + viewer->unit;
  }
  std::vector<std::string> states(const std::string& account, std::chrono::sys_seconds now) {
    std::vector<std::string> out;
    const auto book = delegation_book(*store, who(account), now);
    for (const auto& one : book->delegations) out.emplace_back(name_of(one.state));
    return out;
  }
  std::vector<std::string> logged() {
    std::vector<std::string> out;
    const auto entries = store->ledger().entries_from("tinh", 1, 100);
    for (const auto& [entry, hash] : *entries) {
      if (entry.act.object.kind == "delegation")
        out.push_back(entry.act.actor + " " + entry.act.code);
    }
    return out;
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, DelegationTest, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

TEST_P(DelegationTest, GivesTheOfficeFromItsFirstDayToTheEndOfItsLast) {
  const auto given = delegate("giamdoc", wish("anh"), start - days(1));
  ASSERT_TRUE(given);
  EXPECT_EQ(**store->delegations().delegation("tinh", "d1"), *given);
  EXPECT_EQ(office("anh", "giamdoc", start - seconds(1)), "assessment.not_delegated");
  EXPECT_EQ(office("anh", "giamdoc", start), "head of so-a");
  EXPECT_EQ(office("anh", "giamdoc", over - seconds(1)), "head of so-a");
  EXPECT_EQ(office("anh", "giamdoc", over), "assessment.not_delegated");
  EXPECT_THAT(states("anh", start - seconds(1)), ElementsAre("coming"));
  EXPECT_THAT(states("anh", start), ElementsAre("holds"));
  EXPECT_THAT(states("giamdoc", over), ElementsAre("over"));
}

TEST_P(DelegationTest, LeavesWhoActsHimselfAndSaysForWhom) {
  ASSERT_TRUE(delegate("giamdoc", wish("anh")));
  const auto viewer = in_office_of(*store, who("anh"), "giamdoc", start);
  EXPECT_EQ(viewer->account, "anh");
  EXPECT_EQ(*viewer->acting_for, (ActingFor{"giamdoc", "Tên giamdoc", first_day, last_day}));
  EXPECT_TRUE(involves(*viewer, "anh") && involves(*viewer, "giamdoc"));
  EXPECT_FALSE(involves(*viewer, "binh") || involves(who("anh"), "giamdoc"));
  EXPECT_TRUE(holds_still(*viewer->acting_for, over - seconds(1)));
  EXPECT_FALSE(holds_still(*viewer->acting_for, over));
}

TEST_P(DelegationTest, GivesTheOfficeToNobodyElse) {
  ASSERT_TRUE(delegate("giamdoc", wish("anh")));
  EXPECT_EQ(office("binh", "giamdoc", start), "assessment.not_delegated");
  EXPECT_EQ(office("anh", "truongphong", start), "assessment.not_delegated");
  EXPECT_EQ(office("anh", "khong-co", start), "assessment.not_delegated");
}

TEST_P(DelegationTest, EndsWhenItsGiverSaysSoAndNobodyElse) {
  ASSERT_TRUE(delegate("giamdoc", wish("anh")));
  EXPECT_EQ(refusal(end_delegation(*store, who("anh"), "d1", start)),
            "assessment.delegation_not_yours");
  EXPECT_EQ(refusal(end_delegation(*store, who("thanhtra"), "d1", start)),
            "assessment.delegation_unknown");
  ASSERT_TRUE(end_delegation(*store, who("giamdoc"), "d1", start + seconds(5)));
  EXPECT_EQ(office("anh", "giamdoc", start + seconds(5)), "assessment.not_delegated");
  EXPECT_THAT(states("giamdoc", start), ElementsAre("ended"));
  EXPECT_EQ((*store->delegations().delegation("tinh", "d1"))->ended_by, "giamdoc");
  EXPECT_EQ(refusal(end_delegation(*store, who("giamdoc"), "d1", start)),
            "assessment.delegation_over");
  EXPECT_THAT(logged(), ElementsAre("giamdoc delegation_made", "giamdoc delegation_ended"));
}

TEST_P(DelegationTest, IsMadeForAHeadFromAboveToo) {
  EXPECT_EQ(refusal(delegate("giamdoc", wish("vienchuc", "truongphong"))), "accepted");
  EXPECT_EQ(refusal(delegate("chutich", wish("binh", "giamdoc"))), "accepted");
  EXPECT_EQ(office("vienchuc", "truongphong", start), "head of phong-a");
  EXPECT_EQ(refusal(end_delegation(*store, who("chutich"), "d1", start)), "accepted");
  EXPECT_EQ(refusal(end_delegation(*store, who("giamdoc"), "d2", start)), "accepted");
}

TEST_P(DelegationTest, IsMadeForAnotherByNobodyElse) {
  for (const auto* by : {"anh", "thanhtra", "truongphong"}) {
    EXPECT_EQ(refusal(delegate(by, wish("binh", "giamdoc"))), "assessment.delegation_not_yours")
        << by;
  }
  EXPECT_EQ(refusal(delegate("giamdoc", wish("binh", "vienchuc"))),
            "assessment.delegation_not_yours");
  EXPECT_EQ(refusal(delegate("giamdoc", wish("binh", "khong-co"))),
            "assessment.delegation_not_yours");
}

TEST_P(DelegationTest, IsNothingForAuditorsAdministratorsAndTipOfficers) {
  for (const auto* apart : {"kiemtra", "quantri", "tiepnhan"}) {
    EXPECT_EQ(refusal(delegate(apart, wish("anh"))), "assessment.delegation_of_role") << apart;
    EXPECT_EQ(refusal(delegate("giamdoc", wish(apart))), "assessment.delegation_to_nobody")
        << apart;
  }
}

TEST_P(DelegationTest, HoldsNoMoreWhereItsGiverHoldsTheOfficeNoMore) {
  ASSERT_TRUE(delegate("giamdoc", wish("anh")));
  ledger::Act act;
  ASSERT_TRUE(store->accounts().set_disabled("tinh", "giamdoc", start, act));
  EXPECT_EQ(office("anh", "giamdoc", start), "assessment.not_delegated");
  EXPECT_THAT(states("anh", start), ElementsAre("lapsed"));
  ASSERT_TRUE(store->accounts().set_disabled("tinh", "giamdoc", std::nullopt, act));
  EXPECT_EQ(office("anh", "giamdoc", start), "head of so-a");
  ASSERT_TRUE(province.database()->run(
      "UPDATE account SET unit = 'phong-a' WHERE province = 'tinh' AND account = 'giamdoc'", {}));
  EXPECT_EQ(office("anh", "giamdoc", start), "assessment.not_delegated");
  EXPECT_TRUE(offices_held(*store, who("anh"), start)->empty());
}

TEST_P(DelegationTest, HoldsNoMoreWhereTheDelegateGotARoleApart) {
  ASSERT_TRUE(delegate("giamdoc", wish("anh")));
  EXPECT_EQ(offices_held(*store, who("anh"), start)->size(), 1U);
  ASSERT_TRUE(province.database()->run(
      "UPDATE account SET role = 'auditor' WHERE province = 'tinh' AND account = 'anh'", {}));
  EXPECT_EQ(office("anh", "giamdoc", start), "assessment.not_delegated");
  EXPECT_TRUE(offices_held(*store, who("anh"), start)->empty());
}

TEST_P(DelegationTest, RefusesDaysThatAreOverOrNone) {
  EXPECT_EQ(refusal(delegate("giamdoc", wish("anh"), start + days(1))),
            "assessment.delegation_backdated");
  auto turned = wish("anh");
  turned.to = Date{std::chrono::sys_days(first_day) - days(1)};
  EXPECT_EQ(refusal(delegate("giamdoc", turned)), "assessment.delegation_days");
  turned.to = Date{std::chrono::sys_days(first_day) + days(365)};
  EXPECT_EQ(refusal(delegate("giamdoc", turned)), "accepted");
  turned.to = Date{std::chrono::sys_days(first_day) + days(366)};
  EXPECT_EQ(refusal(delegate("giamdoc", turned)), "assessment.delegation_days");
}

TEST_P(DelegationTest, RefusesASecondOneOfTheSameTwoOnADayOfTheFirst) {
  ASSERT_TRUE(delegate("giamdoc", wish("anh")));
  auto later = wish("anh");
  later.from = last_day;
  EXPECT_EQ(refusal(delegate("giamdoc", later)), "assessment.delegation_overlaps");
  EXPECT_EQ(refusal(delegate("giamdoc", wish("binh"))), "accepted");
  later.from = later.to = Date{std::chrono::sys_days(last_day) + days(1)};
  EXPECT_EQ(refusal(delegate("giamdoc", later)), "accepted");
  ASSERT_TRUE(end_delegation(*store, who("giamdoc"), "d1", start));
  EXPECT_EQ(refusal(delegate("giamdoc", wish("anh"))), "accepted");
}

TEST_P(DelegationTest, TellsEveryoneOfHisOwnAndOfThoseHeMayEnd) {
  ASSERT_TRUE(delegate("giamdoc", wish("anh")));
  EXPECT_THAT(states("giamdoc", start), ElementsAre("holds"));
  EXPECT_THAT(states("anh", start), ElementsAre("holds"));
  EXPECT_THAT(states("chutich", start), ElementsAre("holds"));
  EXPECT_THAT(states("thanhtra", start), ElementsAre());
  EXPECT_THAT(states("quantri", start), ElementsAre());
}

}  // namespace
}  // namespace liem::storage
