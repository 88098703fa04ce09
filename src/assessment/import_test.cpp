#include "assessment/import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "assessment/digest.h"
#include "assessment/round_law.h"

namespace liem::assessment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string file_bytes(const std::string& name) {
  std::ifstream input(std::string(LIEM_SOURCE_DIR "/data/") + name, std::ios::binary);
  LIEM_CHECK(input.good());
  return {std::istreambuf_iterator<char>(input), {}};
}

std::expected<SetFiles, Problems> shipped_set(const std::string& id) {
  return SetFiles{{id, file_bytes("indicator-sets/" + id + ".yaml")},
                  {"items", file_bytes("figures/pctn.yaml")},
                  {{"verification.yaml", file_bytes("law/verification.yaml")},
                   {"working-days.yaml", file_bytes("law/working-days.yaml")}}};
}

RoundFolder sample_folder() {
  return {
      "f",
      {{"round.yaml",
        "{id: r, title: {vi: Đợt, en: Round}, year: 2025, from: 2024-12-16, to: 2025-12-15, "
        "set: pctn-2024}"},
       {"units.yaml",
        "- {id: tinh, name: {vi: T, en: P}, kind: province, from: 2004-01-01, basis: NQ}\n"
        "- {id: so-a, name: {vi: A, en: A}, kind: department, parent: tinh, from: 2004-01-01, "
        "basis: QĐ}\n"
        "- {id: huyen-b, name: {vi: B, en: B}, kind: commune, parent: tinh, from: 2004-01-01, "
        "to: 2024-06-30, basis: QĐ}\n"},
       {"accounts.yaml",
        "- {account: anh, name: Anh, role: clerk, unit: so-a, password: mat-khau-mau-1}\n"},
       {"submissions/so-a/report.txt", "Có 10\nngười phải kê khai."},
       {"submissions/so-a/answers.yaml",
        "set: pctn-2024\n"
        "inputs:\n"
        "  declarations.obliged: {value: 10, source: {report: \"10 người phải kê khai\"}}\n"},
       {"submissions/so-a/evidence.yaml",
        "- {type: Kế hoạch, number: 1/KH, date: 2025-01-02, title: Một, criteria: [A.1.1]}\n"}}};
}

std::expected<RoundImport, Problems> read(const RoundFolder& folder,
                                          AccountsFile accounts = AccountsFile::leave) {
  ImportOptions options;
  options.accounts = accounts;
  options.password_cost = {1, 8192};
  options.random = [](std::span<unsigned char> bytes) { std::ranges::fill(bytes, 7); };
  const auto check_report = [](std::string_view bytes, std::string_view) -> Result<void> {
    if (bytes.empty()) return fail(ErrorCode{"test.empty", ErrorKind::bad_input});
    return {};
  };
  return read_round_folder(folder, &shipped_set, check_report, options);
}

std::vector<std::string> refusals(const RoundFolder& folder,
                                  AccountsFile accounts = AccountsFile::leave) {
  std::vector<std::string> ids;
  const auto import = read(folder, accounts);
  if (!import) {
    for (const auto& problem : import.error()) ids.push_back(problem.message.id);
  }
  return ids;
}

TEST(Import, KeepsBytesAsTheyCameAndPlacesTheQuotes) {
  const RoundFolder folder = sample_folder();
  const auto import = read(folder);
  ASSERT_TRUE(import);
  EXPECT_EQ(import->province, "tinh");
  ASSERT_EQ(import->submissions.size(), 1U);
  const auto& submission = import->submissions[0];
  EXPECT_EQ(submission.report_sha256, sha256_of(folder.files.at("submissions/so-a/report.txt")));
  const std::string report = folder.files.at("submissions/so-a/report.txt");
  ASSERT_EQ(submission.quotes.size(), 1U);
  const auto [item, begin, end] = submission.quotes[0];
  EXPECT_EQ(item, "declarations.obliged");
  EXPECT_EQ(report.substr(begin, end - begin), "10\nngười phải kê khai");
  EXPECT_THAT(import->accounts, IsEmpty());
}

TEST(Import, PinsTheSetByItsBytes) {
  const auto import = read(sample_folder());
  ASSERT_TRUE(import);
  const auto bytes = file_bytes("indicator-sets/pctn-2024.yaml");
  EXPECT_EQ(import->round.set.sha256, sha256_of(bytes));
  EXPECT_THAT(import->contents, testing::Contains(content_of(bytes)));
}

TEST(Import, LeavesOutUnitsThatEndedBeforeThePeriod) {
  const auto import = read(sample_folder());
  ASSERT_TRUE(import);
  std::vector<std::string> ids;
  for (const auto& unit : import->units) ids.push_back(unit.id);
  EXPECT_THAT(ids, ElementsAre("tinh", "so-a"));
}

