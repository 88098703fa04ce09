#include "storage/privacy.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "storage/errors.h"
#include "storage/open_store.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;

// A new folder under an umask that forbids nothing: only what is asked for keeps others out.
struct PrivacyTest : testing::Test {
  PrivacyTest() {
    std::string name = (fs::temp_directory_path() / "liem-privacy-XXXXXX").string();
    LIEM_CHECK(mkdtemp(name.data()) != nullptr);
    top = name;
    umask_before = ::umask(0);
  }
  ~PrivacyTest() override {
    ::umask(umask_before);
    std::error_code ignored;
    fs::remove_all(top, ignored);
  }
  static unsigned rights(const fs::path& path) {
    return static_cast<unsigned>(fs::status(path).permissions());
  }
  std::string open_files() const {
    const auto checked = check_private(top / "data");
    return checked ? "" : checked.error().message.args[0].second;
  }

  fs::path top;
  mode_t umask_before = 0;
};

TEST_F(PrivacyTest, MakesDataThatOnlyItsOwnerMayRead) {
  const auto store = open_store(top / "data", Access::create);
  ASSERT_TRUE(store);
  EXPECT_EQ(rights(top / "data"), 0700U);
  for (const auto* file : {"liem.db", "liem.db-wal", "liem.db-shm"}) {
    EXPECT_EQ(rights(top / "data" / file), 0600U) << file;
  }
  EXPECT_EQ(open_files(), "");
}

TEST_F(PrivacyTest, MakesTheFolderAlsoWhereItsNameEndsInASlash) {
  ASSERT_TRUE(open_store(top / "deep" / "data/", Access::create));
  EXPECT_EQ(rights(top / "deep" / "data"), 0700U);
}

TEST_F(PrivacyTest, NamesWhatOthersMayOpenAndLeavesItsRights) {
  ASSERT_TRUE(open_store(top / "data", Access::create));
  fs::permissions(top / "data" / "liem.db", fs::perms{0644});
  EXPECT_EQ(open_files(), (top / "data" / "liem.db").string());
  fs::permissions(top / "data", fs::perms{0750});
  EXPECT_EQ(open_files(), (top / "data").string() + ", " + (top / "data" / "liem.db").string());
  ASSERT_TRUE(open_store(top / "data", Access::create));
  EXPECT_EQ(rights(top / "data"), 0750U);
  EXPECT_EQ(rights(top / "data" / "liem.db"), 0644U);
}

TEST_F(PrivacyTest, SaysWhyAFolderCannotBeMade) {
  ASSERT_TRUE(make_private_file(top / "file"));
  for (const auto& folder : {top / "file", top / "file" / "data"}) {
    const auto made = make_private_folder(folder);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().message.id, "storage.not_writable");
    EXPECT_EQ(made.error().message.args[0].second, folder.string());
  }
}

}  // namespace
}  // namespace liem::storage
