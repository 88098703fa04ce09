#include "storage/sql_accounts.h"

#include "storage/sql_ledger.h"

namespace liem::storage {

using namespace assessment;  // NOLINT: this file gives the assessment's interface its body

namespace {

using accounts::ApiToken;
using Time = AccountStore::Time;

std::optional<std::int64_t> maybe_seconds(const std::optional<Time>& time) {
  return time ? std::optional(seconds_of(*time)) : std::nullopt;
}
std::optional<Time> maybe_time(const Row& row, int column) {
  return row.null(column) ? std::nullopt : std::optional(time_of(row.integer(column)));
}

constexpr std::string_view select_accounts =
    "SELECT a.account, a.name, a.role, a.unit, a.password, a.password_due, a.disabled_at, "
    "coalesce(s.confirmed, 0) FROM account a LEFT JOIN second_step s ON s.province = a.province "
    "AND s.account = a.account WHERE a.province = ? ";

Account account_of(const Row& row) {
  const auto role = role_of(row.text(2));
  LIEM_CHECK(role.has_value());
  Account account{row.text(0), row.text(1), *role, row.text(3), row.text(4)};
  account.password_due = row.integer(5) != 0;
  account.disabled = maybe_time(row, 6);
  account.second_step = row.integer(7) != 0;
  return account;
}

constexpr std::string_view select_sessions =
    "SELECT token_hash, id, account, made_at, seen_at, expires_at, address, program, stage, "
    "way FROM sign_in WHERE province = ? ";
constexpr std::string_view whole_name = "whole", half_name = "second_step";

Session session_of(const Row& row) {
  return {row.text(0),
          row.text(1),
          row.text(2),
          time_of(row.integer(3)),
          time_of(row.integer(4)),
          time_of(row.integer(5)),
          row.text(6),
          row.text(7),
          row.text(8) == whole_name ? Stage::whole : Stage::second_step,
          row.text(9) == name_of(SignInWay::openid) ? SignInWay::openid : SignInWay::password};
}

constexpr std::string_view select_tokens =
    "SELECT id, account, name, secret_hash, may_read, may_write, made_at, expires_at, used_at, "
    "revoked_at FROM api_token WHERE province = ? ";

ApiToken token_of(const Row& row) {
  ApiToken token{row.text(0), row.text(1), row.text(2), row.text(3), {}, {}, {}, {}, {}};
  if (row.integer(4) != 0) token.scopes.insert(accounts::Scope::read);
  if (row.integer(5) != 0) token.scopes.insert(accounts::Scope::write);
  token.created = time_of(row.integer(6));
  token.expires = time_of(row.integer(7));
  token.last_used = maybe_time(row, 8);
  token.revoked = maybe_time(row, 9);
  return token;
}

}  // namespace

Result<std::optional<Account>> SqlAccounts::account(const std::string& province,
                                                    const std::string& account) {
  return db_.row(std::string(select_accounts) + "AND a.account = ?", {province, account},
                 account_of);
}

Result<std::vector<Account>> SqlAccounts::all(const std::string& province) {
  return db_.rows(std::string(select_accounts) + "ORDER BY a.account", {province}, account_of);
}

Result<void> SqlAccounts::add(const std::string& province, const Account& account,
                              const ledger::Act& act) {
  return db_.transact([&]() -> Result<void> {
    const auto known = this->account(province, account.account);
    if (!known) return std::unexpected(known.error());
    if (*known) return fail(assessment::errors::account_exists, {{"account", account.account}});
    auto added = db_.run(
        "INSERT INTO account (province, account, name, role, unit, password, password_due) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        {province, account.account, account.name, name_of(account.role), account.unit,
         account.password, account.password_due ? 1 : 0});
    return added ? append_acts(db_, province, {act}) : added;
  });
}

