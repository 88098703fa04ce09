#include "http/application.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "assessment/sign_in.h"
#include "http/cookie.h"

namespace liem::http {
namespace {

const char script[] = "let x;";
const char script_gz[] = "GZ";
const char page[] = "<!doctype html>";
const EmbeddedFile web_files[] = {
    {"assets/index-Ab12_Cd34.js", script, script + 6},
    {"assets/index-Ab12_Cd34.js.gz", script_gz, script_gz + 2},
    {"index.html", page, page + 15},
};

struct ApplicationTest : testing::Test {
  Catalogue catalogue;
  Application application{make(), Site::from(web_files), &who, catalogue};

  static Router make() {
    Router router;
    const auto echo = [](const Call& call) -> Result<Response> {
      return json_response(std::string(call.body) + (call.viewer ? call.viewer->account : ""));
    };
    router.add({Method::get, "/api/mine", Access::signed_in, Cost::light, "", 0, echo});
    router.add({Method::post, "/api/mine", Access::signed_in, Cost::light, "text/plain", 10, echo});
    router.add({Method::post, "/api/own", Access::person, Cost::light, "text/plain", 10, echo});
    router.add(
        {Method::post, "/api/due", Access::password_due, Cost::light, "text/plain", 10, echo});
    router.add({Method::get, "/healthz", Access::open, Cost::light, "", 0, echo});
    Route known{Method::get, "/api/known/{what}", Access::signed_in, Cost::library, "", 0, echo};
    known.at_once = [](const Call& call) -> std::optional<Response> {
      if (call.parameters.at("what") != "here") return std::nullopt;
      return json_response("there already");
    };
    router.add(std::move(known));
    return router;
  }
  static Result<Asker> who(const Head& head) {
    assessment::Viewer viewer{"tinh", "anh", "Anh", assessment::Role::clerk, "so-a"};
    if (const auto token = bearer_token(head.authorization)) {
      viewer.by_token = true;
      viewer.may_write = *token == "writer";
      return Asker{viewer};
    }
    const auto token = session_token(head.cookie);
    if (!head.acting_for.empty()) viewer.acting_for = assessment::ActingFor{head.acting_for, ""};
    if (token != "good" && token != "due") return fail(assessment::errors::session_ended);
    viewer.password_due = token == "due";
    return Asker{viewer};
  }
  Response ask(Head head, std::string_view body = "") const {
    auto admission = application.admit(head);
    return admission.response ? *admission.response : application.answer(head, admission, body);
  }
  static Head head(Method method, std::string target) {
    Head out;
    out.method = method;
    out.target = std::move(target);
    out.host = "liem.test";
    out.cookie = "a=b; liem_session=good";
    out.content_type = "text/plain; charset=utf-8";
    return out;
  }
};

std::string field(const Response& response, std::string_view name) {
  for (const auto& [known, value] : response.fields) {
    if (known == name) return value;
  }
  return "";
}

TEST_F(ApplicationTest, HandsTheViewerToTheRoute) {
  EXPECT_EQ(ask(head(Method::get, "/api/mine")).body, "anh");
}

TEST_F(ApplicationTest, LetsAProgramDoWhatItsTokenSaysAndNoMore) {
  Head program = head(Method::get, "/api/mine");
  program.cookie.clear();
  program.authorization = "Bearer reader";
  EXPECT_EQ(ask(program).body, "anh");
  program.method = Method::post;
  EXPECT_EQ(ask(program).status, 403);
  program.authorization = "bearer writer";
  program.origin = "https://elsewhere.test";  // a page cannot send what it does not hold
  EXPECT_EQ(ask(program).status, 200);
  program.target = "/api/own";
  EXPECT_EQ(ask(program).status, 403);
  program.origin.clear();
  program.authorization = "Basic writer";
  EXPECT_EQ(ask(program).status, 401);
}

TEST_F(ApplicationTest, LetsWhoMustChangeThePasswordDoNothingElse) {
  Head newcomer = head(Method::post, "/api/mine");
  newcomer.cookie = "liem_session=due";
  EXPECT_EQ(ask(newcomer).status, 403);
  newcomer.target = "/api/own";
  EXPECT_EQ(ask(newcomer).status, 403);
  newcomer.target = "/api/due";
  EXPECT_EQ(ask(newcomer).status, 200);
}

TEST_F(ApplicationTest, LetsWhoActsForAnotherReachNothingOfAnAccountsOwn) {
  Head deputy = head(Method::post, "/api/mine");
  deputy.acting_for = "giamdoc";
  EXPECT_EQ(ask(deputy).status, 200);
  for (const char* own : {"/api/own", "/api/due"}) {
    deputy.target = own;
    EXPECT_EQ(ask(deputy).status, 403) << own;
  }
}

TEST_F(ApplicationTest, RefusesWithoutASessionBeforeABodyIsRead) {
  Head stranger = head(Method::post, "/api/mine");
  stranger.cookie = "liem_session=bad";
  const auto admission = application.admit(stranger);
  ASSERT_TRUE(admission.response);
  EXPECT_EQ(admission.response->status, 401);
}

TEST_F(ApplicationTest, RefusesAChangeAskedForByAnotherSitesPage) {
  Head foreign = head(Method::post, "/api/mine");
  foreign.origin = "https://elsewhere.test";
  EXPECT_EQ(ask(foreign).status, 403);
  foreign.origin = "null";
  EXPECT_EQ(ask(foreign).status, 403);
  foreign.origin = "";
  foreign.fetch_site = "cross-site";
  EXPECT_EQ(ask(foreign).status, 403);
  foreign.fetch_site = "same-origin";
  foreign.origin = "https://liem.test";
  EXPECT_EQ(ask(foreign, "x").status, 200);
}

TEST_F(ApplicationTest, RefusesABodyOfAnotherType) {
  Head wrong = head(Method::post, "/api/mine");
  for (const auto* type : {"", "application/json", "text/plainer"}) {
    wrong.content_type = type;
    EXPECT_EQ(ask(wrong).status, 415) << type;
  }
}

TEST_F(ApplicationTest, AnswersUnknownApiPathsWithAProblemInBothLanguages) {
  const auto response = ask(head(Method::get, "/api/nothing"));
  EXPECT_EQ(response.status, 404);
  EXPECT_EQ(field(response, "Content-Type"), "application/problem+json");
  const auto problem = boost::json::parse(response.body);
  EXPECT_EQ(problem.at("code").as_string(), "http.unknown_path");
  EXPECT_TRUE(problem.at("message").at("vi").is_string());
  EXPECT_TRUE(problem.at("message").at("en").is_string());
}

TEST_F(ApplicationTest, NamesTheAllowedMethods) {
  const auto response = ask(head(Method::put, "/api/mine"));
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(field(response, "Allow"), "GET, HEAD, POST");
}

TEST_F(ApplicationTest, AnswersThePagesOwnAddressesWithThePage) {
  for (const auto* target : {"/", "/rounds/r/units/u", "/reports/a.b", "/apis"}) {
    const auto response = ask(head(Method::get, target));
    EXPECT_EQ(response.status, 200) << target;
    EXPECT_EQ(response.bytes(), page) << target;
    EXPECT_EQ(field(response, "Cache-Control"), "no-cache") << target;
  }
  EXPECT_EQ(ask(head(Method::post, "/rounds")).status, 405);
  EXPECT_EQ(ask(head(Method::get, "/assets/gone.js")).status, 404);
}

TEST_F(ApplicationTest, SendsHashedFilesForEverAndCompressedWhereAccepted) {
  Head wanted = head(Method::get, "/assets/index-Ab12_Cd34.js");
  auto response = ask(wanted);
  EXPECT_EQ(response.bytes(), script);
  EXPECT_EQ(field(response, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(field(response, "Content-Type"), "text/javascript; charset=utf-8");
  wanted.accept_encoding = "br, gzip";
  response = ask(wanted);
  EXPECT_EQ(response.bytes(), script_gz);
  EXPECT_EQ(field(response, "Content-Encoding"), "gzip");
  wanted.if_none_match = field(response, "ETag");
  response = ask(wanted);
  EXPECT_EQ(response.status, 304);
  EXPECT_EQ(response.bytes(), "");
}

TEST_F(ApplicationTest, SendsSecurityFieldsWithEveryAnswer) {
  for (const auto* target : {"/", "/healthz", "/api/mine", "/api/nothing", "/%"}) {
    const auto response = ask(head(Method::get, target));
    const auto policy = field(response, "Content-Security-Policy");
    EXPECT_THAT(policy, testing::HasSubstr("script-src 'self';")) << target;
    EXPECT_THAT(policy, testing::HasSubstr("frame-ancestors 'none'")) << target;
    EXPECT_EQ(field(response, "X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(field(response, "Referrer-Policy"), "no-referrer") << target;
  }
}

TEST(Cookie, IsFoundAmongOthers) {
  EXPECT_EQ(session_token("a=1; liem_session=t; b=2"), "t");
  EXPECT_EQ(session_token("xliem_session=t"), "");
  EXPECT_EQ(session_token(""), "");
}

TEST(Cookie, IsSecureWhereThePageCameByHttps) {
  Head head;
  head.origin = "https://liem.test";
  EXPECT_EQ(session_cookie("t", std::chrono::seconds(5), head),
            "liem_session=t; Path=/; HttpOnly; SameSite=Strict; Max-Age=5; Secure");
  head.origin = "http://127.0.0.1:8080";
  EXPECT_EQ(session_cookie("t", std::chrono::seconds(5), head),
            "liem_session=t; Path=/; HttpOnly; SameSite=Strict; Max-Age=5");
}

TEST_F(ApplicationTest, GivesAtOnceWhatIsThereAlreadyAndOnlyToWhoIsLetIn) {
  const auto at_once = [&](const Head& asked) -> std::string {
    const auto admission = application.admit(asked);
    if (admission.response) return std::to_string(admission.response->status);
    const auto known = application.answer_at_once(asked, admission);
    if (!known) return "to be made";
    return known->body + (field(*known, "X-Frame-Options").empty() ? " bare" : "");
  };
  EXPECT_EQ(at_once(head(Method::get, "/api/known/here")), "there already");
  EXPECT_EQ(at_once(head(Method::get, "/api/known/else")), "to be made");
  EXPECT_EQ(at_once(head(Method::get, "/api/mine")), "to be made");
  auto nobody = head(Method::get, "/api/known/here");
  nobody.cookie.clear();
  EXPECT_EQ(at_once(nobody), "401");
}

}  // namespace
}  // namespace liem::http
