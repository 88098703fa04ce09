#include <algorithm>
#include <array>
#include <cstdio>

#include "extraction/pdf_signatures.h"
#include "extraction/sample_test.h"

namespace liem::extraction::testing {
namespace {

using ::testing::HasSubstr;

constexpr std::array citations = {"41/KH-UBND ngày 17/01/2024", "205/TTT-NV4 ngày 11/10/2024",
                                  "73/QĐ-SMT ngày 26/02/2024", "06/CT-UBND ngày 09/5/2024",
                                  "88/KL-SMT ngày 30/8/2024"};

// Lines break where the page does, not where the sentence does.
std::string in_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

// What a command prints.
std::string output_of(const std::string& command) {
  std::string out;
  std::FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> block;
  std::size_t got = 0;
  while ((got = std::fread(block.data(), 1, block.size(), pipe)) > 0) out.append(block.data(), got);
  EXPECT_EQ(pclose(pipe), 0) << command;
  return out;
}

std::string page_picture(std::string_view format, int dpi) {
  return output_of("pdftoppm -f 1 -l 1 -r " + std::to_string(dpi) + " " + std::string(format) +
                   " " + sample_path("report.pdf"));
}

// A PDF that is nothing but the picture of a page.
std::string scanned_pdf(const std::string& jpeg, int width, int height) {
  const std::string content = "q 595 0 0 842 0 0 cm /I Do Q";
  const auto stream = [](const std::string& head, const std::string& bytes) {
    return "<< " + head + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes +
           "\nendstream";
  };
  const std::array objects = {
      std::string("<< /Type /Catalog /Pages 2 0 R >>"),
      std::string("<< /Type /Pages /Count 1 /Kids [3 0 R] >>"),
      std::string("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                  "/Resources << /XObject << /I 5 0 R >> >> >>"),
      stream("", content),
      stream("/Type /XObject /Subtype /Image /Width " + std::to_string(width) + " /Height " +
                 std::to_string(height) +
                 " /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
             jpeg)};
  std::string pdf = "%PDF-1.4\n", table = "xref\n0 6\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::array<char, 24> row;
    std::snprintf(row.data(), row.size(), "%010zu 00000 n \n", pdf.size());
    table += row.data();
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  return pdf + table + "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n" +
         std::to_string(pdf.size()) + "\n%%EOF\n";
}

TEST(Pdf, GivesItsTextPageByPage) {
  const auto result = extract(sample("report.pdf"));
  ASSERT_TRUE(result) << result.error().message.id;
  const auto text = in_one_line(result->text);
  for (const auto* citation : citations) EXPECT_THAT(text, HasSubstr(citation));
  EXPECT_EQ(result->pages, 2);
  EXPECT_EQ(result->recognised_pages, 0);
  EXPECT_EQ(place_of(*result, "73/QĐ-SMT").page, 1);
  EXPECT_EQ(place_of(*result, "88/KL-SMT").page, 2);
  EXPECT_TRUE(result->signatures.empty());
}

TEST(Pdf, SaysThatASignatureIsValidAndByWhom) {
  const auto result = extract(sample("signed.pdf"));
  ASSERT_TRUE(result) << result.error().message.id;
  ASSERT_EQ(result->signatures.size(), 1u);
  EXPECT_EQ(result->signatures[0].state, SignatureState::valid);
  EXPECT_EQ(result->signatures[0].certificate, CertificateState::untrusted);
  EXPECT_EQ(result->signatures[0].signer, "Nguyen Van Mau (test)");
}

TEST(Pdf, SaysThatASignatureIsBrokenWhereASignedByteChanged) {
  auto bytes = sample("signed.pdf");
  const auto at = bytes.find("Bao cao mau");
  ASSERT_NE(at, std::string::npos);
  bytes[at] = 'C';
  const auto result = extract(bytes);
  ASSERT_TRUE(result);
  ASSERT_EQ(result->signatures.size(), 1u);
  EXPECT_EQ(result->signatures[0].state, SignatureState::broken);
}

TEST(Pdf, SaysThatSomethingWasWrittenBehindASignature) {
  const auto result = extract(sample("signed.pdf") + "% thêm\n");
  ASSERT_TRUE(result);
  ASSERT_EQ(result->signatures.size(), 1u);
  EXPECT_EQ(result->signatures[0].state, SignatureState::added_to);
}

TEST(Recognition, GivesTheCitationsOfAPictureOfAPage) {
  const auto result = extract(page_picture("-gray -png", 150));
  ASSERT_TRUE(result) << result.error().message.id;
  EXPECT_EQ(result->format, Format::png);
  const auto text = in_one_line(result->text);
  for (int i = 0; i < 3; ++i) EXPECT_THAT(text, HasSubstr(citations[static_cast<std::size_t>(i)]));
  const Place& place = place_of(*result, "73/QĐ-SMT");
  EXPECT_EQ(place.page, 1);
  ASSERT_TRUE(place.box);
  EXPECT_GT(place.box->top, 3000);
  EXPECT_LT(place.box->bottom, 5000);
}

TEST(Recognition, ReadsAPdfWithoutATextLayer) {
  const auto result = extract(scanned_pdf(page_picture("-jpeg", 150), 1240, 1754));
  ASSERT_TRUE(result) << result.error().message.id;
  EXPECT_EQ(result->format, Format::pdf);
  EXPECT_EQ(result->recognised_pages, 1);
  EXPECT_THAT(in_one_line(result->text), HasSubstr(citations[0]));
}

TEST(Recognition, MarksTheWordsItIsNotSureOf) {
  auto how = options();
  how.limits.doubtful_below = 101;
  const auto all = extract(page_picture("-gray -png", 100), how);
  ASSERT_TRUE(all);
  ASSERT_GT(all->doubtful.size(), 100u);
  for (const auto& span : all->doubtful) {
    const auto word = text::slice(all->text, span);
    EXPECT_FALSE(word.empty());
    EXPECT_EQ(word.find_first_of(" \n"), std::string_view::npos);
  }
  how.limits.doubtful_below = 0;
  EXPECT_TRUE(extract(page_picture("-gray -png", 100), how)->doubtful.empty());
}

TEST(Pdf, NamesScansThatAreTooMany) {
  auto how = options();
  how.limits.recognised_pages = 0;
  EXPECT_EQ(refusal(scanned_pdf("no picture", 1, 1), how), "extraction.too_many_scans");
}

}  // namespace
}  // namespace liem::extraction::testing
