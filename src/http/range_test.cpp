#include "http/range.h"

#include <gtest/gtest.h>

namespace liem::http {
namespace {

ByteRange part(std::string_view field, std::uint64_t size) {
  const auto answer = answer_range(field, size);
  EXPECT_EQ(answer.kind, RangeKind::part) << field;
  return answer.range;
}

TEST(Range, GivesThePartAskedForAndNoMoreThanThereIs) {
  EXPECT_EQ(part("bytes=0-0", 10), (ByteRange{0, 1}));
  EXPECT_EQ(part("bytes=2-5", 10), (ByteRange{2, 4}));
  EXPECT_EQ(part("bytes=2-99", 10), (ByteRange{2, 8}));
  EXPECT_EQ(part("bytes=9-", 10), (ByteRange{9, 1}));
  EXPECT_EQ(part("bytes=-3", 10), (ByteRange{7, 3}));
  EXPECT_EQ(part("bytes=-30", 10), (ByteRange{0, 10}));
}

TEST(Range, GivesTheWholeWhereItIsNotUnderstood) {
  for (const char* field : {"", "bytes", "bytes=", "bytes=a-b", "lines=1-2", "bytes=1-2,4-5",
                            "bytes=5-2", "bytes=1-x", "bytes=-", "bytes=--1"}) {
    const auto answer = answer_range(field, 10);
    EXPECT_EQ(answer.kind, RangeKind::whole) << field;
    EXPECT_EQ(answer.range, (ByteRange{0, 10})) << field;
  }
}

TEST(Range, SaysWhereNothingCanBeGiven) {
  for (const char* field : {"bytes=10-", "bytes=10-20", "bytes=-0"}) {
    EXPECT_EQ(answer_range(field, 10).kind, RangeKind::unsatisfiable) << field;
  }
  EXPECT_EQ(answer_range("bytes=0-", 0).kind, RangeKind::unsatisfiable);
}

}  // namespace
}  // namespace liem::http
