// Hands a mail to the installation's mail server, on libcurl: certificates checked, limits on time.
#pragma once

#include <string>

#include "assessment/mail.h"
#include "base/error.h"

namespace liem::http {

namespace errors {
inline constexpr ErrorCode mail_unreachable{"mail.unreachable", ErrorKind::unavailable};
inline constexpr ErrorCode mail_put_off{"mail.put_off", ErrorKind::unavailable};
inline constexpr ErrorCode mail_refused{"mail.refused", ErrorKind::bad_input};
// The whole mail went out and no answer came back: it may have been taken.
inline constexpr ErrorCode mail_unknown{"mail.unknown", ErrorKind::conflict};
}  // namespace errors

struct MailServer {
  enum class Security { none, starttls, tls };
  std::string host;
  int port = 587;
  Security security = Security::starttls;
  std::string user, password;  // both empty: without signing in
  std::string authorities;     // as Outgoing's
};

inline constexpr long longest_mail_delivery = 60'000;  // milliseconds

void prepare_mail();  // once, before there are threads

// Each error has the reason, which is the server's or the network's.
Result<void> deliver(const MailServer& server, const assessment::Mail& mail);

}  // namespace liem::http
