// Who an account is at the province's provider of sign-ins, and the sign-ins under way there.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "ledger/entry.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode subject_taken{"openid.subject_taken", ErrorKind::conflict};
inline constexpr ErrorCode account_linked{"openid.account_linked", ErrorKind::conflict};
inline constexpr ErrorCode not_linked{"openid.not_linked", ErrorKind::conflict};
}  // namespace errors

// `subject` is the provider's name for a person, `issuer` the provider's own.
struct Identity {
  std::string issuer, subject, account;
  std::chrono::sys_seconds linked{};
  bool operator==(const Identity&) const = default;
};

// What must come back of a sign-in that began here.
struct OpenidAttempt {
  std::string state_hash;    // hexadecimal SHA-256 of what the provider hands back
  std::string browser_hash;  // likewise of what the browser alone holds
  std::string nonce, verifier;
  std::chrono::sys_seconds expires{};
  bool operator==(const OpenidAttempt&) const = default;
};

class IdentityStore {
 public:
  using Time = std::chrono::sys_seconds;
  virtual ~IdentityStore() = default;

  virtual Result<std::vector<Identity>> all(const std::string& province) = 0;  // by account
  virtual Result<std::optional<Identity>> identity(const std::string& province,
                                                   const std::string& issuer,
                                                   const std::string& subject) = 0;
  // errors::subject_taken; errors::account_linked, by the same issuer.
  virtual Result<void> link(const std::string& province, const Identity& identity,
                            const ledger::Act& act) = 0;
  // Of every issuer; sessions that began with one of them end. errors::not_linked
  virtual Result<void> unlink(const std::string& province, const std::string& account,
                              const ledger::Act& act) = 0;

  // Also forgets those of the province that ended before `now`.
  virtual Result<void> begin(const std::string& province, const OpenidAttempt& attempt,
                             Time now) = 0;
  // Used up by it; nothing where there is none of this state in this browser.
  virtual Result<std::optional<OpenidAttempt>> take(const std::string& province,
                                                    const std::string& state_hash,
                                                    const std::string& browser_hash) = 0;
};

}  // namespace liem::assessment
