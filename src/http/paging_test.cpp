#include "http/paging.h"

#include <gtest/gtest.h>

#include "base/percent.h"
#include "http/errors.h"

namespace liem::http {
namespace {

const std::vector<std::string> units{"sở a", "so-b", "so-c", "so-d", "so-e"};

std::vector<std::string> seen(const std::string& limit) {
  std::vector<std::string> out;
  Query query{{"limit", limit}};
  for (int pages = 0; pages < 10; ++pages) {
    const auto page = page_in(query, units.size(), [](std::size_t i) { return units[i]; });
    if (!page) return {"refused"};
    for (std::size_t i = page->begin; i < page->end; ++i) out.push_back(units[i]);
    if (!page->next) return out;
    query["cursor"] = *page->next;
  }
  return {"endless"};
}

TEST(Paging, ShowsEveryItemOnceWhateverTheLimit) {
  for (const char* limit : {"1", "2", "3", "4", "5", "6", "500"}) {
    EXPECT_EQ(seen(limit), units) << limit;
  }
}

TEST(Paging, RefusesLimitsOutOfBoundsAndCursorsOfNothing) {
  const std::vector<Query> wrong{
      {{"limit", "0"}}, {{"limit", "501"}}, {{"limit", "x"}}, {{"cursor", "so-x"}}};
  for (const auto& query : wrong) {
    const auto page = page_in(query, units.size(), [](std::size_t i) { return units[i]; });
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().message.id, errors::bad_field.id);
  }
}

TEST(Paging, LinksTheNextPageWithTheQuestionsAskedBefore) {
  Head head;
  head.target = "/api/v1/u?kind=so&cursor=alt&limit=1";
  const Parameters parameters;
  const std::optional<assessment::Viewer> nobody;
  const Call call{head, parameters, nobody, {}, nullptr};
  Response response;
  link_next(response, call, {0, 1, "sở a"});
  ASSERT_EQ(response.fields.size(), 1u);
  EXPECT_EQ(response.fields[0].second,
            "</api/v1/u?kind=so&limit=1&cursor=s%E1%BB%9F%20a>; rel=\"next\"");
  link_next(response, call, {1, 2, std::nullopt});
  EXPECT_EQ(response.fields.size(), 1u) << "no link behind the last page";
}

TEST(Percent, EncodesWhatItDecodes) {
  for (const char* text : {"so-a", "sở y tế", "a/b?c=d&e", "100%"}) {
    EXPECT_EQ(decode_percent(encode_percent(text)), text);
  }
}

}  // namespace
}  // namespace liem::http
