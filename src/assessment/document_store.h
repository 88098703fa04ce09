// What is kept of documents and of acceptances; part of the Store.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/acceptance.h"
#include "assessment/document.h"
#include "base/error.h"
#include "ledger/entry.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode too_many_documents{"assessment.too_many_documents", ErrorKind::conflict};
}  // namespace errors

class DocumentStore {
 public:
  virtual ~DocumentStore() = default;

  // errors::too_many_documents where the account would keep more than the quota.
  virtual Result<void> add_document(const std::string& province, const Document& document,
                                    const DocumentQuota& quota, const ledger::Act& act) = 0;
  virtual Result<std::optional<Document>> document(const std::string& province,
                                                   const std::string& id) = 0;
  // Newest first.
  virtual Result<std::vector<Document>> documents(const std::string& province,
                                                  const std::string& account) = 0;
  virtual Result<std::vector<Document>> documents_in(const std::string& province,
                                                     DocumentState state) = 0;
  // Begins the next waiting document: it is extracting, with one more attempt. Never two of an
  // account at once; of several accounts the one comes first whose turn is longest ago.
  virtual Result<std::optional<Document>> begin_next_document(const std::string& province) = 0;
  // Writes state, progress, attempts and problem; false where the document is gone.
  virtual Result<bool> update_document(const std::string& province, const Document& document) = 0;
  // With its text; false where there was none.
  virtual Result<bool> remove_document(const std::string& province, const std::string& id,
                                       const ledger::Act& act) = 0;

  // What extraction found, as extraction/wire.h writes it; false where the document is gone.
  virtual Result<bool> put_document_text(const std::string& province, const std::string& id,
                                         std::string_view bytes) = 0;
  virtual Result<std::optional<std::string>> document_text(const std::string& province,
                                                           const std::string& id) = 0;

  virtual Result<void> add_acceptance(const std::string& province, const AcceptanceScope& scope,
                                      const Acceptance& acceptance, const ledger::Act& act) = 0;
  // Those that stand: the last entry of each finding, where it is not withdrawn.
  virtual Result<std::vector<Acceptance>> acceptances(const std::string& province,
                                                      const AcceptanceScope& scope) = 0;
  // Every entry, in the order they were made.
  virtual Result<std::vector<Acceptance>> acceptance_history(const std::string& province,
                                                             const AcceptanceScope& scope) = 0;
};

}  // namespace liem::assessment
