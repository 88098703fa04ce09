// The IdentityStore made real; used by SqlStore only.
#pragma once

#include "assessment/identity_store.h"
#include "storage/database.h"

namespace liem::storage {

class SqlIdentities final : public assessment::IdentityStore {
 public:
  explicit SqlIdentities(Database& database) : db_(database) {}

  Result<std::vector<assessment::Identity>> all(const std::string& province) override;
  Result<std::optional<assessment::Identity>> identity(const std::string& province,
                                                       const std::string& issuer,
                                                       const std::string& subject) override;
  Result<void> link(const std::string& province, const assessment::Identity& identity,
                    const ledger::Act& act) override;
  Result<void> unlink(const std::string& province, const std::string& account,
                      const ledger::Act& act) override;

  Result<void> begin(const std::string& province, const assessment::OpenidAttempt& attempt,
                     Time now) override;
  Result<std::optional<assessment::OpenidAttempt>> take(const std::string& province,
                                                        const std::string& state_hash,
                                                        const std::string& browser_hash) override;

 private:
  Database& db_;
};

}  // namespace liem::storage
