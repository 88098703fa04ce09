// Signing in where the province has its people sign in. Whom the provider names is let in where an
// administrator linked that name to an account; nothing else about a person is asked or believed.
#pragma once

#include <string>

#include "assessment/openid_provider.h"
#include "assessment/sign_in.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode openid_attempt_ended{"openid.attempt_ended", ErrorKind::unauthenticated};
inline constexpr ErrorCode openid_cancelled{"openid.cancelled", ErrorKind::unauthenticated};
inline constexpr ErrorCode openid_refused_there{"openid.refused_there", ErrorKind::unauthenticated};
inline constexpr ErrorCode openid_unknown_subject{"openid.unknown_subject", ErrorKind::forbidden};
inline constexpr ErrorCode openid_disabled{"openid.account_disabled", ErrorKind::forbidden};
}  // namespace errors

inline constexpr std::chrono::minutes openid_patience{10};

struct OpenidBegun {
  std::string address;  // where the browser goes
  std::string browser;  // for a cookie: only the browser that began can finish
};
// errors::too_many_attempts by the caller's address
Result<OpenidBegun> begin_openid(const Gate& gate, OpenidProvider& provider, const Caller& caller);

// What the browser brought back from the provider, and the cookie it holds.
struct OpenidReturn {
  std::string state, code, error, issuer;
  std::string browser;
};
// A whole session: the provider's second step counts, not the account's own. Both ways of it stand
// in the log.
Result<SignedIn> finish_openid(const Gate& gate, OpenidProvider& provider, const OpenidReturn& back,
                               const Caller& caller);

}  // namespace liem::assessment
