#include "tables/table.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "extraction/extraction.h"

namespace liem::tables {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds noon = std::chrono::sys_days(2026y / 11 / 28) + 5h;

Table sample() {
  Table table{{"Danh sách",
               {{"name", "Đơn vị", Kind::text, 30, 0},
                {"count", "Số", Kind::whole, 10, 0},
                {"points", "Điểm", Kind::decimal, 10, 2},
                {"due", "Hạn", Kind::date, 12, 0},
                {"at", "Lúc", Kind::time, 18, 0}},
               noon},
              {}};
  table.rows = {{"Sở Nội vụ", Decimal(1234), *Decimal::parse("0.5"), Date{2026y / 11 / 30}, noon},
                {"xã An Bình", {}, *Decimal::parse("12.25"), {}, {}},
                {"Ủy ban", Decimal(0), {}, Date{2026y / 1 / 2}, noon - 24h}};
  return table;
}

std::string path_of(std::string_view name) {
  return (std::filesystem::temp_directory_path() /
          (std::to_string(::getpid()) + "-" + std::string(name)))
      .string();
}

std::string bytes_of(const Table& table, Format format) {
  const auto path = path_of(name_of(format));
  EXPECT_TRUE(write(table, format, path));
  std::ifstream in(path, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  std::filesystem::remove(path);
  return out.str();
}

std::string read_again(const Table& table) {
  extraction::Options options;
  options.helper = "/proc/self/exe";
  const auto read = extraction::extract_bytes(bytes_of(table, Format::xlsx), "bang.xlsx", options);
  return read ? read->text : read.error().message.id;
}

TEST(Csv, StandsInUtf8WithItsMarkAndLinesOfRfc4180) {
  EXPECT_EQ(bytes_of(sample(), Format::csv),
            "\xEF\xBB\xBF"
            "Đơn vị,Số,Điểm,Hạn,Lúc\r\n"
            "Sở Nội vụ,1234,0.5,2026-11-30,2026-11-28 12:00:00\r\n"
            "xã An Bình,,12.25,,\r\n"
            "Ủy ban,0,,2026-01-02,2026-11-27 12:00:00\r\n");
}

TEST(Csv, QuotesWhatWouldBreakALine) {
  EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_cell("nói \"không\""), "\"nói \"\"không\"\"\"");
  EXPECT_EQ(csv_cell("hai\ndòng"), "\"hai\ndòng\"");
  EXPECT_EQ(csv_cell("a;b"), "a;b");
}

TEST(Csv, KeepsATextFromBeingAFormula) {
  for (const std::string text : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"}) {
    EXPECT_NE(csv_cell(text).find("'" + text), std::string::npos) << text;
  }
  EXPECT_EQ(csv_cell("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
}

TEST(Csv, LeavesANegativeNumberANumber) { EXPECT_EQ(csv_cell(*Decimal::parse("-0.25")), "-0.25"); }

TEST(Xlsx, IsReadAgainAsItWasWritten) {
  EXPECT_EQ(read_again(sample()),
            "Liêm\n"
            "Đơn vị | Số | Điểm | Hạn | Lúc\n"
            "Sở Nội vụ | 1.234 | 0,50 | 30/11/2026 | 28/11/2026 12:00\n"
            "xã An Bình |  | 12,25\n"
            "Ủy ban | 0 |  | 02/01/2026 | 27/11/2026 12:00\n");
}

TEST(Xlsx, TakesNoTextForAFormula) {
  Table table = sample();
  table.rows = {{"=1+1"}, {"{=A1}"}, {"http://example.invalid"}};
  EXPECT_NE(read_again(table).find("=1+1\n{=A1}\nhttp://example.invalid\n"), std::string::npos);
}

TEST(Xlsx, KeepsAsTextWhatABinaryNumberWouldAlter) {
  Table table = sample();
  table.rows = {{"", {}, *Decimal::parse("123456789012345678.25")}};
  EXPECT_NE(read_again(table).find("123456789012345678.25"), std::string::npos);
}

TEST(Xlsx, CutsATextBetweenLettersWhereACellIsFull) {
  Table table = sample();
  std::string longest;
  while (longest.size() < 40'000) longest += "ữ";
  table.rows = {{longest}};
  const auto read = read_again(table);
  EXPECT_NE(read.find("ữ…"), std::string::npos);
}

TEST(Xlsx, TheSameRowsGiveTheSameBytes) {
  const auto first = bytes_of(sample(), Format::xlsx);
  EXPECT_EQ(first, bytes_of(sample(), Format::xlsx));
  Table later = sample();
  later.heading.made += 1h;
  EXPECT_NE(first, bytes_of(later, Format::xlsx));
}

TEST(List, IsSortedByAnyColumnWithEmptyCellsLast) {
  Table table = sample();
  ASSERT_TRUE(sort(table, "count"));
  EXPECT_EQ(std::get<std::string>(table.rows[0][0]), "Ủy ban");
  EXPECT_EQ(std::get<std::string>(table.rows[2][0]), "xã An Bình");
  ASSERT_TRUE(sort(table, "-count"));
  EXPECT_EQ(std::get<std::string>(table.rows[0][0]), "Sở Nội vụ");
  EXPECT_EQ(std::get<std::string>(table.rows[2][0]), "xã An Bình");
}

TEST(List, RefusesAColumnItDoesNotHave) {
  Table table = sample();
  const auto sorted = sort(table, "-tuoi");
  ASSERT_FALSE(sorted);
  EXPECT_EQ(sorted.error().message.id, errors::unknown_column.id);
}

TEST(List, IsSearchedWithoutCaseAndMarks) {
  Table table = sample();
  search(table, "AN BINH");
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(std::get<std::string>(table.rows[0][0]), "xã An Bình");
}

}  // namespace
}  // namespace liem::tables
