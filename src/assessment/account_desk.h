// What whoever keeps the server does with accounts, at its terminal.
#pragma once

#include "assessment/sign_in.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode account_taken{"assessment.account_taken", ErrorKind::conflict};
inline constexpr ErrorCode account_name{"assessment.account_name", ErrorKind::bad_input};
inline constexpr ErrorCode account_unit{"assessment.account_unit", ErrorKind::not_found};
inline constexpr ErrorCode openid_bad_issuer{"openid.bad_issuer", ErrorKind::bad_input};
inline constexpr ErrorCode openid_bad_subject{"openid.bad_subject", ErrorKind::bad_input};
inline constexpr ErrorCode no_second_step_of{"assessment.no_second_step_of", ErrorKind::conflict};
}  // namespace errors

// Small letters, digits and . - _ @, at most 100.
bool is_account_name(std::string_view text);

struct AccountDesk {
  Store& store;
  const std::string& province;
  std::string by;  // as the log calls who works there
  Time now;
  const RandomBytes& random;
};

// Both give the password that holds until the next sign-in, where another takes its place.
Result<std::string> add_account(const AccountDesk& desk, const Account& account);
Result<std::string> reset_password(const AccountDesk& desk, const std::string& account);

enum class Standing { enabled, disabled };
Result<void> set_standing(const AccountDesk& desk, const std::string& account, Standing standing);
// Whoever `subject` is at the provider `issuer` signs in there to this account, and to no other.
// errors::account_unknown, openid_bad_issuer, openid_bad_subject, subject_taken, account_linked
Result<void> link_identity(const AccountDesk& desk, const Identity& identity);
// Ends the sessions that began so. errors::account_unknown, not_linked
Result<void> unlink_identity(const AccountDesk& desk, const std::string& account);
// For a telephone and recovery codes that were lost.
Result<void> remove_second_step_of(const AccountDesk& desk, const std::string& account);

}  // namespace liem::assessment
