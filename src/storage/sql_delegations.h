// The DelegationStore made real; used by SqlStore only.
#pragma once

#include "assessment/delegation_store.h"
#include "storage/database.h"

namespace liem::storage {

class SqlDelegations final : public assessment::DelegationStore {
 public:
  explicit SqlDelegations(Database& database) : db_(database) {}

  Result<void> add(const std::string& province, const assessment::Delegation& delegation,
                   const ledger::Act& act) override;
  Result<std::optional<assessment::Delegation>> delegation(const std::string& province,
                                                           const std::string& id) override;
  Result<std::vector<assessment::Delegation>> all(const std::string& province) override;
  Result<std::vector<assessment::Delegation>> to(const std::string& province,
                                                 const std::string& delegate) override;
  Result<void> end(const std::string& province, const std::string& id, const std::string& by,
                   std::chrono::sys_seconds at, const ledger::Act& act) override;

 private:
  Database& db_;
};

}  // namespace liem::storage
