#include "http/forwarded.h"

#include <gmock/gmock.h>

namespace liem::http {
namespace {

const std::vector<std::string> proxies{"10.0.0.0/8", "192.168.1.7", "fd00::/8"};

Client client(const char* peer, Forwarded forwarded) {
  return client_of({boost::asio::ip::make_address(peer), false}, proxies, forwarded);
}

TEST(ForwardedClient, IsBelievedOfATrustedProxy) {
  const auto found = client("10.1.2.3", {"203.0.113.9", "https"});
  EXPECT_EQ(found.address, "203.0.113.9");
  EXPECT_TRUE(found.secure);
}

TEST(ForwardedClient, IsNotBelievedOfAnybodyElse) {
  const auto found = client("203.0.113.66", {"127.0.0.1", "https"});
  EXPECT_EQ(found.address, "203.0.113.66");
  EXPECT_FALSE(found.secure);
}

TEST(ForwardedClient, IsTheLastThatIsNoProxyBecauseTheFirstMayBeMadeUp) {
  EXPECT_EQ(client("10.1.2.3", {"1.2.3.4, 203.0.113.9, 192.168.1.7", ""}).address, "203.0.113.9");
}

TEST(ForwardedClient, IsTheProxyWhereItSaysNothingThatIsAnAddress) {
  EXPECT_EQ(client("10.1.2.3", {"unknown", ""}).address, "10.1.2.3");
  EXPECT_EQ(client("10.1.2.3", {"", ""}).address, "10.1.2.3");
}

TEST(TrustedProxy, IsFoundAlsoThroughASocketOfBothKinds) {
  EXPECT_TRUE(trusts(proxies, boost::asio::ip::make_address("::ffff:10.1.2.3")));
  EXPECT_TRUE(trusts(proxies, boost::asio::ip::make_address("fd12::1")));
  EXPECT_FALSE(trusts(proxies, boost::asio::ip::make_address("192.168.1.8")));
}

TEST(TrustedProxies, AreAddressesAndNetworks) {
  EXPECT_TRUE(check_networks(proxies));
  EXPECT_EQ(check_networks({"proxy.example"}).error().message.id, "http.bad_network");
}

}  // namespace
}  // namespace liem::http
