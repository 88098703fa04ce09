// A store in a folder of its own with two accounts, for tests.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <memory>
#include <string>

#include "assessment/digest.h"
#include "assessment/store.h"
#include "storage/open_store.h"

namespace liem::storage::testing_province {

class Province {
 public:
  Province() {
    std::string name = (std::filesystem::temp_directory_path() / "liem-province-XXXXXX").string();
    LIEM_CHECK(mkdtemp(name.data()) != nullptr);
    folder_ = name;
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
  ~Province() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Province(const Province&) = delete;
  Province& operator=(const Province&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  std::unique_ptr<assessment::Store> open() const {
    auto store = open_store(folder_, Access::create);
    LIEM_CHECK(store.has_value());
    return std::move(*store);
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace liem::storage::testing_province
