#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "sheets/comparison.h"
#include "sheets/errors.h"

namespace liem::sheets {
namespace {

using namespace std::chrono_literals;
using figures::UnitKind;

std::string file_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

const Catalogue& words() {
  static const Catalogue all = [] {
    Catalogue out;
    const std::string file = LIEM_SOURCE_DIR "/data/locales/messages/sheets.yaml";
    EXPECT_TRUE(out.add(file_bytes(file), file));
    return out;
  }();
  return all;
}

// A criterion with its points, two figures of which one bounds the other, a yes and a percentage.
AnswerSheet sample() {
  AnswerSheet sheet{{"tinh", "dot", "so-a", "bo", std::string(64, 'a')},
                    "Đợt 2025",
                    "Sở A",
                    std::chrono::sys_days(2024y / 12 / 16),
                    {}};
  sheet.rows.push_back({"A.1",
                        "",
                        "Kê khai",
                        "điểm tự chấm, tối đa 2",
                        UnitKind::count,
                        Decimal(2),
                        true,
                        {"", "1.5", "", ""},
                        {}});
  sheet.rows.push_back({"A.1",
                        "done",
                        "Đã kê khai",
                        "người",
                        UnitKind::count,
                        {},
                        true,
                        {"given", "5", "", "theo báo cáo"},
                        2});
  sheet.rows.push_back({"A.1",
                        "obliged",
                        "Phải kê khai",
                        "người",
                        UnitKind::count,
                        {},
                        true,
                        {"blank", "", "", ""},
                        {}});
  sheet.rows.push_back({"A.1",
                        "plan",
                        "Có kế hoạch",
                        "",
                        UnitKind::yes_no,
                        {},
                        true,
                        {"given", "true", "", ""},
                        {}});
  sheet.rows.push_back({"A.1",
                        "share",
                        "Tỷ lệ",
                        "%",
                        UnitKind::percent,
                        {},
                        true,
                        {"not_applicable", "", "Điều 5", ""},
                        {}});
  return sheet;
}

ledger::SecretKey key(unsigned char seed = 7) {
  std::array<unsigned char, 32> bytes{};
  bytes.fill(seed);
  return ledger::SecretKey::from_seed(bytes);
}

std::string bytes_of(const AnswerSheet& sheet, const std::optional<ledger::SecretKey>& by = {}) {
  const auto path = (std::filesystem::temp_directory_path() /
                     ("liem-sheet-" + std::to_string(::getpid()) + ".xlsx"))
                        .string();
  EXPECT_TRUE(write_sheet(sheet, words(), by, path));
  auto out = file_bytes(path);
  std::filesystem::remove(path);
  return out;
}

ReturnedSheet returned(const std::string& bytes) {
  extraction::Options options;
  options.helper = "/proc/self/exe";
  const auto text = extraction::extract_bytes(bytes, "tra-loi.xlsx", options);
  EXPECT_TRUE(text);
  auto sheet = read_sheet(*text, words());
  EXPECT_TRUE(sheet) << sheet.error().message.id;
  return std::move(*sheet);
}

// What compare() says of a sheet in which these cells were written.
using Written = std::vector<std::pair<std::pair<int, Column>, std::string>>;
std::vector<CellReport> reports(const Written& cells, const AnswerSheet& now = sample()) {
  auto sheet = returned(bytes_of(sample()));
  for (const auto& [place, text] : cells) {
    if (text.empty()) {
      sheet.cells.erase(place);
    } else {
      sheet.cells[place] = text;
    }
  }
  const auto rows = compare(now, sheet, words());
  EXPECT_TRUE(rows);
  std::vector<CellReport> out;
  for (const auto& row : *rows) out.insert(out.end(), row.cells.begin(), row.cells.end());
  return out;
}

std::string only(const std::vector<CellReport>& all) {
  std::string out;
  for (const auto& one : all) {
    out += address_of(one.column, one.row) + " " + std::string(name_of(one.verdict));
    if (one.why) out += " " + one.why->message.id;
    out += ";";
  }
  return out;
}

TEST(Sheet, ComesBackAsItWentOut) {
  EXPECT_EQ(only(reports({})), "");
  const auto sheet = returned(bytes_of(sample()));
  EXPECT_EQ(sheet.stamp, sample().stamp);
  EXPECT_EQ(sheet.cells.at({3, Column::state}), "Có số liệu");
  EXPECT_EQ(sheet.cells.at({2, Column::value}), "1,5");
}

TEST(Sheet, TheSameAnswersGiveTheSameBytes) {
  EXPECT_EQ(bytes_of(sample(), key()), bytes_of(sample(), key()));
}

TEST(Sheet, TellsAChangeByTheAddressOfItsCell) {
  EXPECT_EQ(only(reports({{{3, Column::value}, "6"}})), "E3 changed;");
  const auto found = reports({{{3, Column::value}, "6"}});
  EXPECT_EQ(found[0].stood, "5");
  EXPECT_EQ(found[0].wanted, "6");
  EXPECT_EQ(only(reports({{{2, Column::value}, "0,25"}})), "E2 changed;");
  EXPECT_EQ(only(reports({{{3, Column::note}, "đã đối chiếu"}})), "G3 changed;");
}

TEST(Sheet, TellsAConflictOnlyWhereBothChangedTheSameCell) {
  AnswerSheet now = sample();
  now.rows[1].stands.value = "9";
  EXPECT_EQ(only(reports({{{3, Column::value}, "6"}}, now)), "E3 conflict;");
  EXPECT_EQ(only(reports({}, now)), "");                                       // the server's stays
  EXPECT_EQ(only(reports({{{3, Column::value}, "9"}}, now)), "");              // both say the same
  EXPECT_EQ(only(reports({{{3, Column::note}, "mới"}}, now)), "G3 changed;");  // another cell
}

TEST(Sheet, KeepsTheFourStatesApart) {
  const auto answered = [](const std::string& state, const std::string& value,
                           const std::string& ground = "") {
    return only(reports(
        {{{4, Column::state}, state}, {{4, Column::value}, value}, {{4, Column::ground}, ground}}));
  };
  EXPECT_EQ(answered("Bằng 0", ""), "D4 changed;E4 changed;");
  EXPECT_EQ(answered("Bằng 0", "0"), "D4 changed;E4 changed;");
  EXPECT_EQ(answered("Có số liệu", "0"), "D4 changed;E4 changed;");
  EXPECT_EQ(answered("Chưa có số liệu", ""), "D4 changed;");
  EXPECT_EQ(answered("Không áp dụng", "", "Điều 3"), "D4 changed;F4 changed;");
  EXPECT_EQ(answered("", ""), "");
}

TEST(Sheet, RefusesStateAndValueThatDisagree) {
  EXPECT_EQ(only(reports({{{4, Column::value}, "7"}})), "E4 refused sheets.state_disagrees;");
  EXPECT_EQ(only(reports({{{4, Column::state}, "Có số liệu"}})),
            "D4 changed;E4 refused sheets.value_missing;");
  EXPECT_EQ(only(reports({{{4, Column::state}, "Bằng 0"}, {{4, Column::value}, "3"}})),
            "D4 changed;E4 refused sheets.state_disagrees;");
  EXPECT_EQ(only(reports({{{4, Column::state}, "Không áp dụng"}})),
            "D4 changed;F4 refused sheets.ground_missing;");
  EXPECT_EQ(only(reports({{{4, Column::state}, "không biết"}})),
            "D4 refused sheets.unknown_state;");
}

TEST(Sheet, ZeroWasTakenAsTheValueOfAQuestionOfYesOrNo) {
  EXPECT_EQ(only(reports({{{5, Column::state}, "Bằng 0"}, {{5, Column::value}, ""}})),
            "D5 refused sheets.unknown_state;E5 changed;");
}

TEST(Sheet, RefusesWhatIsNoValueOfItsKind) {
  EXPECT_EQ(only(reports({{{3, Column::value}, "nhiều"}})), "E3 refused sheets.no_number;");
  EXPECT_EQ(only(reports({{{3, Column::value}, "1,5"}})), "E3 refused sheets.not_whole;");
  EXPECT_EQ(only(reports({{{3, Column::value}, "-1"}})), "E3 refused sheets.outside;");
  EXPECT_EQ(only(reports({{{2, Column::value}, "2,5"}})), "E2 refused sheets.outside;");
  EXPECT_EQ(only(reports({{{5, Column::value}, "có lẽ"}})), "E5 refused sheets.no_yes_no;");
  EXPECT_EQ(only(reports({{{5, Column::value}, "Không"}})), "E5 changed;");
}

TEST(Sheet, ReadsNumbersAsAVietnameseSheetShowsThem) {
  const auto value = [](int row, const std::string& text) {
    const auto found = reports({{{row, Column::value}, text}});
    return found.empty() || found[0].why ? "" : found[0].wanted;
  };
  EXPECT_EQ(value(3, "1.234.567"), "1234567");
  EXPECT_EQ(value(3, "1.234"), "1234");
  EXPECT_EQ(value(2, "1,25"), "1,25");
  EXPECT_EQ(value(2, "1.25"), "1,25");
  EXPECT_EQ(value(2, "1.234"), "");  // 1234, or a little more than 1
  EXPECT_EQ(value(3, "1.23,4"), "");
}

TEST(Sheet, RefusesALockedCellThatWasAltered) {
  EXPECT_EQ(only(reports({{{3, Column::label}, "Khác"}})), "B3 refused sheets.locked;");
  EXPECT_EQ(only(reports({{{2, Column::note}, "ghi vào tiêu chí"}})), "G2 refused sheets.locked;");
}

TEST(Sheet, BelongsToOneUnitAndSet) {
  AnswerSheet other = sample();
  other.stamp.unit = "so-b";
  const auto sheet = returned(bytes_of(sample()));
  EXPECT_EQ(compare(other, sheet, words()).error().message.id, errors::other_answers.id);
  other = sample();
  other.stamp.set_sha256 = std::string(64, 'b');
  EXPECT_EQ(compare(other, sheet, words()).error().message.id, errors::set_changed.id);
  other = sample();
  other.rows.pop_back();
  EXPECT_EQ(compare(other, sheet, words()).error().message.id, errors::set_changed.id);
}

TEST(Sheet, IsSignedOverItsStampAndAllThatIsLocked) {
  const std::array keys{key().public_key()};
  const auto sheet = returned(bytes_of(sample(), key()));
  EXPECT_TRUE(check_signature(sheet, keys));
  auto filled = sheet;
  filled.cells[{3, Column::value}] = "6";
  EXPECT_TRUE(check_signature(filled, keys));  // answers are there to be written
  auto bent = sheet;
  bent.rows.at(3).stood.value = "9";
  EXPECT_EQ(check_signature(bent, keys).error().message.id, errors::bad_signature.id);
  bent = sheet;
  bent.cells[{3, Column::label}] = "Khác";
  EXPECT_EQ(check_signature(bent, keys).error().message.id, errors::bad_signature.id);
  const std::array others{key(8).public_key()};
  EXPECT_EQ(check_signature(sheet, others).error().message.id, errors::bad_signature.id);
  EXPECT_EQ(check_signature(returned(bytes_of(sample())), keys).error().message.id,
            errors::unsigned_sheet.id);
}

TEST(Sheet, OfAnotherMakerIsRefused) {
  extraction::Options options;
  options.helper = "/proc/self/exe";
  const auto text = extraction::extract_bytes("chỉ là văn bản", "a.txt", options);
  ASSERT_TRUE(text);
  EXPECT_EQ(read_sheet(*text, words()).error().message.id, errors::not_a_sheet.id);
}

bool has_office() { return std::system("command -v soffice >/dev/null 2>&1") == 0; }

// The workbook as LibreOffice saves it, with every formula computed anew.
std::string through_office(const std::string& bytes, const std::string& form,
                           const std::string& saved) {
  namespace fs = std::filesystem;
  const auto folder = fs::temp_directory_path() / ("liem-office-" + std::to_string(::getpid()));
  fs::create_directories(folder / "out");
  fs::create_directories(folder / "profile/user");
  std::ofstream(folder / "profile/user/registrymodifications.xcu")
      << R"(<?xml version="1.0" encoding="UTF-8"?><oor:items)"
         R"( xmlns:oor="http://openoffice.org/2001/registry">)"
         R"(<item oor:path="/org.openoffice.Office.Calc/Formula/Load">)"
         R"(<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>)"
         "</oor:items>";
  std::ofstream(folder / "a.xlsx", std::ios::binary) << bytes;
  const auto command = "cd " + folder.string() + " && soffice -env:UserInstallation=file://" +
                       folder.string() + "/profile --headless --convert-to '" + form +
                       "' --outdir out a.xlsx >/dev/null 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0);
  auto out = file_bytes((folder / "out" / saved).string());
  fs::remove_all(folder);
  return out;
}

TEST(Sheet, ComesBackThroughLibreOfficeWithItsStampAndSignature) {
  if (!has_office()) GTEST_SKIP() << "no LibreOffice here";
  const auto sheet = returned(through_office(bytes_of(sample(), key()), "xlsx", "a.xlsx"));
  const std::array keys{key().public_key()};
  EXPECT_TRUE(check_signature(sheet, keys));
  const auto rows = compare(sample(), sheet, words());
  ASSERT_TRUE(rows);
  EXPECT_TRUE(rows->empty());
}

TEST(Sheet, TellsWhatIsWrongByItsOwnFormulas) {
  if (!has_office()) GTEST_SKIP() << "no LibreOffice here";
  AnswerSheet wrong = sample();
  wrong.rows[0].stands.value = "3";                       // of at most 2
  wrong.rows[1].stands.value = "5";                       // more done
  wrong.rows[2].stands = {"given", "4", "", ""};          // than due
  wrong.rows[3].stands = {"blank", "true", "", ""};       // a value without its state
  wrong.rows[4].stands = {"not_applicable", "", "", ""};  // no ground
  const auto csv =
      through_office(bytes_of(wrong),
                     "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2",
                     "a-Trả lời.csv");
  for (const std::string line :
       {"3,,,Ngoài khoảng cho phép\n", "5,,theo báo cáo,Số đã làm lớn hơn số phải làm\n", "4,,,\n",
        "Có,,,Tình trạng và giá trị không khớp\n", "Không áp dụng,,,,Thiếu căn cứ\n"}) {
    EXPECT_NE(csv.find(line), std::string::npos) << line << csv;
  }
}

}  // namespace
}  // namespace liem::sheets
