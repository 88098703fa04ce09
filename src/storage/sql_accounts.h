// The AccountStore made real; used by SqlStore only.
#pragma once

#include "assessment/account_store.h"
#include "storage/database.h"

namespace liem::storage {

class SqlAccounts final : public assessment::AccountStore {
 public:
  explicit SqlAccounts(Database& database) : db_(database) {}

  Result<std::optional<assessment::Account>> account(const std::string& province,
                                                     const std::string& account);

  Result<std::vector<assessment::Account>> all(const std::string& province) override;
  Result<void> add(const std::string& province, const assessment::Account& account,
                   const ledger::Act& act) override;
  Result<void> set_password(const std::string& province, const assessment::NewPassword& password,
                            Time now, const ledger::Act& act) override;
  Result<void> set_disabled(const std::string& province, const std::string& account,
                            std::optional<Time> since, const ledger::Act& act) override;

  Result<void> add_session(const std::string& province, const assessment::Session& session,
                           Time now, const std::vector<ledger::Act>& acts) override;
  Result<std::optional<assessment::Session>> session(const std::string& province,
                                                     const std::string& token_hash) override;
  Result<std::vector<assessment::Session>> sessions(const std::string& province,
                                                    const std::string& account) override;
  Result<void> see_session(const std::string& province, const std::string& token_hash,
                           Time now) override;
  Result<void> end_session(const std::string& province, const std::string& token_hash,
                           const ledger::Act& act) override;
  Result<bool> end_session_of(const std::string& province, const std::string& account,
                              const std::string& id, const ledger::Act& act) override;
  Result<void> end_other_sessions(const std::string& province, const std::string& account,
                                  const std::string& kept, const ledger::Act& act) override;

  Result<std::optional<assessment::SecondStep>> second_step(const std::string& province,
                                                            const std::string& account) override;
  Result<void> begin_second_step(const std::string& province, const std::string& account,
                                 const std::string& secret, const ledger::Act& act) override;
  Result<void> confirm_second_step(const std::string& province, const std::string& account,
                                   const assessment::SecondStep& confirmed,
                                   const std::vector<std::string>& recovery_hashes,
                                   const ledger::Act& act) override;
  Result<void> remove_second_step(const std::string& province, const std::string& account,
                                  const ledger::Act& act) override;
  Result<void> pass_second_step(const std::string& province, const assessment::SecondProof& proof,
                                const std::string& half, const assessment::Session& whole,
                                const std::vector<ledger::Act>& acts) override;
  Result<void> use_proof(const std::string& province, const std::string& account,
                         const assessment::SecondProof& proof, Time now) override;

  Result<void> add_token(const std::string& province, const accounts::ApiToken& token,
                         const ledger::Act& act) override;
  Result<std::optional<accounts::ApiToken>> token(const std::string& province,
                                                  const std::string& id) override;
  Result<std::vector<accounts::ApiToken>> tokens(const std::string& province,
                                                 const std::string& account) override;
  Result<void> see_token(const std::string& province, const std::string& id, Time now) override;
  Result<bool> revoke_token(const std::string& province, const std::string& account,
                            const std::string& id, Time now, const ledger::Act& act) override;

 private:
  Result<void> insert_session(const std::string& province, const assessment::Session& session);
  Result<void> end_all_but(const std::string& province, const std::string& account,
                           const std::string& kept);
  Result<void> use_step(const std::string& province, const std::string& account, std::int64_t step);
  Result<void> use_recovery(const std::string& province, const std::string& account,
                            const std::string& hash, Time now);
  Result<void> forget_second_step(const std::string& province, const std::string& account);

  Database& db_;
};

}  // namespace liem::storage
