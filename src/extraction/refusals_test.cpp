#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "extraction/sample_test.h"
#include "extraction/wire.h"

namespace liem::extraction::testing {
namespace {

namespace fs = std::filesystem;

TEST(Refusal, AZipBombBeforeItIsUnpacked) {
  EXPECT_EQ(refusal(docx(std::string(std::size_t{8} << 20, ' '))), "extraction.zip_bomb");
}

TEST(Refusal, AZipBombInAPartNobodyReads) {
  EXPECT_EQ(refusal(docx(paragraph("vô hại"), {{"word/media/a.bin", std::string(4 << 20, '\0')}})),
            "extraction.zip_bomb");
}

TEST(Refusal, APartAboveTheLimitThoughItPacksAsProseDoes) {
  auto how = options();
  how.limits.part_bytes = 1000;
  EXPECT_EQ(refusal(docx(paragraph(std::string(2000, 'a'))), how), "extraction.zip_bomb");
}

TEST(Refusal, AnArchiveThatLiesAboutItsSizes) {
  auto bytes = docx(paragraph(std::string(5000, 'a')));
  const std::string name = "word/document.xml";
  const auto entry = bytes.rfind(name) - 46;  // its record in the directory at the end
  ASSERT_EQ(bytes.substr(entry, 4), "PK\x01\x02");
  bytes[entry + 24] = 100, bytes[entry + 25] = 0;  // "unpacks to 100 bytes"
  EXPECT_EQ(refusal(bytes), "extraction.broken");
}

TEST(Refusal, AnXmlBomb) {
  EXPECT_EQ(refusal(zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                         {"content.xml",
                          "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"}})),
            "extraction.xml_bomb");
}

TEST(Refusal, ElementsNestedBeyondReason) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<w:x" + std::to_string(i) + ">";
  EXPECT_EQ(refusal(docx(deep)), "extraction.broken");  // never closed
  std::string open, close;
  for (int i = 0; i < 500; ++i) open += "<w:sdt><w:sdtContent>", close += "</w:sdtContent></w:sdt>";
  EXPECT_EQ(refusal(docx(open + close)), "extraction.xml_bomb");
}

TEST(Refusal, ATruncatedArchive) {
  const auto whole = docx(paragraph("một hai ba"));
  EXPECT_EQ(refusal(whole.substr(0, whole.size() / 2)), "extraction.broken");
}

TEST(Refusal, BrokenXml) { EXPECT_EQ(refusal(docx("<w:p>")), "extraction.broken"); }

TEST(Refusal, AnArchiveThatIsNoDocument) {
  EXPECT_EQ(refusal(zip({{"a.txt", "một"}})), "extraction.unknown_format");
}

TEST(Refusal, MacrosWithoutRunningThem) {
  EXPECT_EQ(refusal(docx(paragraph("một"), {{"word/vbaProject.bin", "x"}})), "extraction.macros");
}

TEST(Refusal, MacrosOfAnOpenDocument) {
  for (const char* kept : {"Basic/script-lc.xml", "Scripts/python/work.py"}) {
    EXPECT_EQ(refusal(zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                           {kept, "x"},
                           {"content.xml", "<o:document-content/>"}})),
              "extraction.macros")
        << kept;
  }
}

TEST(Refusal, OldOfficeFilesAndSealedNewOnes) {
  const std::string compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  EXPECT_EQ(refusal(compound + std::string(600, '\0')), "extraction.old_office");
  const std::string sealed("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  EXPECT_EQ(refusal(compound + std::string(600, '\0') + sealed), "extraction.encrypted");
}

TEST(Refusal, AnEncryptedOpenDocument) {
  EXPECT_EQ(
      refusal(zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                   {"META-INF/manifest.xml",
                    "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"},
                   {"content.xml", "sealed"}})),
      "extraction.encrypted");
}

TEST(Refusal, APdfWithAPassword) {
  EXPECT_EQ(refusal(sample("encrypted.pdf")), "extraction.encrypted");
}

TEST(Refusal, ADamagedPdf) { EXPECT_EQ(refusal("%PDF-1.7\nnothing more"), "extraction.broken"); }

TEST(Refusal, ADamagedPicture) {
  EXPECT_EQ(refusal("\x89PNG\r\n\x1A\nnothing more"), "extraction.broken");
}

TEST(Refusal, APdfOfTooManyPages) {
  auto how = options();
  how.limits.pages = 1;
  EXPECT_EQ(refusal(sample("report.pdf"), how), "extraction.too_many_pages");
}

TEST(Refusal, ADocumentWithoutWords) {
  EXPECT_EQ(refusal(docx(paragraph(" "))), "extraction.no_text");
}

TEST(Refusal, MoreTextThanIsAllowed) {
  auto how = options();
  how.limits.text_bytes = 100;
  EXPECT_EQ(refusal(docx(paragraph(std::string(101, 'a'))), how), "extraction.too_much_text");
}

