#include <gmock/gmock.h>

#include "assessment/digest.h"
#include "storage/testing_province.h"

namespace liem::storage {
namespace {

using namespace assessment;  // NOLINT: the words of the interface under test
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Date last_day{std::chrono::year{2026}, std::chrono::month{2}, std::chrono::day{28}};

struct PlanTest : testing::TestWithParam<Engine> {
  testing_province::Province province{GetParam()};
  std::unique_ptr<Store> store = province.open();

  void SetUp() override {
    for (const char* id : {"nam-truoc", "nam-nay"}) ASSERT_TRUE(add_round(id));
  }
  Result<void> add_round(const std::string& id) {
    RoundImport import;
    const auto set = content_of("set");
    import.province = "tinh";
    import.contents = {set};
    import.round.id = id;
    import.round.from = import.round.to = last_day;
    import.round.set.sha256 = import.round.items_sha256 = set.sha256;
    Unit unit;
    unit.id = "tinh";
    unit.from = last_day;
    import.units.push_back(unit);
    if (id == "nam-truoc") {
      for (const char* name : {"mot", "hai"}) {
        import.accounts.push_back({name, name, Role::clerk, "tinh", "hash"});
      }
    }
    return store->add_round(import, [](std::size_t, std::size_t) {});
  }
  PlanStore& plans() { return store->plans(); }
};

TEST_P(PlanTest, RemembersWhatItWasCopiedFrom) {
  EXPECT_EQ(*plans().copied_from("tinh", "nam-nay"), std::nullopt);
  ASSERT_TRUE(plans().set_copied_from("tinh", "nam-nay", "nam-truoc"));
  EXPECT_EQ(*plans().copied_from("tinh", "nam-nay"), "nam-truoc");
}

TEST_P(PlanTest, NewAssignmentsTakeThePlaceOfAllThereWere) {
  const Assignment a{"tinh", "A.1", "mot"}, b{"tinh", "A.1", "hai"}, c{"tinh", "B.1", "mot"};
  ASSERT_TRUE(plans().assign("tinh", "nam-nay", "tinh", {a, b}, std::nullopt));
  ASSERT_TRUE(plans().assign("tinh", "nam-nay", "tinh", {c}, std::nullopt));
  EXPECT_THAT(*plans().assignments("tinh", "nam-nay", std::nullopt), ElementsAre(c));
  EXPECT_THAT(*plans().assignments("tinh", "nam-truoc", "tinh"), IsEmpty());
}

TEST_P(PlanTest, AnAssignmentToNobodysAccountIsRefusedWithAllBesideIt) {
  const Assignment stands{"tinh", "A.1", "mot"};
  ASSERT_TRUE(plans().assign("tinh", "nam-nay", "tinh", {stands}, std::nullopt));
  EXPECT_FALSE(plans().assign("tinh", "nam-nay", "tinh", {{"tinh", "A.1", "ai-do"}}, std::nullopt));
  EXPECT_THAT(*plans().assignments("tinh", "nam-nay", "tinh"), ElementsAre(stands));
}

TEST_P(PlanTest, AChangedTaskKeepsItsPlace) {
  RoundTask first{"1", "Kế hoạch", last_day, "tinh"}, second{"2", "Công văn"};
  for (const auto& task : {first, second}) {
    ASSERT_TRUE(plans().put_task("tinh", "nam-nay", task, std::nullopt));
  }
  first.state = TaskState::done;
  first.document = "15/KH-UBND";
  ASSERT_TRUE(plans().put_task("tinh", "nam-nay", first, std::nullopt));
  EXPECT_THAT(*plans().tasks("tinh", "nam-nay"), ElementsAre(first, second));
}

INSTANTIATE_TEST_SUITE_P(BothEngines, PlanTest, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

}  // namespace
}  // namespace liem::storage