Result<void> SqlAccounts::set_password(const std::string& province, const NewPassword& password,
                                       Time now, const ledger::Act& act) {
  return db_.transact([&]() -> Result<void> {
    const auto known = account(province, password.account);
    if (!known) return std::unexpected(known.error());
    if (!*known) return fail(assessment::errors::account_unknown, {{"account", password.account}});
    if (!password.before.empty() && (*known)->password != password.before) {
      return fail(assessment::errors::proof_changed);
    }
    auto done = db_.run(
        "UPDATE account SET password = ?, password_due = ? WHERE province = ? AND account = ?",
        {password.hashed, password.due ? 1 : 0, province, password.account});
    if (done) done = end_all_but(province, password.account, password.kept_session);
    if (done && password.due) {
      done = db_.run(
          "UPDATE api_token SET revoked_at = ? "
          "WHERE province = ? AND account = ? AND revoked_at IS NULL",
          {seconds_of(now), province, password.account});
    }
    return done ? append_acts(db_, province, {act}) : done;
  });
}

Result<void> SqlAccounts::set_disabled(const std::string& province, const std::string& account,
                                       std::optional<Time> since, const ledger::Act& act) {
  return db_.transact([&]() -> Result<void> {
    const auto known = this->account(province, account);
    if (!known) return std::unexpected(known.error());
    if (!*known) return fail(assessment::errors::account_unknown, {{"account", account}});
    auto done = db_.run("UPDATE account SET disabled_at = ? WHERE province = ? AND account = ?",
                        {maybe_seconds(since), province, account});
    if (done && since) done = end_all_but(province, account, "");
    return done ? append_acts(db_, province, {act}) : done;
  });
}

Result<void> SqlAccounts::insert_session(const std::string& province, const Session& session) {
  return db_.run(
      "INSERT INTO sign_in (province, token_hash, id, account, made_at, seen_at, expires_at, "
      "address, program, stage, way) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {province, session.token_hash, session.id, session.account, seconds_of(session.made),
       seconds_of(session.seen), seconds_of(session.expires), session.address, session.program,
       session.stage == Stage::whole ? whole_name : half_name, name_of(session.way)});
}

Result<void> SqlAccounts::end_all_but(const std::string& province, const std::string& account,
                                      const std::string& kept) {
  return db_.run("DELETE FROM sign_in WHERE province = ? AND account = ? AND token_hash <> ?",
                 {province, account, kept});
}

Result<void> SqlAccounts::add_session(const std::string& province, const Session& session, Time now,
                                      const std::vector<ledger::Act>& acts) {
  return db_.transact([&] {
    auto done = db_.run("DELETE FROM sign_in WHERE province = ? AND expires_at <= ?",
                        {province, seconds_of(now)});
    if (done) done = insert_session(province, session);
    return done ? append_acts(db_, province, acts) : done;
  });
}

Result<std::optional<Session>> SqlAccounts::session(const std::string& province,
                                                    const std::string& token_hash) {
  return db_.row(std::string(select_sessions) + "AND token_hash = ?", {province, token_hash},
                 session_of);
}

Result<std::vector<Session>> SqlAccounts::sessions(const std::string& province,
                                                   const std::string& account) {
  return db_.rows(std::string(select_sessions) + "AND account = ? ORDER BY made_at DESC, id",
                  {province, account}, session_of);
}

Result<void> SqlAccounts::see_session(const std::string& province, const std::string& token_hash,
                                      Time now) {
  return db_.run("UPDATE sign_in SET seen_at = ? WHERE province = ? AND token_hash = ?",
                 {seconds_of(now), province, token_hash});
}

Result<void> SqlAccounts::end_session(const std::string& province, const std::string& token_hash,
                                      const ledger::Act& act) {
  return db_.transact([&] {
    auto ended = db_.run("DELETE FROM sign_in WHERE province = ? AND token_hash = ?",
                         {province, token_hash});
    return ended ? append_acts(db_, province, {act}) : ended;
  });
}

