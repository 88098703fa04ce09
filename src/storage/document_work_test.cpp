// The background work on a real store and real files, across ends and starts.
#include "assessment/document_work.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "assessment/store_pool.h"
#include "storage/document_files.h"
#include "storage/testing_province.h"

namespace liem::storage {
namespace {

using namespace assessment;  // NOLINT: the words of the work under test

struct DocumentWorkTest : testing::TestWithParam<Engine> {
  testing_province::Province province{GetParam()};
  StorePool stores{[this] { return Result<std::unique_ptr<Store>>(province.open()); }};
  std::unique_ptr<DocumentFiles> files = std::move(*open_document_files(province.folder(), "tinh"));
  Library library{std::make_shared<const reading::Lexicon>()};  // knows nothing, reads all
  DocumentFeed feed;
  std::unique_ptr<Store> store = province.open();
  // A worker that ends at once and says nothing: a crash.
  extraction::Options opening{.helper = "/bin/false"};

  void add(const std::string& id, std::string_view bytes, DocumentState state, int attempts = 0) {
    auto incoming = std::move(*files->receive(id));
    ASSERT_TRUE(incoming->write(bytes));
    ASSERT_TRUE(incoming->keep());
    Document document;
    document.id = id;
    document.account = "anh";
    document.unit = "so-a";
    document.name = "báo cáo";
    document.size = bytes.size();
    document.state = state;
    document.attempts = attempts;
    ASSERT_TRUE(store->documents().add_document("tinh", document, {}, {}));
  }
  std::function<std::chrono::sys_seconds()> now_ = [] {
    return std::chrono::sys_seconds(std::chrono::seconds(1'800'000'000));
  };
  Document now(const std::string& id) { return **store->documents().document("tinh", id); }
  Document settled(const std::string& id) {
    for (int i = 0; i < 2000 && !is_final(now(id).state); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return now(id);
  }
  // A document whose reader never ends.
  void add_endless(const std::string& id) {
    const auto hangs = province.folder() / "hangs";
    std::ofstream(hangs) << "#!/bin/sh\nexec sleep 600\n";
    std::filesystem::permissions(hangs, std::filesystem::perms::owner_all);
    opening.helper = hangs.string();
    add(id, "%PDF-1.7 ...", DocumentState::waiting);
  }
  void until_taken_up(const std::string& id) {
    while (now(id).state == DocumentState::waiting) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
};

INSTANTIATE_TEST_SUITE_P(Engines, DocumentWorkTest, testing::ValuesIn(testing_place::engines()),
                         testing_place::engine_name);

TEST_P(DocumentWorkTest, ReadsWhatWaitsAndWhatComesLater) {
  add("a", "Một.", DocumentState::waiting);
  DocumentWork running({stores, library, *files, feed, "tinh", opening, now_});
  ASSERT_TRUE(running.start(2));
  EXPECT_EQ(settled("a").state, DocumentState::done);
  add("b", "Hai.", DocumentState::waiting);
  running.wake();
  EXPECT_EQ(settled("b").state, DocumentState::done);
}

TEST_P(DocumentWorkTest, TriesACrashThreeTimesAndKeepsWhatEndedIt) {
  add("a", "%PDF-1.7 ...", DocumentState::waiting);
  DocumentWork running({stores, library, *files, feed, "tinh", opening, now_});
  ASSERT_TRUE(running.start(1));
  const auto document = settled("a");
  EXPECT_EQ(document.state, DocumentState::failed);
  EXPECT_EQ(document.attempts, most_attempts);
  ASSERT_TRUE(document.problem);
  EXPECT_EQ(document.problem->id, "extraction.crashed");
  EXPECT_EQ(document.problem->args.front(), std::pair(std::string("file"), std::string("báo cáo")))
      << "no path of ours";
}

TEST_P(DocumentWorkTest, TakesUpWhatAnEndedServerLeftAndGivesUpInTheEnd) {
  add("cut", "Một.", DocumentState::extracting, 1);
  add("often", "Một.", DocumentState::reading, most_attempts);
  DocumentWork running({stores, library, *files, feed, "tinh", opening, now_});
  ASSERT_TRUE(running.start(1));
  EXPECT_EQ(settled("cut").state, DocumentState::done);
  const auto often = settled("often");
  EXPECT_EQ(often.state, DocumentState::failed);
  EXPECT_EQ(often.problem->id, errors::document_gave_up.id);
}

TEST_P(DocumentWorkTest, FailsAFileItsReaderRefusesAtOnce) {
  add("a", std::string_view("K\0x", 3), DocumentState::waiting);
  DocumentWork running({stores, library, *files, feed, "tinh", opening, now_});
  ASSERT_TRUE(running.start(1));
  EXPECT_EQ(settled("a").state, DocumentState::failed);
  EXPECT_EQ(now("a").attempts, 1);
}

TEST_P(DocumentWorkTest, StopsInTheMiddleAndDoesNotCountIt) {
  add_endless("a");
  {
    DocumentWork running({stores, library, *files, feed, "tinh", opening, now_});
    ASSERT_TRUE(running.start(1));
    until_taken_up("a");
  }
  EXPECT_EQ(now("a").state, DocumentState::waiting);
  EXPECT_EQ(now("a").attempts, 0);
}

TEST_P(DocumentWorkTest, EndsTheWorkOnADocumentThatIsDeleted) {
  add_endless("a");
  DocumentWork running({stores, library, *files, feed, "tinh", opening, now_});
  ASSERT_TRUE(running.start(1));
  until_taken_up("a");
  add("b", "Hai.", DocumentState::waiting);  // of the same account: only after the other
  ASSERT_TRUE(*store->documents().remove_document("tinh", "a", {}));
  running.forget("a");
  EXPECT_EQ(settled("b").state, DocumentState::done);
}

}  // namespace
}  // namespace liem::storage
