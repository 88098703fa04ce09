#include "storage/document_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "assessment/digest.h"
#include "storage/testing_province.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;

struct DocumentFilesTest : testing::Test {
  testing_province::Province province{Engine::sqlite};
  std::unique_ptr<assessment::DocumentFiles> files =
      std::move(*open_document_files(province.folder(), "tinh"));

  std::string bytes_of(const std::string& id) {
    std::ifstream in(files->path_of(id), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t count() {
    const auto folder = fs::path(files->path_of("x")).parent_path();
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
  }
};

TEST_F(DocumentFilesTest, KeepWhatCameInPiecesUnderItsHashAndForTheOwnerAlone) {
  auto incoming = std::move(*files->receive("a"));
  ASSERT_TRUE(incoming->write("mot"));
  ASSERT_TRUE(incoming->write(std::string_view("\0hai", 4)));
  const auto kept = incoming->keep();
  ASSERT_TRUE(kept);
  const std::string whole("mot\0hai", 7);
  EXPECT_EQ(kept->sha256, assessment::sha256_of(whole));
  EXPECT_EQ(kept->size, 7u);
  EXPECT_EQ(bytes_of("a"), whole);
  EXPECT_EQ(fs::status(files->path_of("a")).permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(DocumentFilesTest, KeepNothingThatWasCutShort) {
  {
    auto incoming = std::move(*files->receive("a"));
    ASSERT_TRUE(incoming->write("half"));
    EXPECT_EQ(count(), 1u);
  }
  EXPECT_EQ(count(), 0u);
}

TEST_F(DocumentFilesTest, RemoveAFileOnceAndNoneGladly) {
  auto incoming = std::move(*files->receive("a"));
  ASSERT_TRUE(incoming->keep());
  EXPECT_TRUE(files->remove("a"));
  EXPECT_EQ(count(), 0u);
  EXPECT_TRUE(files->remove("a"));
}

TEST_F(DocumentFilesTest, GrowByPartsThatGoOnWhereTheLastEnded) {
  EXPECT_EQ(*files->received("u"), 0u);
  {
    auto part = std::move(*files->receive_more("u", 0));
    ASSERT_TRUE(part->write("mot"));
    const auto other = files->receive_more("u", 0);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().message.id, "assessment.upload_busy");
    EXPECT_EQ(files->keep_received("u", "early").error().message.id, "assessment.upload_busy");
  }
  EXPECT_EQ(*files->received("u"), 3u) << "what came stays, however its sender ended";
  for (const std::uint64_t offset : {0, 2, 4}) {
    const auto refused = files->receive_more("u", offset);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message.id, "assessment.upload_moved");
  }
  ASSERT_TRUE((*files->receive_more("u", 3))->write(" hai"));
  const auto kept = files->keep_received("u", "a");
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->sha256, assessment::sha256_of("mot hai"));
  EXPECT_EQ(kept->size, 7u);
  EXPECT_EQ(bytes_of("a"), "mot hai");
  ASSERT_TRUE(files->forget_received("u"));
  EXPECT_EQ(bytes_of("a"), "mot hai") << "the document's own";
  EXPECT_EQ(*files->received("u"), 0u);
  EXPECT_EQ(files->keep_received("u", "b").error().message.id, "assessment.no_upload");
}

TEST_F(DocumentFilesTest, TellWhichUploadsBeginAlike) {
  for (const char* upload : {"anh-1", "anh-2", "binh-1"}) {
    ASSERT_TRUE(files->receive_more(upload, 0));
  }
  auto found = *files->uploads("anh-");
  std::ranges::sort(found);
  EXPECT_EQ(found, (std::vector<std::string>{"anh-1", "anh-2"}));
}

TEST_F(DocumentFilesTest, SweepWhatWasNeverSentToItsEndADayLaterAndNothingElse) {
  ASSERT_TRUE((*files->receive("kept"))->keep());
  std::ofstream(files->path_of("half.part")) << "half";
  const auto written = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  ASSERT_TRUE(files->sweep(written + std::chrono::hours(23)));
  EXPECT_TRUE(fs::exists(files->path_of("half.part"))) << "it may still be coming in";
  ASSERT_TRUE(files->sweep(written + std::chrono::hours(25)));
  EXPECT_FALSE(fs::exists(files->path_of("half.part")));
  EXPECT_TRUE(fs::exists(files->path_of("kept"))) << "what was kept is never swept";
}

}  // namespace
}  // namespace liem::storage
