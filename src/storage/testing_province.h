// A store of a test's own with two accounts.
#pragma once

#include "assessment/digest.h"
#include "storage/testing_place.h"

namespace liem::storage::testing_province {

class Province {
 public:
  explicit Province(Engine engine) : place_(engine) {
    const auto set = assessment::content_of("set");
    assessment::RoundImport import;
    import.province = "tinh";
    import.contents = {set};
    import.round.id = "r";
    import.round.from = *make_date(2025, 1, 1);
    import.round.to = *make_date(2025, 12, 31);
    import.round.set.sha256 = import.round.items_sha256 = set.sha256;
    for (const char* account : {"anh", "binh"}) {
      import.accounts.push_back({account, account, assessment::Role::clerk, "so-a", "hash"});
    }
    LIEM_CHECK(open()->add_round(import, [](std::size_t, std::size_t) {}).has_value());
  }

  const Place& place() const { return place_.place(); }
  const std::filesystem::path& folder() const { return place_.folder(); }
  std::unique_ptr<assessment::Store> open() const { return place_.store(); }
  std::unique_ptr<Database> database() const { return place_.database(); }

 private:
  testing_place::OwnPlace place_;
};

}  // namespace liem::storage::testing_province