Result<bool> SqlAccounts::end_session_of(const std::string& province, const std::string& account,
                                         const std::string& id, const ledger::Act& act) {
  return db_.transact([&]() -> Result<bool> {
    const auto found = db_.row(std::string(select_sessions) + "AND account = ? AND id = ?",
                               {province, account, id}, [](const Row& row) { return row.text(0); });
    if (!found) return std::unexpected(found.error());
    if (!*found) return false;
    auto ended = end_session(province, **found, act);
    if (!ended) return std::unexpected(ended.error());
    return true;
  });
}

Result<void> SqlAccounts::end_other_sessions(const std::string& province,
                                             const std::string& account, const std::string& kept,
                                             const ledger::Act& act) {
  return db_.transact([&] {
    auto ended = end_all_but(province, account, kept);
    return ended ? append_acts(db_, province, {act}) : ended;
  });
}

Result<std::optional<SecondStep>> SqlAccounts::second_step(const std::string& province,
                                                           const std::string& account) {
  return db_.row(
      "SELECT s.secret, s.confirmed, s.last_step, (SELECT count(*) FROM recovery_code c "
      "WHERE c.province = s.province AND c.account = s.account AND c.used_at IS NULL) "
      "FROM second_step s WHERE s.province = ? AND s.account = ?",
      {province, account}, [](const Row& row) {
        return SecondStep{row.text(0), row.integer(1) != 0, row.maybe_integer(2),
                          static_cast<std::size_t>(row.integer(3))};
      });
}

Result<void> SqlAccounts::forget_second_step(const std::string& province,
                                             const std::string& account) {
  for (const char* table : {"recovery_code", "second_step"}) {
    auto gone = db_.run("DELETE FROM " + std::string(table) + " WHERE province = ? AND account = ?",
                        {province, account});
    if (!gone) return gone;
  }
  return {};
}

Result<void> SqlAccounts::begin_second_step(const std::string& province, const std::string& account,
                                            const std::string& secret, const ledger::Act& act) {
  return db_.transact([&]() -> Result<void> {
    const auto known = second_step(province, account);
    if (!known) return std::unexpected(known.error());
    if (*known && (*known)->confirmed) return fail(assessment::errors::proof_changed);
    auto done = forget_second_step(province, account);
    if (done) {
      done = db_.run(
          "INSERT INTO second_step (province, account, secret, confirmed) VALUES (?, ?, ?, 0)",
          {province, account, secret});
    }
    return done ? append_acts(db_, province, {act}) : done;
  });
}

Result<void> SqlAccounts::confirm_second_step(const std::string& province,
                                              const std::string& account,
                                              const SecondStep& confirmed,
                                              const std::vector<std::string>& recovery_hashes,
                                              const ledger::Act& act) {
  return db_.transact([&]() -> Result<void> {
    const auto known = second_step(province, account);
    if (!known) return std::unexpected(known.error());
    if (!*known || (*known)->confirmed || (*known)->secret != confirmed.secret) {
      return fail(assessment::errors::proof_changed);
    }
    auto done = db_.run(
        "UPDATE second_step SET confirmed = 1, last_step = ? WHERE province = ? AND account = ?",
        {confirmed.last_step, province, account});
    for (const auto& hash : recovery_hashes) {
      if (!done) return done;
      done = db_.run("INSERT INTO recovery_code (province, account, code_hash) VALUES (?, ?, ?)",
                     {province, account, hash});
    }
    return done ? append_acts(db_, province, {act}) : done;
  });
}

Result<void> SqlAccounts::remove_second_step(const std::string& province,
                                             const std::string& account, const ledger::Act& act) {
  return db_.transact([&] {
    auto done = forget_second_step(province, account);
    return done ? append_acts(db_, province, {act}) : done;
  });
}

