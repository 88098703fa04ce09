#include "accounts/password_rule.h"

#include <gmock/gmock.h>

#include <fstream>

namespace liem::accounts {
namespace {

PasswordRule shipped_rule() {
  std::ifstream file(LIEM_SOURCE_DIR "/data/accounts/common-passwords.txt");
  return PasswordRule(std::string(std::istreambuf_iterator<char>(file), {}));
}

std::string refusal(std::string_view password) {
  const auto checked = shipped_rule().check(password, {"nguyen.thi.mau", "Nguyễn Thị Mẫu"});
  return checked ? "" : checked.error().message.id;
}

TEST(Password, IsTakenWhereItIsLongWithoutSignsOrDigits) {
  EXPECT_EQ(refusal("con mèo ngủ trên mái"), "");
  EXPECT_EQ(refusal("bốn con trâu qua cầu"), "");
}

TEST(Password, IsCountedInLettersNotInBytes) {
  EXPECT_EQ(refusal("đườngđường"), "accounts.password_short");  // 10 letters, 20 bytes
  EXPECT_EQ(refusal("kQ7!xP2#"), "accounts.password_short");
}

TEST(Password, IsRefusedWhereEverybodyTriesIt) {
  EXPECT_EQ(refusal("Matkhau123456"), "accounts.password_common");
  EXPECT_EQ(refusal("Mật khẩu của tôi"), "accounts.password_common");
  EXPECT_EQ(refusal("P@ssw0rd2024!"), "accounts.password_common");
  EXPECT_EQ(refusal("qwertyuiop2026"), "accounts.password_common");
}

TEST(Password, IsRefusedWhereItSaysAFewLettersAgainAndAgain) {
  EXPECT_EQ(refusal("aaaaaaaaaaaa"), "accounts.password_repeats");
  EXPECT_EQ(refusal("xyz1xyz1xyz1"), "accounts.password_repeats");
  EXPECT_EQ(refusal("123456789012"), "accounts.password_repeats");
  EXPECT_EQ(refusal("abcdefghijklm"), "accounts.password_repeats");
}

TEST(Password, IsRefusedWhereItIsTheHoldersName) {
  EXPECT_EQ(refusal("NguyenThiMau1990"), "accounts.password_is_name");
}

TEST(Password, IsTextSoThatEveryKeyboardCanTypeItAgain) {
  EXPECT_EQ(refusal("abc\xff\xfe defghijkl"), "accounts.password_not_text");
}

TEST(Password, HasAnUpperBoundSoThatHashingItIsBounded) {
  EXPECT_EQ(refusal(std::string(1001, 'a')), "accounts.password_long");
}

}  // namespace
}  // namespace liem::accounts
