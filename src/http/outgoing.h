// What this server asks of others, on libcurl: certificates checked, no redirects followed, limits
// on time and size.
#pragma once

#include <string>

#include "assessment/openid_provider.h"
#include "base/error.h"

namespace liem::http {

namespace errors {
inline constexpr ErrorCode bad_authorities{"openid.bad_authorities", ErrorKind::bad_input};
}  // namespace errors

class Outgoing {
 public:
  // `authorities`: a file of certificates in PEM that are trusted in place of the system's; empty:
  // the system's. errors::bad_authorities
  static Result<Outgoing> open(std::string authorities);

  // errors::openid_unreachable with the reason. Plain http is spoken where the address says so,
  // and then past every proxy.
  Result<assessment::Brought> carry(const assessment::Errand& errand) const;

 private:
  explicit Outgoing(std::string authorities) : authorities_(std::move(authorities)) {}
  std::string authorities_;
};

}  // namespace liem::http
