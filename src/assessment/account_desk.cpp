#include "assessment/account_desk.h"

#include <algorithm>

#include "accounts/id_token.h"
#include "accounts/one_time_text.h"
#include "accounts/openid_client.h"
#include "assessment/acts.h"
#include "assessment/password.h"

namespace liem::assessment {
namespace {

constexpr std::size_t one_time_groups = 4;  // 100 bits

Result<Account> known(const AccountDesk& desk, const std::string& name) {
  auto account = desk.store.account(desk.province, name);
  if (!account) return std::unexpected(account.error());
  if (!*account) return fail(errors::account_unknown, {{"account", name}});
  return std::move(**account);
}

std::string hashed(const AccountDesk& desk, std::string_view password) {
  Salt salt{};
  desk.random(salt);
  return hash_password(password, salt, ordinary_cost);
}

}  // namespace

bool is_account_name(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' ||
           c == '@';
  };
  return !text.empty() && text.size() <= 100 && std::ranges::all_of(text, fits);
}

Result<std::string> add_account(const AccountDesk& desk, const Account& account) {
  if (!is_account_name(account.account)) {
    return fail(errors::account_name, {{"account", account.account}});
  }
  const auto unit = desk.store.unit(desk.province, account.unit);
  if (!unit) return std::unexpected(unit.error());
  if (!*unit) return fail(errors::account_unit, {{"unit", account.unit}});
  const auto there = desk.store.account(desk.province, account.account);
  if (!there) return std::unexpected(there.error());
  if (*there) return fail(errors::account_taken, {{"account", account.account}});
  auto password = accounts::readable_secret(one_time_groups, desk.random);
  Account made = account;
  made.password = hashed(desk, password);
  made.password_due = true;
  auto added =
      desk.store.accounts().add(desk.province, made, acts::of_new_account(desk.by, made, desk.now));
  if (!added) return std::unexpected(added.error());
  return password;
}

Result<std::string> reset_password(const AccountDesk& desk, const std::string& account) {
  const auto there = known(desk, account);
  if (!there) return std::unexpected(there.error());
  auto password = accounts::readable_secret(one_time_groups, desk.random);
  const NewPassword reset{account, hashed(desk, password), true, {}, {}};
  auto done = desk.store.accounts().set_password(
      desk.province, reset, desk.now,
      acts::of_account(acts::password_reset, desk.by, *there, desk.now));
  if (!done) return std::unexpected(done.error());
  return password;
}

Result<void> set_standing(const AccountDesk& desk, const std::string& account, Standing standing) {
  const auto there = known(desk, account);
  if (!there) return std::unexpected(there.error());
  const bool out = standing == Standing::disabled;
  return desk.store.accounts().set_disabled(
      desk.province, account, out ? std::optional(desk.now) : std::nullopt,
      acts::of_account(out ? acts::account_disabled : acts::account_enabled, desk.by, *there,
                       desk.now));
}

Result<void> link_identity(const AccountDesk& desk, const Identity& identity) {
  const auto there = known(desk, identity.account);
  if (!there) return std::unexpected(there.error());
  if (!accounts::openid::is_safe_address(identity.issuer)) {
    return fail(errors::openid_bad_issuer, {{"issuer", identity.issuer}});
  }
  if (!accounts::openid::is_subject(identity.subject)) {
    return fail(errors::openid_bad_subject, {{"subject", identity.subject}});
  }
  Identity linked = identity;
  linked.linked = desk.now;
  return desk.store.identities().link(desk.province, linked,
                                      acts::of_link(desk.by, *there, linked));
}

Result<void> unlink_identity(const AccountDesk& desk, const std::string& account) {
  const auto there = known(desk, account);
  if (!there) return std::unexpected(there.error());
  return desk.store.identities().unlink(
      desk.province, account, acts::of_account(acts::identity_unlinked, desk.by, *there, desk.now));
}

Result<void> remove_second_step_of(const AccountDesk& desk, const std::string& account) {
  const auto there = known(desk, account);
  if (!there) return std::unexpected(there.error());
  if (!there->second_step) return fail(errors::no_second_step_of, {{"account", account}});
  return desk.store.accounts().remove_second_step(
      desk.province, account,
      acts::of_account(acts::second_step_removed, desk.by, *there, desk.now));
}

}  // namespace liem::assessment
