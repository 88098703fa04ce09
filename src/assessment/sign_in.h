// Who an account's holder is, proved by a password, and later by a token.
#pragma once

#include <chrono>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <span>
#include <string>

#include "assessment/access.h"
#include "assessment/repeated_acts.h"
#include "assessment/store.h"
#include "base/error.h"

namespace liem::assessment {

namespace errors {
// A wrong name and a wrong password answer alike.
inline constexpr ErrorCode wrong_credentials{"assessment.wrong_credentials",
                                             ErrorKind::unauthenticated};
inline constexpr ErrorCode too_many_attempts{"assessment.too_many_attempts", ErrorKind::too_many};
inline constexpr ErrorCode session_ended{"assessment.session_ended", ErrorKind::unauthenticated};
}  // namespace errors

using Time = std::chrono::sys_seconds;
using RandomBytes = std::function<void(std::span<unsigned char>)>;

inline constexpr std::chrono::hours session_lifetime{12};

// Slows down guessing per account name, known or not. Kept in memory; shared by all threads.
class SignInThrottle {
 public:
  static constexpr int free_failures = 3;
  static constexpr std::chrono::seconds longest_wait{900};

  explicit SignInThrottle(std::size_t capacity = 10'000) : capacity_(capacity) {}

  // Counts an attempt as failed until succeeded() is told; errors::too_many_attempts with
  // "retry_after" in seconds: 1, 2, 4 ... after the free ones.
  Result<void> attempt(const std::string& account, Time now);
  void succeeded(const std::string& account);

 private:
  struct Entry {
    int failures = 0;
    Time not_before{};
    std::list<std::string>::iterator place;
  };
  std::mutex mutex_;
  std::map<std::string, Entry, std::less<>> entries_;
  std::list<std::string> oldest_first_;  // forgotten from the front beyond the capacity
  std::size_t capacity_;
};

struct SignedIn {
  Viewer viewer;
  std::string token;  // for the cookie; only its hash is kept
};

// Both ways of it go into the log; a flood of failures as RepeatedActs counts it.
Result<SignedIn> sign_in(Store& store, SignInThrottle& throttle, RepeatedActs& repeated,
                         const std::string& province, const std::string& account,
                         std::string_view password, Time now, const RandomBytes& random);
// errors::session_ended for a token that is unknown or past its time.
Result<Viewer> viewer_of(Store& store, const std::string& province, std::string_view token,
                         Time now);
Result<void> sign_out(Store& store, const Viewer& viewer, std::string_view token, Time now);

}  // namespace liem::assessment
