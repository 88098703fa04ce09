#include "assessment/document_feed.h"

#include <gtest/gtest.h>

namespace liem::assessment {
namespace {

Document in_state(DocumentState state) {
  Document document;
  document.id = "a";
  document.state = state;
  return document;
}

TEST(DocumentFeed, TellsTheNewestAndPassesOverWhatLiesBetween) {
  DocumentFeed feed;
  const auto listener = feed.listen("a");
  EXPECT_FALSE(listener->take());
  feed.tell(in_state(DocumentState::extracting));
  feed.tell(in_state(DocumentState::reading));
  EXPECT_EQ(listener->take()->document->state, DocumentState::reading);
  EXPECT_FALSE(listener->take());
}

TEST(DocumentFeed, TellsNothingOfOtherDocuments) {
  DocumentFeed feed;
  const auto other = feed.listen("b");
  feed.tell(in_state(DocumentState::done));
  EXPECT_FALSE(other->take());
}

TEST(DocumentFeed, WakesAtEachChangeAndForWhatCameBefore) {
  DocumentFeed feed;
  const auto listener = feed.listen("a");
  feed.tell(in_state(DocumentState::extracting));
  int woken = 0;
  listener->on_change([&] { ++woken; });
  EXPECT_EQ(woken, 1);
  feed.tell(in_state(DocumentState::reading));
  EXPECT_EQ(woken, 2);
}

TEST(DocumentFeed, SaysThatADocumentIsGoneAndNothingAfterThat) {
  DocumentFeed feed;
  const auto listener = feed.listen("a");
  feed.tell_gone("a");
  feed.tell(in_state(DocumentState::done));  // by a thread that was late
  const auto told = listener->take();
  ASSERT_TRUE(told);
  EXPECT_FALSE(told->document);
}

TEST(DocumentFeed, ForgetsListenersThatLeft) {
  DocumentFeed feed;
  int woken = 0;
  auto listener = feed.listen("a");
  listener->on_change([&] { ++woken; });
  listener.reset();
  feed.tell(in_state(DocumentState::done));
  EXPECT_EQ(woken, 0);
}

}  // namespace
}  // namespace liem::assessment
