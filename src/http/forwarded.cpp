#include "http/forwarded.h"

#include <algorithm>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include "http/errors.h"

namespace liem::http {
namespace {

namespace ip = boost::asio::ip;
using boost::system::error_code;

// IPv4 that came in through a socket of both kinds, as IPv4.
ip::address plain(const ip::address& address) {
  if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
  return ip::make_address_v4(ip::v4_mapped, address.to_v6());
}

template <class Network, class Address>
bool holds(const Network& network, const Address& address) {
  const auto hosts = network.hosts();
  return network.network() == address || hosts.find(address) != hosts.end();
}

bool holds(const std::string& entry, const ip::address& address) {
  error_code failed;
  if (entry.find('/') == std::string::npos) return ip::make_address(entry, failed) == address;
  if (address.is_v4()) {
    const auto network = ip::make_network_v4(entry, failed);
    return !failed && holds(network, address.to_v4());
  }
  const auto network = ip::make_network_v6(entry, failed);
  return !failed && holds(network, address.to_v6());
}

bool is_place(const std::string& entry) {
  error_code four, six, one;
  ip::make_network_v4(entry, four);
  ip::make_network_v6(entry, six);
  ip::make_address(entry, one);
  return !four || !six || !one;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

Result<void> check_networks(const std::vector<std::string>& trusted) {
  for (const auto& entry : trusted) {
    if (!is_place(entry)) return fail(errors::bad_network, {{"given", entry}});
  }
  return {};
}

bool trusts(const std::vector<std::string>& trusted, const ip::address& address) {
  return std::ranges::any_of(
      trusted, [&](const std::string& entry) { return holds(entry, plain(address)); });
}

Client client_of(const Peer& peer, const std::vector<std::string>& trusted,
                 const Forwarded& forwarded) {
  Client client{plain(peer.address).to_string(), peer.encrypted};
  if (!trusts(trusted, peer.address)) return client;
  client.secure = trimmed(forwarded.proto_field) == "https";
  std::string_view left = forwarded.for_field;
  while (!left.empty()) {
    const auto comma = left.rfind(',');
    const auto last = trimmed(comma == left.npos ? left : left.substr(comma + 1));
    error_code failed;
    const auto address = ip::make_address(last, failed);
    if (failed) return client;
    client.address = plain(address).to_string();
    if (!trusts(trusted, address)) return client;
    left = comma == left.npos ? std::string_view() : left.substr(0, comma);
  }
  return client;
}

}  // namespace liem::http