Result<void> SqlAccounts::use_step(const std::string& province, const std::string& account,
                                   std::int64_t step) {
  const auto known = second_step(province, account);
  if (!known) return std::unexpected(known.error());
  if (!*known || !(*known)->confirmed || step <= (*known)->last_step.value_or(-1)) {
    return fail(assessment::errors::code_used);
  }
  return db_.run("UPDATE second_step SET last_step = ? WHERE province = ? AND account = ?",
                 {step, province, account});
}

Result<void> SqlAccounts::use_recovery(const std::string& province, const std::string& account,
                                       const std::string& hash, Time now) {
  const auto found = db_.row(
      "SELECT 1 FROM recovery_code "
      "WHERE province = ? AND account = ? AND code_hash = ? AND used_at IS NULL",
      {province, account, hash}, [](const Row& row) { return row.integer(0); });
  if (!found) return std::unexpected(found.error());
  if (!*found) return fail(assessment::errors::code_used);
  return db_.run(
      "UPDATE recovery_code SET used_at = ? WHERE province = ? AND account = ? AND code_hash = ?",
      {seconds_of(now), province, account, hash});
}

Result<void> SqlAccounts::use_proof(const std::string& province, const std::string& account,
                                    const SecondProof& proof, Time now) {
  return db_.transact([&] {
    if (const auto* step = std::get_if<std::int64_t>(&proof)) {
      return use_step(province, account, *step);
    }
    return use_recovery(province, account, std::get<std::string>(proof), now);
  });
}

Result<void> SqlAccounts::pass_second_step(const std::string& province, const SecondProof& proof,
                                           const std::string& half, const Session& whole,
                                           const std::vector<ledger::Act>& acts) {
  return db_.transact([&] {
    auto done = use_proof(province, whole.account, proof, whole.made);
    if (done) {
      done = db_.run("DELETE FROM sign_in WHERE province = ? AND token_hash = ?", {province, half});
    }
    return done ? add_session(province, whole, whole.made, acts) : done;
  });
}

Result<void> SqlAccounts::add_token(const std::string& province, const ApiToken& token,
                                    const ledger::Act& act) {
  return db_.transact([&] {
    auto added = db_.run(
        "INSERT INTO api_token (province, id, account, name, secret_hash, may_read, may_write, "
        "made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {province, token.id, token.account, token.name, token.secret_hash,
         token.scopes.contains(accounts::Scope::read) ? 1 : 0,
         token.scopes.contains(accounts::Scope::write) ? 1 : 0, seconds_of(token.created),
         seconds_of(token.expires)});
    return added ? append_acts(db_, province, {act}) : added;
  });
}

Result<std::optional<ApiToken>> SqlAccounts::token(const std::string& province,
                                                   const std::string& id) {
  return db_.row(std::string(select_tokens) + "AND id = ?", {province, id}, token_of);
}

Result<std::vector<ApiToken>> SqlAccounts::tokens(const std::string& province,
                                                  const std::string& account) {
  return db_.rows(std::string(select_tokens) + "AND account = ? ORDER BY made_at DESC, id",
                  {province, account}, token_of);
}

Result<void> SqlAccounts::see_token(const std::string& province, const std::string& id, Time now) {
  return db_.run("UPDATE api_token SET used_at = ? WHERE province = ? AND id = ?",
                 {seconds_of(now), province, id});
}

Result<bool> SqlAccounts::revoke_token(const std::string& province, const std::string& account,
                                       const std::string& id, Time now, const ledger::Act& act) {
  return db_.transact([&]() -> Result<bool> {
    const auto known = token(province, id);
    if (!known) return std::unexpected(known.error());
    if (!*known || (*known)->account != account || (*known)->revoked) return false;
    auto done = db_.run("UPDATE api_token SET revoked_at = ? WHERE province = ? AND id = ?",
                        {seconds_of(now), province, id});
    if (done) done = append_acts(db_, province, {act});
    if (!done) return std::unexpected(done.error());
    return true;
  });
}

}  // namespace liem::storage
