#include "assessment/mail.h"

#include <gmock/gmock.h>

namespace liem::assessment {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

Mail small_mail() {
  // 2025-11-28 08:04:05 UTC
  return {"liem@tinh.example", "lan@so.example",
          "<x@tinh.example>",  "Đã trả lại",
          "Một dòng.",         std::chrono::sys_seconds(std::chrono::seconds(1'764'317'045))};
}

TEST(Mail, HasTheHeadersAProgramSends) {
  const auto bytes = mail_bytes(small_mail());
  for (const auto* line :
       {"To: <lan@so.example>\r\n", "Date: Fri, 28 Nov 2025 15:04:05 +0700\r\n",
        "Message-ID: <x@tinh.example>\r\n", "Auto-Submitted: auto-generated\r\n",
        "Content-Type: text/plain; charset=utf-8\r\n", "Content-Transfer-Encoding: base64\r\n"}) {
    EXPECT_THAT(bytes, HasSubstr(line));
  }
  EXPECT_THAT(bytes, HasSubstr("Subject: =?UTF-8?B?xJDDoyB0cuG6oyBs4bqhaQ==?=\r\n"));
  EXPECT_THAT(bytes, EndsWith("\r\n\r\nTeG7mXQgZMOybmcu\r\n"));
}

TEST(Mail, FoldsALongSubjectBetweenCharacters) {
  auto mail = small_mail();
  mail.subject.clear();
  for (int i = 0; i < 60; ++i) mail.subject += "ệ";
  const auto bytes = mail_bytes(mail);
  for (std::size_t at = 0, end = 0; end != bytes.npos; at = end + 2) {
    end = bytes.find("\r\n", at);
    EXPECT_LE(std::min(end, bytes.size()) - at, 76U);
  }
  EXPECT_THAT(bytes, HasSubstr("?=\r\n =?UTF-8?B?4buH"));
}

TEST(Mail, LetsNobodyPutAHeaderIn) {
  auto mail = small_mail();
  mail.subject = "Một\r\nBcc: khac@may.example\r\n\r\nthân thư";
  mail.id = "<x@tinh.example>\r\nBcc: khac@may.example";
  const auto bytes = mail_bytes(mail);
  EXPECT_THAT(bytes, Not(HasSubstr("\nBcc:")));
  const auto head = bytes.substr(0, bytes.find("\r\n\r\n"));
  EXPECT_THAT(head, HasSubstr("Content-Transfer-Encoding"));
}

TEST(Address, IsOneNameAtOneHost) {
  for (const auto* good : {"a@b", "le.gia-dinh+liem@so.tinh.gov.vn", "x_1%@may-1.vn"}) {
    EXPECT_TRUE(checked_address(good)) << good;
  }
  for (const auto* bad :
       {"", "a", "@b", "a@", "a@b@c", "a b@c", "tên@may.vn", "a@b\r\nBcc: c@d", "\"a\"@b", "<a@b>",
        ".a@b", "a.@b", "a..b@c", "a@b..c", "a@-b", "-f@b", "a,b@c", "a@b;c"}) {
    EXPECT_FALSE(checked_address(bad)) << bad;
  }
  EXPECT_FALSE(checked_address(std::string(65, 'a') + "@b"));
  EXPECT_FALSE(checked_address("a@" + std::string(253, 'b')));
}

}  // namespace
}  // namespace liem::assessment
