#include "http/download.h"

#include <gtest/gtest.h>

#include "http/errors.h"

namespace liem::http {
namespace {

std::string field(const Response& response, std::string_view name) {
  for (const auto& [known, value] : response.fields) {
    if (known == name) return value;
  }
  return "";
}

TEST(Download, NamesTheFileForOldAndNewBrowsersWithoutBreakingItsField) {
  EXPECT_EQ(attachment_field("a b.pdf"),
            "attachment; filename=\"a b.pdf\"; filename*=UTF-8''a%20b.pdf");
  EXPECT_EQ(attachment_field("ớ\"\\;.txt"),
            "attachment; filename=\"______.txt\"; filename*=UTF-8''%E1%BB%9B%22%5C%3B.txt");
}

TEST(Download, CompletesAHalfOnlyWhereItIsOfTheSameFile) {
  Head head;
  head.range = "bytes=1-2";
  head.if_range = "\"abc\"";
  const auto same = send_bytes(head, {"a", "abc"}, "0123");
  ASSERT_TRUE(same);
  EXPECT_EQ(same->status, 206);
  EXPECT_EQ(same->body, "12");
  EXPECT_EQ(field(*same, "Content-Range"), "bytes 1-2/4");
  const auto other = send_bytes(head, {"a", "xyz"}, "0123");
  ASSERT_TRUE(other);
  EXPECT_EQ(other->status, 200);
  EXPECT_EQ(other->body, "0123");
}

TEST(Download, RefusesARangeBeyondTheEnd) {
  Head head;
  head.range = "bytes=4-";
  const auto refused = send_bytes(head, {"a", "abc"}, "0123");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.id, errors::bad_range.id);
}

TEST(Events, StandOnLinesOfTheirOwn) {
  EXPECT_EQ(event_text("state", "{}"), "event: state\ndata: {}\n\n");
}

}  // namespace
}  // namespace liem::http
