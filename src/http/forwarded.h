// Who really sent a request that came through a proxy: believed only of proxies that are trusted.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "http/message.h"

namespace liem::http {

struct Peer {
  boost::asio::ip::address address;
  bool encrypted = false;
};

// What a proxy said; empty where it said nothing.
struct Forwarded {
  std::string_view for_field, proto_field;  // X-Forwarded-For, X-Forwarded-Proto
};

// errors::bad_network for what is neither an address nor a network ("10.0.0.0/8").
Result<void> check_networks(const std::vector<std::string>& trusted);
bool trusts(const std::vector<std::string>& trusted, const boost::asio::ip::address& address);

// The last address of the field that no trusted proxy has.
Client client_of(const Peer& peer, const std::vector<std::string>& trusted,
                 const Forwarded& forwarded);

}  // namespace liem::http
