#include "storage/sql_publications.h"

#include <gmock/gmock.h>

#include "assessment/digest.h"
#include "storage/testing_place.h"

namespace liem::storage {
namespace {

using assessment::Publication;
using testing::ElementsAre;
using testing::IsEmpty;

// Two rounds of a province.
class Publications : public testing::TestWithParam<Engine> {
 protected:
  Publications() : place_(GetParam()), store_(place_.store()) {
    const auto set = assessment::content_of("set");
    for (const char* id : {"r", "s"}) {
      assessment::RoundImport import;
      import.province = "tinh";
      import.contents = {set};
      import.round.id = id;
      import.round.from = *make_date(2025, 1, 1);
      import.round.to = *make_date(2025, 12, 31);
      import.round.set.sha256 = import.round.items_sha256 = set.sha256;
      LIEM_CHECK(store_->add_round(import, [](std::size_t, std::size_t) {}).has_value());
    }
  }

  Publication add(const std::string& round, int number, const std::string& document) {
    const Publication one{
        round,
        number,
        assessment::sha256_of(document),
        number == 1 ? "publish" : "correct",
        {"Hoàng Thị Ví Như", assessment::Role::committee, "tinh", {"T", "P"}, "Lan"},
        std::chrono::sys_seconds(std::chrono::seconds(1'800'000'000 + number)),
        number == 1 ? "" : "Đính chính"};
    LIEM_CHECK(store_->publications().add("tinh", one, document).has_value());
    return one;
  }

  testing_place::OwnPlace place_;
  std::unique_ptr<assessment::Store> store_;
};

TEST_P(Publications, AreKeptWithTheBytesTheirHashNames) {
  const auto one = add("r", 1, "{\"number\":1}");
  EXPECT_EQ(store_->publications().publication("tinh", "r", 1).value(), one);
  EXPECT_EQ(store_->content("tinh", one.sha256).value(), "{\"number\":1}");
  EXPECT_EQ(store_->publications().publication("tinh", "r", 2).value(), std::nullopt);
  EXPECT_EQ(store_->publications().publication("khac", "r", 1).value(), std::nullopt);
}

TEST_P(Publications, AreListedNewestFirstOfOneRoundOrAll) {
  const auto first = add("r", 1, "a"), other = add("s", 1, "b"), second = add("r", 2, "c");
  EXPECT_THAT(store_->publications().publications("tinh", "r").value(), ElementsAre(second, first));
  EXPECT_THAT(store_->publications().publications("tinh", std::nullopt).value(),
              ElementsAre(second, other, first));
  EXPECT_THAT(store_->publications().publications("khac", std::nullopt).value(), IsEmpty());
}

TEST_P(Publications, AreNeverNumberedTwice) {
  const auto first = add("r", 1, "a");
  EXPECT_FALSE(store_->publications().add("tinh", first, "b"));
  EXPECT_EQ(store_->content("tinh", first.sha256).value(), "a");
}

INSTANTIATE_TEST_SUITE_P(Engines, Publications, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

}  // namespace
}  // namespace liem::storage
