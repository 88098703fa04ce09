#include <gtest/gtest.h>

#include "http/server.h"
#include "http/wire.h"

namespace liem::http {
namespace {

std::string listens(std::string_view text) {
  const auto listen = parse_listen(text);
  return listen ? address_text(*listen) : "refused";
}

TEST(Listen, TakesBothFamiliesAndTheirShortForms) {
  EXPECT_EQ(listens("127.0.0.1:8080"), "127.0.0.1:8080");
  EXPECT_EQ(listens("[::1]:80"), "[::1]:80");
  EXPECT_EQ(listens("localhost:0"), "127.0.0.1:0");
  EXPECT_EQ(listens(":8080"), "[::]:8080");
}

TEST(Listen, RefusesWhatIsNoAddress) {
  for (const auto* text : {"", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:70000",
                           "::1:80", "example.org:80", "[::1:80"}) {
    EXPECT_EQ(listens(text), "refused") << text;
  }
}

TEST(WireHead, SaysLengthAndWhetherTheConnectionStaysOpen) {
  const Response response{200, {{"X", "y"}}, "four"};
  EXPECT_EQ(wire_head(response, Keep::open, DateField().at({})),
            "HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nConnection: keep-alive\r\n"
            "X: y\r\nContent-Length: 4\r\n\r\n");
  EXPECT_EQ(wire_head({204, {}, ""}, Keep::close, DateField().at({})),
            "HTTP/1.1 204 No Content\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nConnection: "
            "close\r\n\r\n");
}

}  // namespace
}  // namespace liem::http
