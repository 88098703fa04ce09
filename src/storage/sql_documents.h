// The documents' part of the store.
#pragma once

#include "assessment/document_store.h"
#include "storage/database.h"

namespace liem::storage {

class SqlDocuments final : public assessment::DocumentStore {
 public:
  explicit SqlDocuments(Database& database) : db_(database) {}

  Result<void> add_document(const std::string& province, const assessment::Document& document,
                            const assessment::DocumentQuota& quota,
                            const ledger::Act& act) override;
  Result<std::optional<assessment::Document>> document(const std::string& province,
                                                       const std::string& id) override;
  Result<std::vector<assessment::Document>> documents(const std::string& province,
                                                      const std::string& account) override;
  Result<std::optional<assessment::BegunDocument>> begin_next_document(
      const std::string& province, const assessment::JobTaker& taker) override;
  Result<bool> renew_hold(const std::string& province, const assessment::JobHold& hold,
                          std::chrono::sys_seconds until) override;
  Result<bool> update_document(const std::string& province, const assessment::Document& document,
                               const assessment::JobHold& hold) override;
  Result<bool> end_document(const std::string& province, const assessment::Document& document,
                            const assessment::JobHold& hold,
                            const assessment::JobEnd& end) override;
  Result<bool> remove_document(const std::string& province, const std::string& id,
                               const ledger::Act& act) override;
  Result<bool> put_document_text(const std::string& province, const assessment::JobHold& hold,
                                 std::string_view bytes) override;
  Result<std::optional<std::string>> document_text(const std::string& province,
                                                   const std::string& id) override;
  Result<void> add_acceptance(const std::string& province, const assessment::AcceptanceScope& scope,
                              const assessment::Acceptance& acceptance,
                              const ledger::Act& act) override;
  Result<std::vector<assessment::Acceptance>> acceptances(
      const std::string& province, const assessment::AcceptanceScope& scope) override;
  Result<std::vector<assessment::Acceptance>> acceptance_history(
      const std::string& province, const assessment::AcceptanceScope& scope) override;

 private:
  Result<std::vector<assessment::Document>> select(std::string_view where,
                                                   const std::vector<Value>& values);
  Result<void> write(const std::string& province, const assessment::Document& document);
  Result<void> write_problem(const std::string& province, const assessment::Document& document);

  Database& db_;
};

}  // namespace liem::storage
