// The background work on a real store and real files, across ends and starts.
#include "assessment/document_work.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "assessment/store_pool.h"
#include "storage/document_files.h"
#include "storage/news.h"
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

  void add(const std::string& id, std::string_view bytes) {
    auto incoming = std::move(*files->receive(id));
    ASSERT_TRUE(incoming->write(bytes));
    ASSERT_TRUE(incoming->keep());
    Document document;
    document.id = id;
    document.account = "anh";
    document.unit = "so-a";
    document.name = "báo cáo";
    document.size = bytes.size();
    ASSERT_TRUE(store->documents().add_document("tinh", document, {}, {}));
  }
  std::function<std::chrono::sys_seconds()> now_ = [] {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  };
  JobRules rules{.lease = std::chrono::seconds(3), .retry_after = std::chrono::seconds(0)};
  // Takes it as a process does that dies at once: its lease is over, and nobody ended it.
  void take_and_die(int times) {
    for (int i = 0; i < times; ++i) {
      const auto past = now_() - std::chrono::hours(1);
      const auto begun = store->documents().begin_next_document("tinh", {"dead", past, past});
      ASSERT_TRUE(begun && *begun);
    }
  }
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
    add(id, "%PDF-1.7 ...");
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
  add("a", "Một.");
  DocumentWork running({stores, library, *files, feed, "tinh", opening, now_, "here", rules});
  ASSERT_TRUE(running.start(2));
  EXPECT_EQ(settled("a").state, DocumentState::done);
  add("b", "Hai.");
  running.wake();
  EXPECT_EQ(settled("b").state, DocumentState::done);
}

TEST_P(DocumentWorkTest, TriesACrashThreeTimesAndKeepsWhatEndedIt) {
  add("a", "%PDF-1.7 ...");
  DocumentWork running({stores, library, *files, feed, "tinh", opening, now_, "here", rules});
  ASSERT_TRUE(running.start(1));
  const auto document = settled("a");
  EXPECT_EQ(document.state, DocumentState::failed);
  EXPECT_EQ(document.attempts, rules.most_tries);
  ASSERT_TRUE(document.problem);
  EXPECT_EQ(document.problem->id, "extraction.crashed");
  EXPECT_EQ(document.problem->args.front(), std::pair(std::string("file"), std::string("báo cáo")))
      << "no path of ours";
}

TEST_P(DocumentWorkTest, TakesOverWhatADeadProcessLeftAndGivesUpInTheEnd) {
  add("cut", "Một.");
  take_and_die(1);
  {
    DocumentWork running({stores, library, *files, feed, "tinh", opening, now_, "here", rules});
    ASSERT_TRUE(running.start(1));
    EXPECT_EQ(settled("cut").state, DocumentState::done);
    EXPECT_EQ(now("cut").attempts, 2);
  }
  add("often", "Một.");
  take_and_die(rules.most_tries);
  DocumentWork running({stores, library, *files, feed, "tinh", opening, now_, "here", rules});
  ASSERT_TRUE(running.start(1));
  const auto often = settled("often");
  EXPECT_EQ(often.state, DocumentState::failed);
  EXPECT_EQ(often.attempts, rules.most_tries);
  EXPECT_EQ(often.problem->id, errors::document_gave_up.id);
}

TEST_P(DocumentWorkTest, KeepsWhatTakesLongerThanItsLease) {
  add_endless("a");
  DocumentWork first({stores, library, *files, feed, "tinh", opening, now_, "first", rules});
  ASSERT_TRUE(first.start(1));
  until_taken_up("a");
  DocumentWork second({stores, library, *files, feed, "tinh", opening, now_, "second", rules});
  ASSERT_TRUE(second.start(1));
  std::this_thread::sleep_for(rules.lease * 2);
  EXPECT_EQ(now("a").attempts, 1);
  EXPECT_EQ(now("a").state, DocumentState::extracting);
}

TEST_P(DocumentWorkTest, TellsWhoListensHereWhatAnotherProcessDid) {
  add("a", "Một.");
  DocumentFeed elsewhere;
  DocumentWork listening({stores, library, *files, feed, "tinh", opening, now_, "here", rules,
                          std::move(*open_news(province.place(), "tinh"))});
  ASSERT_TRUE(listening.start(0));
  const auto listener = feed.listen("a");
  DocumentWork working({stores, library, *files, elsewhere, "tinh", opening, now_, "there", rules});
  ASSERT_TRUE(working.start(1));
  bool done = false;
  for (int i = 0; i < 2000 && !done; ++i) {
    const auto news = listener->take();
    done = news && news->document && news->document->state == DocumentState::done;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  EXPECT_TRUE(done);
}

TEST_P(DocumentWorkTest, FailsAFileItsReaderRefusesAtOnce) {
  add("a", std::string_view("K\0x", 3));
  DocumentWork running({stores, library, *files, feed, "tinh", opening, now_, "here", rules});
  ASSERT_TRUE(running.start(1));
  EXPECT_EQ(settled("a").state, DocumentState::failed);
  EXPECT_EQ(now("a").attempts, 1);
}

TEST_P(DocumentWorkTest, StopsInTheMiddleAndDoesNotCountIt) {
  add_endless("a");
  {
    DocumentWork running({stores, library, *files, feed, "tinh", opening, now_, "here", rules});
    ASSERT_TRUE(running.start(1));
    until_taken_up("a");
  }
  EXPECT_EQ(now("a").state, DocumentState::waiting);
  EXPECT_EQ(now("a").attempts, 0);
}

TEST_P(DocumentWorkTest, EndsTheWorkOnADocumentThatIsDeleted) {
  add_endless("a");
  DocumentWork running({stores, library, *files, feed, "tinh", opening, now_, "here", rules});
  ASSERT_TRUE(running.start(1));
  until_taken_up("a");
  add("b", "Hai.");  // of the same account: only after the other
  ASSERT_TRUE(*store->documents().remove_document("tinh", "a", {}));
  running.forget("a");
  EXPECT_EQ(settled("b").state, DocumentState::done);
}

}  // namespace
}  // namespace liem::storage
