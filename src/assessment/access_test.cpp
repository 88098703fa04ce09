#include "assessment/access.h"

#include <gtest/gtest.h>

namespace liem::assessment {
namespace {

constexpr std::string_view province = "tinh", own = "huyen-a", below = "xa-a", sister = "huyen-b";

const std::vector<UnitAbove> tree{{"huyen-a", "tinh"},
                                  {"huyen-b", "tinh"},
                                  {"tinh", ""},
                                  {"xa-a", "huyen-a"},
                                  {"xa-b", "huyen-b"}};

Viewer at(Role role, std::string_view unit) {
  Viewer viewer{std::string(province), "a", "A", role, std::string(unit)};
  viewer.below = units_below(unit, tree);
  return viewer;
}

// What each role may in its own unit, in one below it and in one beside it.
struct Case {
  Role role;
  bool list, keeps, own_unit, unit_below, sister_unit, log, log_beside, accept, accept_below;
};

class AccessTable : public testing::TestWithParam<Case> {};

TEST_P(AccessTable, DecidesEveryActionOfTheRole) {
  const Case& expected = GetParam();
  const Viewer viewer = at(expected.role, own);
  EXPECT_TRUE(may(viewer, Action::see_rounds, ""));
  EXPECT_EQ(may(viewer, Action::list_units, ""), expected.list);
  EXPECT_EQ(may(viewer, Action::read_text, ""), expected.list);
  EXPECT_EQ(may(viewer, Action::keep_document, ""), expected.keeps);
  EXPECT_EQ(may(viewer, Action::see_unit, own), expected.own_unit);
  EXPECT_EQ(may(viewer, Action::see_unit, below), expected.unit_below);
  EXPECT_EQ(may(viewer, Action::see_unit, sister), expected.sister_unit);
  EXPECT_EQ(may(viewer, Action::see_unit, province), expected.sister_unit);
  EXPECT_EQ(may(viewer, Action::see_all_units, ""), expected.sister_unit);
  EXPECT_EQ(may(viewer, Action::see_log, own), expected.log);
  EXPECT_EQ(may(viewer, Action::see_log, below), expected.log);
  EXPECT_EQ(may(viewer, Action::see_log, sister), expected.log_beside);
  EXPECT_EQ(may(viewer, Action::see_log, ""), expected.log_beside);
  EXPECT_EQ(may(viewer, Action::accept_finding, own), expected.accept);
  EXPECT_EQ(may(viewer, Action::accept_finding, below), expected.accept_below);
}

INSTANTIATE_TEST_SUITE_P(
    Roles, AccessTable,
    testing::Values(
        Case{Role::clerk, true, true, true, true, false, false, false, true, false},
        Case{Role::head, true, true, true, true, false, true, false, false, false},
        Case{Role::committee, true, true, true, true, false, false, false, false, false},
        Case{Role::inspector, true, true, true, true, true, true, true, true, true},
        Case{Role::reviewer, true, true, true, true, true, false, false, false, false},
        Case{Role::auditor, true, false, true, true, true, true, true, false, false},
        Case{Role::tip_officer, false, false, false, false, false, false, false, false, false},
        Case{Role::administrator, false, false, false, false, false, false, false, false, false}),
    [](const auto& one) { return std::string(name_of(one.param.role)); });

TEST(Scope, IsTheWholeProvinceForHeadAndCommitteeAtItsTop) {
  for (const Role role : {Role::head, Role::committee}) {
    const Viewer top = at(role, province);
    EXPECT_FALSE(sees_by_tree(top));
    EXPECT_TRUE(may(top, Action::see_unit, "xa-b"));
    EXPECT_TRUE(may(top, Action::see_all_units, ""));
  }
}

TEST(UnitsBelow, AreFoundAtEveryDepthAndInACircleOnce) {
  EXPECT_EQ(units_below("tinh", tree),
            (std::vector<std::string>{"huyen-a", "huyen-b", "xa-a", "xa-b"}));
  EXPECT_EQ(units_below("huyen-a", tree), std::vector<std::string>{"xa-a"});
  EXPECT_TRUE(units_below("xa-a", tree).empty());
  EXPECT_EQ(units_below("a", {{"a", "b"}, {"b", "a"}}), std::vector<std::string>{"b"});
}

TEST(Roles, HaveNamesThatLeadBackToThem) {
  for (const auto role : {Role::clerk, Role::head, Role::inspector, Role::committee, Role::reviewer,
                          Role::tip_officer, Role::auditor, Role::administrator}) {
    EXPECT_EQ(role_of(name_of(role)), role);
  }
  EXPECT_EQ(role_of("root"), std::nullopt);
}

}  // namespace
}  // namespace liem::assessment
