// Who an account's holder is: proved by a password and, where the account has one, a second step;
// later by the token of the session, or by one that a program was given.
#pragma once

#include <chrono>
#include <functional>
#include <span>
#include <string>

#include "accounts/totp.h"
#include "assessment/access.h"
#include "assessment/repeated_acts.h"
#include "assessment/sign_in_throttle.h"
#include "assessment/store.h"
#include "base/error.h"

namespace liem::assessment {

namespace errors {
// A wrong name and a wrong password answer alike.
inline constexpr ErrorCode wrong_credentials{"assessment.wrong_credentials",
                                             ErrorKind::unauthenticated};
// Of a person who is signed in: no 401, which would say that the session ended.
inline constexpr ErrorCode wrong_password{"assessment.wrong_password", ErrorKind::bad_input};
inline constexpr ErrorCode code_refused{"assessment.code_refused", ErrorKind::bad_input};
inline constexpr ErrorCode no_second_step{"assessment.no_second_step", ErrorKind::conflict};
inline constexpr ErrorCode wrong_code{"assessment.wrong_code", ErrorKind::unauthenticated};
inline constexpr ErrorCode session_ended{"assessment.session_ended", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_invalid{"assessment.token_invalid", ErrorKind::unauthenticated};
}  // namespace errors

using Time = std::chrono::sys_seconds;
using RandomBytes = std::function<void(std::span<unsigned char>)>;

// How long a session lasts: unused, and however much it is used.
struct SessionLimits {
  std::chrono::seconds idle = std::chrono::hours(2), longest = std::chrono::hours(12);
};
inline constexpr std::chrono::minutes second_step_patience{5};

// What proving oneself works with, at one moment.
struct Gate {
  Store& store;
  SignInThrottles& throttles;
  RepeatedActs& repeated;
  const std::string& province;
  const SessionLimits& limits;
  Time now;
  const RandomBytes& random;
};

// Where a request comes from; for the slow-down and for the list of sessions.
struct Caller {
  std::string address, program;
};

struct SignedIn {
  Viewer viewer;
  std::string token;  // for the cookie; only its hash is kept
  Stage stage = Stage::whole;
  std::chrono::seconds lifetime{};
};

// Both ways of it go into the log; a flood of failures as RepeatedActs counts it. Where the account
// has a second step, only second_step() makes the session whole.
Result<SignedIn> sign_in(const Gate& gate, const std::string& account, std::string_view password,
                         const Caller& caller);
// `code` is the authenticator's or a recovery code; the token of before is worth nothing after.
// errors::session_ended where nobody is half signed in by `token`.
Result<SignedIn> second_step(const Gate& gate, std::string_view token, std::string_view code,
                             const Caller& caller);

// For the holder of an account who proved elsewhere who he is.
Result<SignedIn> let_in(const Gate& gate, const Account& account, SignInWay way,
                        const Caller& caller);

// errors::session_ended for a token that is unknown, past its time or only half signed in.
Result<Viewer> viewer_of(Store& store, const std::string& province, std::string_view token,
                         const SessionLimits& limits, Time now);
// For a program's token; errors::token_invalid where it is unknown, past its end or revoked.
Result<Viewer> viewer_of_token(Store& store, const std::string& province, std::string_view token,
                               Time now);
Result<void> sign_out(Store& store, const Viewer& viewer, std::string_view token, Time now);

// Asks a signed-in person for the password again; wrong ones are slowed down and logged as at
// sign-in. The account as it stands.
Result<Account> prove_password(const Gate& gate, const Viewer& viewer, std::string_view password,
                               const Caller& caller);
// Likewise for a code of the second step, which is used up by it.
Result<void> prove_code(const Gate& gate, const Viewer& viewer, std::string_view code,
                        const Caller& caller);

// Neither past its end nor unused for too long.
bool lasts(const Session& session, const SessionLimits& limits, Time now);

// What its authenticator was told.
accounts::TotpSecret secret_of(const SecondStep& step);

// As kept: the hash of a recovery code, however it was typed.
std::string recovery_hash(const std::string& account, std::string_view typed);

}  // namespace liem::assessment
