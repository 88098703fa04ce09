#include <boost/asio/ip/address.hpp>
#include <charconv>

#include "http/errors.h"
#include "http/server.h"

namespace liem::http {

Result<ListenAddress> parse_listen(std::string_view text) {
  const auto wrong = fail(errors::bad_listen, {{"listen", std::string(text)}});
  const auto colon = text.rfind(':');
  if (colon == text.npos) return wrong;
  std::string_view host = text.substr(0, colon);
  const std::string_view port = text.substr(colon + 1);
  ListenAddress out;
  const auto [end, failed] = std::from_chars(port.data(), port.data() + port.size(), out.port);
  if (port.empty() || failed != std::errc() || end != port.data() + port.size()) return wrong;
  const bool bracketed = host.starts_with('[') && host.ends_with(']');
  if (bracketed) host = host.substr(1, host.size() - 2);
  if (host.empty()) host = "::";
  if (host == "localhost") host = "127.0.0.1";
  boost::system::error_code bad;
  const auto address = boost::asio::ip::make_address(host, bad);
  if (bad || (address.is_v6() && !bracketed && host != "::")) return wrong;
  out.host = address.to_string();
  return out;
}

}  // namespace liem::http
