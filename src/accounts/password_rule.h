// Which passwords are taken: length before complexity, and none that everybody tries first.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "base/error.h"

namespace liem::accounts {

namespace errors {
inline constexpr ErrorCode password_not_text{"accounts.password_not_text", ErrorKind::bad_input};
inline constexpr ErrorCode password_short{"accounts.password_short", ErrorKind::bad_input};
inline constexpr ErrorCode password_long{"accounts.password_long", ErrorKind::bad_input};
inline constexpr ErrorCode password_common{"accounts.password_common", ErrorKind::bad_input};
inline constexpr ErrorCode password_repeats{"accounts.password_repeats", ErrorKind::bad_input};
inline constexpr ErrorCode password_is_name{"accounts.password_is_name", ErrorKind::bad_input};
}  // namespace errors

class PasswordRule {
 public:
  static constexpr std::size_t shortest = 12;   // letters, not bytes
  static constexpr std::size_t longest = 1000;  // bytes

  // `common`: a word or phrase a line, in plain small letters; lines that begin with # are notes.
  explicit PasswordRule(std::string_view common);

  // `own`: the account's name and what else is known of its holder.
  Result<void> check(std::string_view password, std::initializer_list<std::string_view> own) const;

 private:
  std::set<std::string, std::less<>> common_;
};

}  // namespace liem::accounts
