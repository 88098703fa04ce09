#include "storage/backup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>
#include <map>

#include "storage/catalogue.h"
#include "storage/document_files.h"
#include "storage/fsck.h"
#include "storage/log_check.h"
#include "storage/testing_province.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::chrono::sys_seconds taken{std::chrono::seconds(1'800'000'000)};

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What packing makes no smaller.
std::string unpackable(std::size_t size) {
  std::string out;
  for (std::uint64_t x = 1; out.size() < size;
       x = x * 6364136223846793005U + 1442695040888963407U) {
    out.push_back(static_cast<char>(x >> 56));
  }
  return out;
}

// Every row of every table, whatever the engine: "NULL", numbers, and texts with their length.
std::map<std::string, std::vector<std::string>> all_rows(Database& database) {
  std::map<std::string, std::vector<std::string>> out;
  const auto tables = tables_of(database);
  LIEM_CHECK(tables.has_value());
  for (const auto& table : *tables) {
    const auto rows =
        database.rows("SELECT * FROM " + as_name(table.name) + " ORDER BY " + as_name(table.key),
                      {}, [&](const Row& row) {
                        std::string line;
                        for (int i = 0; i < static_cast<int>(table.columns.size()); ++i) {
                          const auto kind = table.columns[static_cast<std::size_t>(i)].kind;
                          if (row.null(i))
                            line += "NULL|";
                          else if (kind == Value::Kind::integer)
                            line += std::to_string(row.integer(i)) + "|";
                          else
                            line += std::to_string(row.text(i).size()) + ":" + row.text(i) + "|";
                        }
                        return line;
                      });
    LIEM_CHECK(rows.has_value());
    out[table.name] = *rows;
  }
  return out;
}

// A folder for backups and another place to restore into.
struct BackupTest : testing::TestWithParam<std::tuple<Engine, Engine>> {
  testing_place::OwnPlace source{std::get<0>(GetParam())};
  testing_place::OwnPlace target{std::get<1>(GetParam())};
  testing_place::OwnPlace outside{Engine::sqlite};
  fs::path file = outside.folder() / "copy.tar.zst";
  std::unique_ptr<assessment::Store> store = source.store();
  std::unique_ptr<assessment::DocumentFiles> files =
      std::move(*open_document_files(source.folder(), "tinh"));
  std::vector<std::string> faults;
  std::function<void()> meanwhile = [] {};
  BackupHooks hooks{[this](std::uint64_t done, std::uint64_t total, const std::string&) {
                      EXPECT_LE(done, total);
                      std::exchange(meanwhile, [] {})();
                    },
                    [this](const Message& fault) { faults.push_back(fault.id); }};

