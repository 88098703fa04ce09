// What is kept of accounts, and of how each proves who it is. Every write that somebody asks for
// takes the act it is, as in store.h.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "accounts/api_token.h"
#include "assessment/round.h"
#include "base/error.h"
#include "ledger/entry.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode account_exists{"assessment.account_exists", ErrorKind::conflict};
inline constexpr ErrorCode account_unknown{"assessment.account_unknown", ErrorKind::not_found};
// The password, the code or the second step changed while this was on its way.
inline constexpr ErrorCode proof_changed{"assessment.proof_changed", ErrorKind::conflict};
inline constexpr ErrorCode code_used{"assessment.code_used", ErrorKind::unauthenticated};
}  // namespace errors

// How far a sign-in went.
enum class Stage { whole, second_step };
// By what its holder proved who he is: here, or at the province's provider of sign-ins.
enum class SignInWay { password, openid };
std::string_view name_of(SignInWay way);

struct Session {
  std::string token_hash;  // hexadecimal SHA-256: a stolen store signs nobody in
  std::string id;          // for its owner's list; proves nothing
  std::string account;
  std::chrono::sys_seconds made{}, seen{}, expires{};
  std::string address, program;
  Stage stage = Stage::whole;
  SignInWay way = SignInWay::password;
  bool operator==(const Session&) const = default;
};

struct NewPassword {
  std::string account;
  std::string hashed;
  bool due = false;          // chosen by another: to be changed at the next sign-in
  std::string kept_session;  // token's hash; every other session of the account ends
  std::string before;        // hash it takes the place of; empty: whatever stands there
};

struct SecondStep {
  std::string secret;  // hexadecimal
  bool confirmed = false;
  std::optional<std::int64_t> last_step;
  std::size_t recovery_left = 0;
  bool operator==(const SecondStep&) const = default;
};

// A time step of the authenticator, or the hash of a recovery code.
using SecondProof = std::variant<std::int64_t, std::string>;

class AccountStore {
 public:
  using Time = std::chrono::sys_seconds;
  virtual ~AccountStore() = default;

  virtual Result<std::vector<Account>> all(const std::string& province) = 0;  // by name
  // errors::account_exists
  virtual Result<void> add(const std::string& province, const Account& account,
                           const ledger::Act& act) = 0;
  // errors::account_unknown; errors::proof_changed where `before` stands no more. A password that
  // is due revokes the account's tokens too.
  virtual Result<void> set_password(const std::string& province, const NewPassword& password,
                                    Time now, const ledger::Act& act) = 0;
  // Ends the account's sessions where it is disabled. errors::account_unknown
  virtual Result<void> set_disabled(const std::string& province, const std::string& account,
                                    std::optional<Time> since, const ledger::Act& act) = 0;

  // Also forgets every session of the province that ended before `now`.
  virtual Result<void> add_session(const std::string& province, const Session& session, Time now,
                                   const std::vector<ledger::Act>& acts) = 0;
  virtual Result<std::optional<Session>> session(const std::string& province,
                                                 const std::string& token_hash) = 0;
  virtual Result<std::vector<Session>> sessions(const std::string& province,
                                                const std::string& account) = 0;  // newest first
  virtual Result<void> see_session(const std::string& province, const std::string& token_hash,
                                   Time now) = 0;
  virtual Result<void> end_session(const std::string& province, const std::string& token_hash,
                                   const ledger::Act& act) = 0;
  // False where the account has no session of this id.
  virtual Result<bool> end_session_of(const std::string& province, const std::string& account,
                                      const std::string& id, const ledger::Act& act) = 0;
  virtual Result<void> end_other_sessions(const std::string& province, const std::string& account,
                                          const std::string& kept, const ledger::Act& act) = 0;

  virtual Result<std::optional<SecondStep>> second_step(const std::string& province,
                                                        const std::string& account) = 0;
  // Takes the place of one that was never confirmed; errors::proof_changed of one that was.
  virtual Result<void> begin_second_step(const std::string& province, const std::string& account,
                                         const std::string& secret, const ledger::Act& act) = 0;
  // errors::proof_changed where `secret` is not the one that waits to be confirmed.
  virtual Result<void> confirm_second_step(const std::string& province, const std::string& account,
                                           const SecondStep& confirmed,
                                           const std::vector<std::string>& recovery_hashes,
                                           const ledger::Act& act) = 0;
  virtual Result<void> remove_second_step(const std::string& province, const std::string& account,
                                          const ledger::Act& act) = 0;
  // errors::code_used where it was used already or is none; in the same transaction the session
  // `half` ends and `whole` begins.
  virtual Result<void> pass_second_step(const std::string& province, const SecondProof& proof,
                                        const std::string& half, const Session& whole,
                                        const std::vector<ledger::Act>& acts) = 0;
  // As above, for what else asks for a code.
  virtual Result<void> use_proof(const std::string& province, const std::string& account,
                                 const SecondProof& proof, Time now) = 0;

  virtual Result<void> add_token(const std::string& province, const accounts::ApiToken& token,
                                 const ledger::Act& act) = 0;
  virtual Result<std::optional<accounts::ApiToken>> token(const std::string& province,
                                                          const std::string& id) = 0;
  virtual Result<std::vector<accounts::ApiToken>> tokens(const std::string& province,
                                                         const std::string& account) = 0;
  virtual Result<void> see_token(const std::string& province, const std::string& id, Time now) = 0;
  // False where the account has no such token that is not revoked yet.
  virtual Result<bool> revoke_token(const std::string& province, const std::string& account,
                                    const std::string& id, Time now, const ledger::Act& act) = 0;
};

}  // namespace liem::assessment
