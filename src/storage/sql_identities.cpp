#include "storage/sql_identities.h"

#include "assessment/account_store.h"
#include "storage/sql_ledger.h"

namespace liem::storage {

using namespace assessment;  // NOLINT: this file gives the assessment's interface its body

namespace {

constexpr std::string_view select_identities =
    "SELECT issuer, subject, account, linked_at FROM identity WHERE province = ? ";

Identity identity_of(const Row& row) {
  return {row.text(0), row.text(1), row.text(2), time_of(row.integer(3))};
}

}  // namespace

Result<std::vector<Identity>> SqlIdentities::all(const std::string& province) {
  return db_.rows(std::string(select_identities) + "ORDER BY account, issuer", {province},
                  identity_of);
}

Result<std::optional<Identity>> SqlIdentities::identity(const std::string& province,
                                                        const std::string& issuer,
                                                        const std::string& subject) {
  return db_.row(std::string(select_identities) + "AND issuer = ? AND subject = ?",
                 {province, issuer, subject}, identity_of);
}

Result<void> SqlIdentities::link(const std::string& province, const Identity& identity,
                                 const ledger::Act& act) {
  return db_.transact([&]() -> Result<void> {
    const auto taken = this->identity(province, identity.issuer, identity.subject);
    if (!taken) return std::unexpected(taken.error());
    if (*taken) {
      return fail(assessment::errors::subject_taken,
                  {{"issuer", identity.issuer}, {"account", (*taken)->account}});
    }
    const auto linked = db_.row(std::string(select_identities) + "AND account = ? AND issuer = ?",
                                {province, identity.account, identity.issuer}, identity_of);
    if (!linked) return std::unexpected(linked.error());
    if (*linked) {
      return fail(assessment::errors::account_linked,
                  {{"issuer", identity.issuer}, {"account", identity.account}});
    }
    auto done = db_.run(
        "INSERT INTO identity (province, issuer, subject, account, linked_at) "
        "VALUES (?, ?, ?, ?, ?)",
        {province, identity.issuer, identity.subject, identity.account,
         seconds_of(identity.linked)});
    return done ? append_acts(db_, province, {act}) : done;
  });
}

Result<void> SqlIdentities::unlink(const std::string& province, const std::string& account,
                                   const ledger::Act& act) {
  return db_.transact([&]() -> Result<void> {
    const auto linked = db_.rows(std::string(select_identities) + "AND account = ?",
                                 {province, account}, identity_of);
    if (!linked) return std::unexpected(linked.error());
    if (linked->empty()) return fail(assessment::errors::not_linked, {{"account", account}});
    auto done =
        db_.run("DELETE FROM identity WHERE province = ? AND account = ?", {province, account});
    if (done) {
      done = db_.run("DELETE FROM sign_in WHERE province = ? AND account = ? AND way = ?",
                     {province, account, name_of(SignInWay::openid)});
    }
    return done ? append_acts(db_, province, {act}) : done;
  });
}

Result<void> SqlIdentities::begin(const std::string& province, const OpenidAttempt& attempt,
                                  Time now) {
  return db_.transact([&] {
    auto done = db_.run("DELETE FROM openid_attempt WHERE province = ? AND expires_at <= ?",
                        {province, seconds_of(now)});
    return done ? db_.run(
                      "INSERT INTO openid_attempt (province, state_hash, browser_hash, nonce, "
                      "verifier, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
                      {province, attempt.state_hash, attempt.browser_hash, attempt.nonce,
                       attempt.verifier, seconds_of(attempt.expires)})
                : done;
  });
}

Result<std::optional<OpenidAttempt>> SqlIdentities::take(const std::string& province,
                                                         const std::string& state_hash,
                                                         const std::string& browser_hash) {
  return db_.transact([&]() -> Result<std::optional<OpenidAttempt>> {
    auto found = db_.row(
        "SELECT state_hash, browser_hash, nonce, verifier, expires_at FROM openid_attempt "
        "WHERE province = ? AND state_hash = ? AND browser_hash = ?",
        {province, state_hash, browser_hash}, [](const Row& row) {
          return OpenidAttempt{row.text(0), row.text(1), row.text(2), row.text(3),
                               time_of(row.integer(4))};
        });
    if (!found || !*found) return found;
    auto gone = db_.run("DELETE FROM openid_attempt WHERE province = ? AND state_hash = ?",
                        {province, state_hash});
    if (!gone) return std::unexpected(gone.error());
    return found;
  });
}

}  // namespace liem::storage
