#include "storage/fsck.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "assessment/digest.h"
#include "storage/backup_place.h"
#include "storage/document_files.h"
#include "storage/testing_province.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

struct FsckTest : testing::TestWithParam<Engine> {
  testing_province::Province province{GetParam()};
  std::unique_ptr<assessment::DocumentFiles> files =
      std::move(*open_document_files(province.folder(), "tinh"));
  std::unique_ptr<assessment::Store> store = province.open();
  std::unique_ptr<Database> database = province.database();
  // What lies about has had the time to get its row.
  std::chrono::sys_seconds now =
      std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) +
      std::chrono::hours(1);
  FsckCounts counts;

  void add(const std::string& id, std::string_view bytes) {
    auto incoming = std::move(*files->receive(id));
    ASSERT_TRUE(incoming->write(bytes));
    const auto kept = incoming->keep();
    ASSERT_TRUE(kept);
    assessment::Document document;
    document.id = id;
    document.account = "anh";
    document.unit = "so-a";
    document.name = "báo cáo";
    document.sha256 = kept->sha256;
    document.size = kept->size;
    ASSERT_TRUE(store->documents().add_document("tinh", document, {}, {}));
  }
  void overwrite(const fs::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
  }
  // "code of the fault" with the last part of its place.
  std::vector<std::string> faults() {
    std::vector<std::string> out;
    const auto checked =
        fsck(*database, province.folder(), now,
             {[&](const Message& fault) {
                out.push_back(fault.id.substr(14) + " " +
                              fs::path(fault.args.front().second).filename().string());
              },
              [](std::uint64_t done, std::uint64_t total, const std::string&) {
                EXPECT_LE(done, total);
              }});
    EXPECT_TRUE(checked);
    counts = checked.value_or(FsckCounts{});
    EXPECT_EQ(counts.faults, out.size());
    return out;
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, FsckTest, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

TEST_P(FsckTest, FindsNothingWhereEveryRowHasItsFileAndEveryFileItsRow) {
  add("a", "một");
  add("b", "hai");
  EXPECT_THAT(faults(), ElementsAre());
  EXPECT_EQ(counts.contents, 1u);
  EXPECT_EQ(counts.documents, 2u);
  EXPECT_GE(counts.files, 2u);
}

TEST_P(FsckTest, NamesAFileThatIsGoneCutAlteredOrNoFile) {
  for (const char* id : {"gone", "cut", "altered", "folder"}) add(id, "bytes");
  fs::remove(files->path_of("gone"));
  overwrite(files->path_of("cut"), "byte");
  overwrite(files->path_of("altered"), "Bytes");
  fs::remove(files->path_of("folder"));
  fs::create_directory(files->path_of("folder"));
  EXPECT_THAT(faults(), UnorderedElementsAre("file_missing gone", "file_size cut",
                                             "file_altered altered", "file_unreadable folder"));
}

TEST_P(FsckTest, NamesAFileThatNoRowKnows) {
  add("a", "một");
  overwrite(files->path_of("lost"), "x");
  overwrite(province.folder() / "notes.txt", "x");
  EXPECT_THAT(faults(), UnorderedElementsAre("unknown_file lost", "unknown_file notes.txt"));
}

TEST_P(FsckTest, LetsAnUploadComeToItsRowAndItsEnd) {
  overwrite(files->path_of("new"), "x");
  overwrite(files->path_of("half.part"), "x");
  now -= std::chrono::hours(1);
  EXPECT_THAT(faults(), ElementsAre());
  now += std::chrono::hours(25);
  EXPECT_THAT(faults(), UnorderedElementsAre("unknown_file new", "unfinished half.part"));
}

TEST_P(FsckTest, NamesAContentThatIsNotWhatItsHashSays) {
  const auto set = assessment::sha256_of("set");
  ASSERT_TRUE(database->run("UPDATE content SET bytes = ? WHERE sha256 = ?", {Blob{"other"}, set}));
  EXPECT_THAT(faults(), ElementsAre("content_altered tinh"));
}

TEST_P(FsckTest, NamesAContentThatARowNamesAndThatIsNotThere) {
  ASSERT_TRUE(database->transact([&] {
    return database->run_script(
        "CREATE TABLE more (province text NOT NULL, id text NOT NULL, paper_sha256 text,"
        " PRIMARY KEY (province, id));"
        "INSERT INTO more VALUES ('tinh', '1', 'abc'), ('tinh', '2', NULL)");
  }));
  EXPECT_THAT(faults(), ElementsAre("content_missing tinh"));
}

TEST_P(FsckTest, PassesOverTheFilesABackupHoldsAndNamesThoseItLeft) {
  {
    auto place = BackupPlace::take(province.folder());
    ASSERT_TRUE(place);
    overwrite(place->folder() / "held", "x");
    EXPECT_THAT(faults(), ElementsAre());
  }
  EXPECT_FALSE(fs::exists(province.folder() / ".backup"));
  fs::create_directory(province.folder() / ".backup");
  overwrite(province.folder() / ".backup" / "left", "x");
  EXPECT_THAT(faults(), ElementsAre("unknown_file left"));
}

}  // namespace
}  // namespace liem::storage
