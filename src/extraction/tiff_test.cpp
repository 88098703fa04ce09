#include "extraction/tiff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <fstream>
#include <sstream>

#include "extraction/sample_test.h"

namespace liem::extraction::testing {
namespace {

using namespace std::string_view_literals;

// Each of the sample's pages, one after the other, so often.
std::string pages_of(const char* name, int times) {
  const auto folder = ::testing::TempDir() + "tiff-pages";
  const auto pages = folder + "-%d.png";
  const std::string draw = "pdftoppm -r 150 -gray -png " + sample_path(name) + " " + folder;
  EXPECT_EQ(std::system(draw.c_str()), 0);
  PIXA* all = pixaCreate(0);
  for (int i = 0; i < times; ++i) {
    for (const char* page : {"-1.png", "-2.png"}) {
      pixaAddPix(all, pixRead((folder + page).c_str()), L_INSERT);
    }
  }
  const auto file = folder + ".tif";
  EXPECT_EQ(pixaWriteMultipageTiff(file.c_str(), all), 0);
  pixaDestroy(&all);
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

std::string why(std::string_view bytes) {
  const auto pages = count_tiff_pages(bytes, 500);
  return pages ? std::to_string(*pages) : pages.error().message.id;
}

TEST(Tiff, PagesAreCountedInEitherOrderOfBytes) {
  EXPECT_EQ(why("II*\0\x08\0\0\0\0\0\0\0\0\0"sv), "1");
  EXPECT_EQ(why("MM\0*\0\0\0\x08\0\0\0\0\0\x0e\0\0\0\0\0\0"sv), "2");
}

TEST(Tiff, AChainThatLeadsOutOfTheFileIsBroken) {
  EXPECT_EQ(why("II*\0"sv), "extraction.broken");
  EXPECT_EQ(why("II*\0\0\0\0\0"sv), "extraction.broken") << "no page";
  EXPECT_EQ(why("II*\0\xff\xff\xff\xff"sv), "extraction.broken");
  EXPECT_EQ(why("II*\0\x08\0\0\0\xff\xff\0\0\0\0"sv), "extraction.broken");
}

TEST(Tiff, AChainWithoutAnEndIsBroken) {
  EXPECT_EQ(why("II*\0\x08\0\0\0\0\0\x08\0\0\0"sv), "extraction.broken");
}

TEST(Tiff, PagesAreReadOneByOneEachWithItsNumber) {
  auto how = options();
  int told = 0;
  how.pages_done = [&](int done, int total) { told = std::max(told, done * 10 + total); };
  const auto result = extract(pages_of("report.pdf", 2), how);
  ASSERT_TRUE(result) << result.error().message.id;
  EXPECT_EQ(result->pages, 4);
  EXPECT_EQ(result->recognised_pages, 4);
  EXPECT_EQ(told, 44);
  const auto at = [&](std::string_view words, std::size_t from = 0) {
    const auto found = result->text.find(words, from);
    return found == std::string::npos ? 0 : place_at(*result, found)->page;
  };
  EXPECT_EQ(at("BÁO CÁO"), 1);
  EXPECT_EQ(at("Phát hiện và xử lý"), 2);
  EXPECT_EQ(at("BÁO CÁO", result->text.find("Phát hiện và xử lý")), 3);
}

TEST(Tiff, WithMorePagesThanAreRecognisedIsRefusedBeforeAnyIsRead) {
  auto how = options();
  how.limits.recognised_pages = 3;
  const auto result = extract(pages_of("report.pdf", 2), how);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message.id, "extraction.too_many_scans");
}

}  // namespace
}  // namespace liem::extraction::testing