TEST(Refusal, MoreMemoryThanIsAllowed) {
  auto how = options();
  how.limits.memory_bytes = std::size_t{64} << 20;
  std::string items;
  for (int i = 0; i < 2'000'000; ++i) items += "<w:r" + std::to_string(i % 7919) + "/>";
  how.limits.unpack_ratio = 1000;
  EXPECT_EQ(refusal(docx("<w:p>" + items + "</w:p>"), how), "extraction.too_much_memory");
}

TEST(Refusal, WordsThatAreNotUtf8) {
  EXPECT_EQ(refusal("<html><p>K\xDFt qu\xA3"), "extraction.not_utf8");
}

// A folder of tools that stands first in PATH; every one is this program, see main_test.cpp.
class BrokenTools : public ::testing::Test {
 protected:
  void use(const std::string& kind) {
    const auto folder = root_ / kind;
    fs::create_directories(folder);
    for (const char* tool : {"pdfinfo", "tesseract"}) {
      fs::create_symlink(fs::read_symlink("/proc/self/exe"), folder / tool);
    }
    setenv("PATH", (folder.string() + ":" + path_).c_str(), 1);
  }
  void TearDown() override {
    setenv("PATH", path_.c_str(), 1);
    fs::remove_all(root_);
  }

  fs::path root_ = fs::temp_directory_path() / ("liem-tools-" + std::to_string(getpid()));
  std::string path_ = std::getenv("PATH");
};

TEST_F(BrokenTools, OneThatHangsIsStopped) {
  use("hang");
  auto how = options();
  how.limits.tool_time = std::chrono::milliseconds(200);
  EXPECT_EQ(refusal(sample("report.pdf"), how), "extraction.timed_out");
}

TEST_F(BrokenTools, OneThatHangsEndsWithTheWorker) {
  use("hang");
  auto how = options();
  how.limits.file_time = std::chrono::milliseconds(300);
  EXPECT_EQ(refusal(sample("report.pdf"), how), "extraction.timed_out");
}

TEST_F(BrokenTools, OneThatCrashesCostsOnlyItsFile) {
  use("crash");
  EXPECT_EQ(refusal(sample("report.pdf")), "extraction.crashed");
  EXPECT_EQ(text_of(docx(paragraph("tệp sau"))), "tệp sau\n");
}

TEST_F(BrokenTools, OneThatWritesWithoutEndIsStopped) {
  use("flood");
  auto how = options();
  how.limits.text_bytes = 1 << 20;
  EXPECT_EQ(refusal(sample("report.pdf"), how), "extraction.too_much_text");
}

TEST_F(BrokenTools, OneThatOpensASocketIsKilled) {
  use("socket");
  EXPECT_EQ(refusal(sample("report.pdf")), "extraction.crashed");
}

// The first tool reaches for files, signals and a shell, and reports success only in vain.
TEST_F(BrokenTools, OneThatTurnsOnTheMachineGetsNowhere) {
  if (syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) < 1) {
    GTEST_SKIP() << "this kernel has no Landlock";
  }
  use("intruder");
  const auto result = extract(sample("report.pdf"));
  ASSERT_TRUE(result) << result.error().message.id;
  EXPECT_FALSE(fs::exists("/tmp/liem-intruder"));
}

TEST_F(BrokenTools, OneThatIsMissingIsNamed) {
  setenv("PATH", "/nowhere", 1);
  const auto result = extract(sample("report.pdf"));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message.id, "extraction.tool_missing");
  EXPECT_EQ(result.error().message.args.at(1).second, "pdfinfo");
}

TEST(Worker, ThatCannotBeStartedIsSaid) {
  auto how = options();
  how.helper = "/nowhere/liem";
  EXPECT_EQ(refusal(docx(paragraph("một")), how), "extraction.no_confinement");
}

TEST(Worker, ThatAnswersNonsenseIsNotBelieved) {
  auto how = options();
  how.helper = "/bin/echo";
  EXPECT_EQ(refusal(docx(paragraph("một")), how), "extraction.crashed");
}

TEST(Wire, RefusesAnAnswerThatWasCutOrPointsOutside) {
  ExtractedText text{
      .format = Format::docx, .text = "một\n", .places = {{.span = {0, 5}, .paragraph = 1}}};
  const auto sound = encode(text);
  ASSERT_TRUE(decode(sound, "a"));
  EXPECT_EQ(**decode(sound, "a"), text);
  for (std::size_t size = 0; size < sound.size(); ++size) {
    EXPECT_FALSE(decode(sound.substr(0, size), "a"));
  }
  text.places[0].span.end = 100;
  EXPECT_FALSE(decode(encode(text), "a"));
}

}  // namespace
}  // namespace liem::extraction::testing
