// Slows guessing down: per account, known or not, and per address.
#pragma once

#include <chrono>
#include <list>
#include <map>
#include <mutex>
#include <string>

#include "base/error.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode too_many_attempts{"assessment.too_many_attempts", ErrorKind::too_many};
}  // namespace errors

// Kept in memory; shared by all threads.
class SignInThrottle {
 public:
  using Time = std::chrono::sys_seconds;
  static constexpr int free_failures = 3;
  static constexpr std::chrono::seconds longest_wait{900};

  struct Bounds {
    std::size_t capacity = 10'000;          // names kept; beyond it the oldest is forgotten
    int free = free_failures;               // failures that cost no wait
    std::chrono::seconds forgives_after{};  // one failure each time so much has passed; 0: never
  };
  SignInThrottle() = default;
  explicit SignInThrottle(const Bounds& bounds) : bounds_(bounds) {}

  // Counts an attempt as failed until one of the two below is told; errors::too_many_attempts with
  // "retry_after" in seconds: 1, 2, 4 ... after the free ones.
  Result<void> attempt(const std::string& name, Time now);
  void succeeded(const std::string& name);  // forgets all its failures
  void was_none(const std::string& name);   // takes back the last attempt only

 private:
  struct Entry {
    int failures = 0;
    Time not_before{}, last{};
    std::list<std::string>::iterator place;
  };
  Entry& entry_of(const std::string& name, Time now);
  std::chrono::seconds wait_after(int failures) const;

  std::mutex mutex_;
  std::map<std::string, Entry, std::less<>> entries_;
  std::list<std::string> oldest_first_;
  Bounds bounds_;
};

// A whole office may come from one address, so an address may fail more often than an account, and
// is forgiven with time.
struct SignInThrottles {
  SignInThrottle accounts;
  SignInThrottle addresses{{10'000, 30, std::chrono::seconds(120)}};
  // Sign-ins begun at the province's provider and not finished: nothing is guessed by them, but
  // each is a row for ten minutes.
  SignInThrottle openid{{10'000, 120, std::chrono::seconds(5)}};
};

}  // namespace liem::assessment
