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
  Result<std::vector<assessment::Document>> documents_in(const std::string& province,
                                                         assessment::DocumentState state) override;
  Result<std::optional<assessment::Document>> begin_next_document(
      const std::string& province) override;
  Result<bool> update_document(const std::string& province,
                               const assessment::Document& document) override;
  Result<bool> remove_document(const std::string& province, const std::string& id,
                               const ledger::Act& act) override;
  Result<bool> put_document_text(const std::string& province, const std::string& id,
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
  Result<void> write_problem(const std::string& province, const assessment::Document& document);

  Database& db_;
};

}  // namespace liem::storage
