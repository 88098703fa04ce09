// What is kept of documents and of acceptances; part of the Store.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/acceptance.h"
#include "assessment/document.h"
#include "assessment/job.h"
#include "base/error.h"
#include "ledger/entry.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode too_many_documents{"assessment.too_many_documents", ErrorKind::conflict};
}  // namespace errors

// Work on a document as one that reads it holds it.
struct BegunDocument {
  Document document;
  JobHold hold;
};

class DocumentStore {
 public:
  virtual ~DocumentStore() = default;

  // Also puts the job that reads it. errors::too_many_documents where the account would keep more
  // than the quota.
  virtual Result<void> add_document(const std::string& province, const Document& document,
                                    const DocumentQuota& quota, const ledger::Act& act) = 0;
  virtual Result<std::optional<Document>> document(const std::string& province,
                                                   const std::string& id) = 0;
  // Newest first.
  virtual Result<std::vector<Document>> documents(const std::string& province,
                                                  const std::string& account) = 0;
  // Takes the job of the next document that waits, or whose reader lost it: it is extracting, with
  // one more attempt. Never two of an account at once; of several accounts the one comes first
  // whose turn is longest ago.
  virtual Result<std::optional<BegunDocument>> begin_next_document(const std::string& province,
                                                                   const JobTaker& taker) = 0;
  // False where it is no longer the holder's: deleted, or taken by another.
  virtual Result<bool> renew_hold(const std::string& province, const JobHold& hold,
                                  std::chrono::sys_seconds until) = 0;
  // Writes state, progress, attempts and problem; false where nothing was, likewise.
  virtual Result<bool> update_document(const std::string& province, const Document& document,
                                       const JobHold& hold) = 0;
  // The same, and the end of the attempt with it.
  virtual Result<bool> end_document(const std::string& province, const Document& document,
                                    const JobHold& hold, const JobEnd& end) = 0;
  // With its text and its job; false where there was none.
  virtual Result<bool> remove_document(const std::string& province, const std::string& id,
                                       const ledger::Act& act) = 0;

  // What extraction found, as extraction/wire.h writes it; false as above.
  virtual Result<bool> put_document_text(const std::string& province, const JobHold& hold,
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
