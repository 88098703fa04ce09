// A round's work in the store.
#pragma once

#include "assessment/work_store.h"
#include "storage/database.h"

namespace liem::storage {

class SqlWork final : public assessment::WorkStore {
 public:
  explicit SqlWork(Database& database) : db_(database) {}

  Result<std::vector<assessment::WorkAct>> acts(const std::string& province,
                                                const std::string& round,
                                                const std::optional<std::string>& unit) override;
  Result<std::int64_t> add_act(const std::string& province, const std::string& round,
                               const assessment::WorkAct& act, const ledger::Act& logged) override;
  Result<std::vector<assessment::StepDue>> deadlines(const std::string& province,
                                                     const std::string& round) override;
  Result<void> set_deadline(const std::string& province, const std::string& round,
                            const assessment::StepDue& due, const ledger::Act& logged) override;
  Result<std::optional<assessment::Draft>> draft(const std::string& province,
                                                 const std::string& round,
                                                 const std::string& unit) override;
  Result<void> save_draft(const std::string& province, const std::string& round,
                          const std::string& unit, const assessment::Draft& draft,
                          const ledger::Act& logged) override;
  Result<void> put_content(const std::string& province,
                           const assessment::Content& content) override;
  Result<int> attach(const std::string& province, const std::string& round, const std::string& unit,
                     const assessment::Evidence& evidence, const assessment::Content& file,
                     const ledger::Act& logged) override;
  Result<void> add_version(const std::string& province, const std::string& round,
                           const assessment::FileVersion& version,
                           const assessment::Content& answers,
                           const std::vector<assessment::Quote>& quotes) override;
  Result<std::vector<assessment::FileVersion>> versions(const std::string& province,
                                                        const std::string& round,
                                                        const std::string& unit) override;
  Result<void> add_verdict(const std::string& province, const std::string& round,
                           const assessment::JudgedEvidence& verdict,
                           const ledger::Act& logged) override;
  Result<std::vector<assessment::JudgedEvidence>> verdicts(
      const std::string& province, const std::string& round,
      const std::optional<std::string>& unit) override;

 private:
  Result<void> hand_in(const std::string& province, const std::string& round,
                       const assessment::FileVersion& version,
                       const std::vector<assessment::Quote>& quotes);

  Database& db_;
};

}  // namespace liem::storage