  void SetUp() override {
    assessment::RoundImport import;
    import.province = "tinh";
    std::string every_byte;
    for (int c = 0; c < 256; ++c) every_byte.push_back(static_cast<char>(c));
    const auto set = assessment::content_of(every_byte);
    import.contents = {set, assessment::content_of(unpackable(9 << 20))};
    import.round.id = "r";
    import.round.title = {"Đợt “một”\n\t\\", "Round\x01 one"};
    import.round.from = *make_date(2025, 1, 1);
    import.round.to = *make_date(2025, 12, 31);
    import.round.set.sha256 = import.round.items_sha256 = set.sha256;
    for (int i = 0; i < 1200; ++i) {
      import.accounts.push_back(
          {"a" + std::to_string(i), "Ánh", assessment::Role::clerk, "so-a", "h"});
    }
    ASSERT_TRUE(store->add_round(import, [](std::size_t, std::size_t) {}));
    add("a", "một");
    add("b", std::string(300'000, '\0'));
  }
  void add(const std::string& id, std::string_view bytes) {
    auto incoming = std::move(*files->receive(id));
    ASSERT_TRUE(incoming->write(bytes));
    const auto kept = incoming->keep();
    assessment::Document document;
    document.id = id;
    document.account = "a1";
    document.unit = "so-a";
    document.name = "báo cáo";
    document.sha256 = kept->sha256;
    document.size = kept->size;
    ASSERT_TRUE(store->documents().add_document("tinh", document, {}, {}));
  }
  void remove(const std::string& id) {
    ASSERT_TRUE(*store->documents().remove_document("tinh", id, {}));
    ASSERT_TRUE(files->remove(id));
  }
  auto back_up_now() { return back_up({source.place(), file, "test", taken}, hooks); }
  auto restore_now() { return restore(file, target.place(), hooks); }
  std::vector<std::string> faults_of_target() {
    std::vector<std::string> out;
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    EXPECT_TRUE(fsck(*target.database(), target.folder(), now + std::chrono::hours(1),
                     {[&](const Message& fault) { out.push_back(fault.id); },
                      [](std::uint64_t, std::uint64_t, const std::string&) {}}));
    return out;
  }
};

std::vector<std::tuple<Engine, Engine>> pairs() {
  std::vector<std::tuple<Engine, Engine>> out;
  for (const auto from : testing_place::engines()) {
    for (const auto to : testing_place::engines()) out.emplace_back(from, to);
  }
  return out;
}

INSTANTIATE_TEST_SUITE_P(Engines, BackupTest, testing::ValuesIn(pairs()), [](const auto& info) {
  const auto name = [](Engine engine) { return engine == Engine::sqlite ? "Sqlite" : "Postgres"; };
  return std::string(name(std::get<0>(info.param))) + "To" + name(std::get<1>(info.param));
});

TEST_P(BackupTest, BringsBackEveryRowAndEveryFileWhateverTheEngine) {
  const auto made = back_up_now();
  ASSERT_TRUE(made) << made.error().message.id;
  EXPECT_EQ(made->files, 2u);
  const auto verified = verify_backup(file, hooks);
  ASSERT_TRUE(verified);
  EXPECT_EQ(verified->taken, taken);
  const auto restored = restore_now();
  ASSERT_TRUE(restored) << restored.error().message.id;
  EXPECT_EQ(all_rows(*source.database()), all_rows(*target.database()));
  for (const char* id : {"a", "b"}) {
    EXPECT_EQ(bytes_of(document_path(target.folder(), "tinh", id)), bytes_of(files->path_of(id)));
  }
  EXPECT_THAT(faults_of_target(), IsEmpty());
  EXPECT_THAT(*check_logs(target.place()), IsEmpty());
  EXPECT_FALSE(fs::exists(source.folder() / ".backup")) << "nothing stays behind";
}

TEST_P(BackupTest, IsOfOneMomentWhateverIsWrittenMeanwhile) {
  meanwhile = [this] {
    remove("a");
    add("late", "new");
  };
  ASSERT_TRUE(back_up_now());
  EXPECT_FALSE(fs::exists(files->path_of("a")));
  ASSERT_TRUE(restore_now());
  EXPECT_THAT(faults, IsEmpty());
  EXPECT_THAT(faults_of_target(), IsEmpty());
  const auto restored = target.store();
  EXPECT_TRUE(*restored->documents().document("tinh", "a"));
  EXPECT_FALSE(*restored->documents().document("tinh", "late"));
  EXPECT_EQ(bytes_of(document_path(target.folder(), "tinh", "a")), "một");
}

TEST_P(BackupTest, RefusesAPlaceThatHoldsSomething) {
  ASSERT_TRUE(back_up_now());
  ASSERT_TRUE(restore_now());
  const auto again = restore_now();
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().message.id, "storage.place_not_empty");
  EXPECT_EQ(all_rows(*source.database()), all_rows(*target.database())) << "left as it was";
}

TEST_P(BackupTest, NamesTheEntryWhereItWasAlteredOrCutAndRestoresNothing) {
  ASSERT_TRUE(back_up_now());
  const auto whole = bytes_of(file);
  for (const double part : {0.3, 0.6, 0.95}) {
    const auto at = static_cast<std::size_t>(static_cast<double>(whole.size()) * part);
    auto altered = whole;
    altered[at] = static_cast<char>(altered[at] ^ 0x10);
    for (const auto& bytes : {altered, whole.substr(0, at)}) {
      std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
      const auto refused = restore_now();
      ASSERT_FALSE(refused) << part;
      const auto& message = refused.error().message;
      EXPECT_TRUE(message.id == "storage.backup_damaged" ||
                  message.id == "storage.backup_altered" || message.id == "storage.backup_cut")
          << message.id;
      EXPECT_EQ(message.args.at(1).first, "entry");
      EXPECT_FALSE(message.args.at(1).second.empty());
      EXPECT_TRUE(fs::is_empty(target.folder()));
    }
  }
}

TEST_P(BackupTest, GoesOnWithoutAFileThatIsGoneAndSaysSo) {
  fs::remove(files->path_of("a"));
  ASSERT_TRUE(back_up_now());
  EXPECT_THAT(faults, ElementsAre("storage.fault_file_missing"));
  ASSERT_TRUE(restore_now());
  EXPECT_THAT(faults_of_target(), ElementsAre("storage.fault_file_missing"));
}

TEST_P(BackupTest, NeverWritesOverAFile) {
  std::ofstream(file) << "mine";
  EXPECT_EQ(back_up_now().error().message.id, "storage.backup_exists");
  EXPECT_EQ(bytes_of(file), "mine");
  EXPECT_EQ(verify_backup(file, hooks).error().message.id, "storage.not_a_backup");
}

TEST_P(BackupTest, CanBeOpenedAndCheckedWithoutLiem) {
  ASSERT_TRUE(back_up_now());
  const auto folder = outside.folder() / "opened";
  fs::create_directory(folder);
  const auto command = "tar --zstd -xf " + file.string() + " -C " + folder.string() + " && cd " +
                       folder.string() + " && sha256sum --quiet --strict -c SHA256SUMS";
  EXPECT_EQ(std::system(command.c_str()), 0);
  EXPECT_EQ(bytes_of(folder / "documents/tinh/a"), "một");
}

}  // namespace
}  // namespace liem::storage