TEST(Import, RefusesWhatAUnitOutsideThePeriodHandedIn) {
  RoundFolder folder = sample_folder();
  folder.files["submissions/huyen-b/report.txt"] = "Báo cáo";
  EXPECT_THAT(refusals(folder), ElementsAre("assessment.unit_outside_round"));
}

TEST(Import, RefusesAQuoteThatTheReportDoesNotHold) {
  RoundFolder folder = sample_folder();
  folder.files["submissions/so-a/report.txt"] = "Có 11 người phải kê khai.";
  const auto import = read(folder);
  ASSERT_FALSE(import);
  const Message& message = import.error()[0].message;
  EXPECT_EQ(message.id, "assessment.quote_not_found");
  EXPECT_EQ(message.args[0].second, "f/submissions/so-a/answers.yaml");
  EXPECT_EQ(message.args[1].second, "3");
  folder.files.erase("submissions/so-a/report.txt");
  EXPECT_THAT(refusals(folder), ElementsAre("assessment.quote_without_report"));
}

TEST(Import, TellsOfARefusedReportOnceAndNotOfEveryQuoteFromIt) {
  RoundFolder folder = sample_folder();
  folder.files["submissions/so-a/report.txt"] = "";
  EXPECT_THAT(refusals(folder), ElementsAre("test.empty"));
  folder.files["submissions/so-a/report.txt"] = "Có 10 ng\xff";
  EXPECT_THAT(refusals(folder), ElementsAre("assessment.not_utf8"));
}

TEST(Import, NamesTheFirstByteThatIsNotUtf8) {
  for (const std::string bytes : {"Mo\xff", "Mo\xc0\x80", "Mo\xed\xa0\x80"}) {
    RoundFolder folder = sample_folder();
    folder.files["submissions/so-a/evidence.yaml"] = bytes;
    const auto import = read(folder);
    ASSERT_FALSE(import);
    EXPECT_EQ(import.error()[0].message,
              (Message{"assessment.not_utf8",
                       {{"file", "f/submissions/so-a/evidence.yaml"}, {"offset", "2"}}}));
  }
}

TEST(Import, TellsProblemsOfSeveralFilesAtOnce) {
  RoundFolder folder = sample_folder();
  folder.files["submissions/so-a/evidence.yaml"] =
      "- {type: T, title: Một, criteria: [Z.1]}\n- {type: T, title: Hai, criteria: [Z.2]}\n";
  folder.files["submissions/so-a/anwsers.yaml"] = "";
  folder.files["accounts.yaml"] =
      "- {account: anh, name: Anh, role: clerk, unit: so-x, password: mat-khau-mau-1}\n";
  EXPECT_THAT(refusals(folder, AccountsFile::load),
              ElementsAre("assessment.unknown_file", "assessment.unknown_criterion",
                          "assessment.unknown_criterion", "assessment.unknown_unit"));
}

TEST(Import, NeedsRoundAndUnits) {
  EXPECT_THAT(refusals({"f", {}}),
              ElementsAre("assessment.file_missing", "assessment.file_missing"));
}

TEST(Import, KeepsTheLawOfTheLastDayWhereARuleTakesANumberOfItAndNoneElse) {
  EXPECT_EQ(read(sample_folder())->round.law_sha256, std::nullopt);
  const auto find_set = [](const std::string& id) {
    auto files = shipped_set(id);
    const std::string rule = "obliged: declarations.to_verify\n";
    files->set.bytes.replace(
        files->set.bytes.find(rule), rule.size(),
        "obliged: declarations.obliged * law(verification.persons)\n                    beyond: "
        "full\n");
    return files;
  };
  const auto check_report = [](std::string_view, std::string_view) -> Result<void> { return {}; };
  const auto import = read_round_folder(sample_folder(), find_set, check_report, {});
  ASSERT_TRUE(import) << import.error()[0].message.id;
  ASSERT_TRUE(import->round.law_sha256);
  const auto kept =
      std::ranges::find(import->contents, *import->round.law_sha256, &Content::sha256);
  ASSERT_NE(kept, import->contents.end());
  const auto law = unpacked_law(kept->bytes);
  ASSERT_TRUE(law);
  EXPECT_TRUE(law->on("verification.persons", import->round.to));
}

TEST(Import, KeepsPasswordsAsHashesOnly) {
  const auto import = read(sample_folder(), AccountsFile::load);
  ASSERT_TRUE(import);
  ASSERT_EQ(import->accounts.size(), 1U);
  EXPECT_TRUE(password_fits("mat-khau-mau-1", import->accounts[0].password));
  EXPECT_THAT(import->accounts[0].password, testing::StartsWith("argon2id$"));
}

}  // namespace
}  // namespace liem::assessment
