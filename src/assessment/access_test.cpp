#include "assessment/access.h"

#include <gtest/gtest.h>

namespace liem::assessment {
namespace {

constexpr std::string_view own = "so-a", other = "so-b";

// The whole table: every role, every action, own and other unit.
struct Case {
  Role role;
  bool rounds, list, own_unit, other_unit, read;
};

class AccessTable : public testing::TestWithParam<Case> {};

TEST_P(AccessTable, DecidesEveryActionOfTheRole) {
  const Case& expected = GetParam();
  const Viewer viewer{"tinh", "a", "A", expected.role, std::string(own)};
  EXPECT_EQ(may(viewer, Action::see_rounds, ""), expected.rounds);
  EXPECT_EQ(may(viewer, Action::list_units, ""), expected.list);
  EXPECT_EQ(may(viewer, Action::see_unit, own), expected.own_unit);
  EXPECT_EQ(may(viewer, Action::see_unit, other), expected.other_unit);
  EXPECT_EQ(may(viewer, Action::see_all_units, ""), expected.other_unit);
  EXPECT_EQ(may(viewer, Action::read_text, ""), expected.read);
}

INSTANTIATE_TEST_SUITE_P(Roles, AccessTable,
                         testing::Values(Case{Role::clerk, true, true, true, false, true},
                                         Case{Role::head, true, true, true, false, true},
                                         Case{Role::inspector, true, true, true, true, true},
                                         Case{Role::committee, true, true, true, true, true},
                                         Case{Role::reviewer, true, true, true, true, true},
                                         Case{Role::auditor, true, true, true, true, true},
                                         Case{Role::administrator, true, false, false, false,
                                              false}),
                         [](const auto& one) { return std::string(name_of(one.param.role)); });

TEST(Roles, HaveNamesThatLeadBackToThem) {
  for (const auto role : {Role::clerk, Role::head, Role::inspector, Role::committee, Role::reviewer,
                          Role::auditor, Role::administrator}) {
    EXPECT_EQ(role_of(name_of(role)), role);
  }
  EXPECT_EQ(role_of("root"), std::nullopt);
}

}  // namespace
}  // namespace liem::assessment
