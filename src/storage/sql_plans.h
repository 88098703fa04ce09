// The PlanStore made real; used by SqlStore only.
#pragma once

#include "assessment/plan_store.h"
#include "storage/database.h"

namespace liem::storage {

class SqlPlans final : public assessment::PlanStore {
 public:
  explicit SqlPlans(Database& database) : db_(database) {}

  Result<void> set_copied_from(const std::string& province, const std::string& round,
                               const std::string& copied_from) override;
  Result<std::optional<std::string>> copied_from(const std::string& province,
                                                 const std::string& round) override;
  Result<std::vector<assessment::Assignment>> assignments(
      const std::string& province, const std::string& round,
      const std::optional<std::string>& unit) override;
  Result<void> assign(const std::string& province, const std::string& round,
                      const std::string& unit, const std::vector<assessment::Assignment>& all,
                      const std::optional<ledger::Act>& logged) override;
  Result<std::vector<assessment::RoundTask>> tasks(const std::string& province,
                                                   const std::string& round) override;
  Result<void> put_task(const std::string& province, const std::string& round,
                        const assessment::RoundTask& task,
                        const std::optional<ledger::Act>& logged) override;

 private:
  Database& db_;
};

}  // namespace liem::storage
