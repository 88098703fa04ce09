#include "http/router.h"

#include <gtest/gtest.h>

#include "http/errors.h"

namespace liem::http {
namespace {

Result<Response> nothing(const Call&) { return Response{}; }

const Router router = [] {
  Router out;
  out.add({Method::get, "/api/rounds", Access::open, Cost::light, "", 0, nothing});
  out.add(
      {Method::get, "/api/rounds/{round}/units/{unit}", Access::open, Cost::light, "", 0, nothing});
  out.add({Method::post, "/api/rounds", Access::open, Cost::light, "", 0, nothing});
  return out;
}();

Head asking(Method method) {
  Head head;
  head.method = method;
  return head;
}

std::string refusal(Method method, std::string_view target) {
  const auto path = parse_path(target);
  if (!path) return path.error().message.id;
  const auto match = router.match(asking(method), *path);
  return match ? match->route->pattern : match.error().message.id;
}

TEST(Router, FillsParametersWithDecodedSegments) {
  const auto match =
      router.match(asking(Method::get), *parse_path("/api/rounds/r%201/units/s%C6%A1?x=1"));
  ASSERT_TRUE(match);
  EXPECT_EQ(match->parameters.at("round"), "r 1");
  EXPECT_EQ(match->parameters.at("unit"), "sơ");
}

TEST(Router, FindsTheGetRouteForHead) {
  EXPECT_EQ(refusal(Method::head, "/api/rounds"), "/api/rounds");
}

TEST(Router, NamesTheMethodsAnAddressTakes) {
  const auto match = router.match(asking(Method::del), *parse_path("/api/rounds"));
  ASSERT_FALSE(match);
  EXPECT_EQ(match.error().message.id, "http.wrong_method");
  EXPECT_EQ(match.error().message.args[1],
            (std::pair<std::string, std::string>("allow", "GET, HEAD, POST")));
}

TEST(Router, NamesAMethodItDoesNotKnowAsItWasSent) {
  Head head = asking(Method::other);
  head.other_method = "BREW";
  const auto match = router.match(head, *parse_path("/api/rounds"));
  ASSERT_FALSE(match);
  EXPECT_EQ(match.error().message.args[0], (std::pair<std::string, std::string>("method", "BREW")));
}

TEST(Router, KnowsNoPathOfAnotherLength) {
  for (const auto* path : {"/", "/api", "/api/rounds/", "/api/rounds/r", "/api/rounds//units/u",
                           "/api/rounds/r/units/u/x"}) {
    EXPECT_EQ(refusal(Method::get, path), "http.unknown_path") << path;
  }
}

TEST(Path, RefusesWhatCouldLeadElsewhere) {
  for (const auto* target :
       {"", "a", "*", "http://x/", "/a/../b", "/%2e%2e/b", "/a%2fb", "/a%00", "/a%0d%0a", "/a\\b",
        "/%5c", "/a%", "/a%2", "/a%zz", "/%ff", "/%c0%af", "/./a"}) {
    const auto path = parse_path(target);
    ASSERT_FALSE(path) << target;
    EXPECT_EQ(path.error().message.id, "http.bad_path") << target;
  }
}

TEST(Path, LeavesTheQueryAside) {
  EXPECT_EQ(parse_path("/a/b?c=/../d")->text, "/a/b");
  EXPECT_EQ(parse_path("/")->text, "/");
  EXPECT_EQ(parse_path("/a/")->text, "/a/");
  EXPECT_TRUE(parse_path("/")->segments.empty());
}

}  // namespace
}  // namespace liem::http
