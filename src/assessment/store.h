// What the assessment keeps, whatever keeps it. One Store serves one thread at a time.
// A write takes the act it is and puts it into the log in its own transaction: neither is kept
// without the other.
// Errors are the store's own (storage.*) except where a code is named here.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "assessment/account_store.h"
#include "assessment/delegation_store.h"
#include "assessment/document_store.h"
#include "assessment/identity_store.h"
#include "assessment/ledger_store.h"
#include "assessment/mail_store.h"
#include "assessment/notice_store.h"
#include "assessment/package_store.h"
#include "assessment/plan_store.h"
#include "assessment/publication_store.h"
#include "assessment/request_store.h"
#include "assessment/round.h"
#include "assessment/set_move_store.h"
#include "assessment/work_store.h"
#include "base/error.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode round_exists{"assessment.round_exists", ErrorKind::conflict};
inline constexpr ErrorCode unit_differs{"assessment.unit_differs", ErrorKind::conflict};
}  // namespace errors

// An argument of the store's error where nobody can tell whether the write was kept.
inline constexpr std::string_view perhaps_kept = "perhaps_kept";

// Rows written so far and rows in all.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

class Store {
 public:
  virtual ~Store() = default;

  virtual Result<std::vector<std::string>> provinces() = 0;

  // All or nothing. errors::round_exists; errors::unit_differs where a unit of the same id and
  // first day is kept with other particulars; errors::account_exists.
  virtual Result<void> add_round(const RoundImport& import, const Progress& progress) = 0;

  virtual Result<std::vector<Round>> rounds(const std::string& province) = 0;  // newest first
  virtual Result<std::optional<Round>> round(const std::string& province,
                                             const std::string& round) = 0;
  // In the order of the round's list.
  virtual Result<std::vector<Unit>> units(const std::string& province,
                                          const std::string& round) = 0;
  // Of every unit that handed something in; without quotes, and the annex without its criteria.
  virtual Result<std::vector<Submission>> submissions(const std::string& province,
                                                      const std::string& round) = 0;
  virtual Result<std::optional<Submission>> submission(const std::string& province,
                                                       const std::string& round,
                                                       const std::string& unit) = 0;
  // By the hashes of report and answers alone; of one unit where it is named.
  virtual Result<std::vector<Submission>> handed_in(const std::string& province,
                                                    const std::string& round,
                                                    const std::optional<std::string>& unit) = 0;
  // Also of a draft, by its hash.
  virtual Result<std::optional<std::string>> content(const std::string& province,
                                                     const std::string& sha256) = 0;

  // The newest that came with a round; nothing where none did.
  virtual Result<std::optional<HistoryReference>> history(const std::string& province) = 0;

  virtual Result<std::optional<Account>> account(const std::string& province,
                                                 const std::string& account) = 0;
  // The name of a unit as it stands now (its latest version).
  virtual Result<std::optional<Unit>> unit(const std::string& province,
                                           const std::string& unit) = 0;
  // Every unit with the one above it, by their latest versions.
  virtual Result<std::vector<UnitAbove>> units_above(const std::string& province) = 0;

  virtual DocumentStore& documents() = 0;        // lives as long as the store
  virtual SetMoveStore& set_moves() = 0;         // likewise
  virtual LedgerStore& ledger() = 0;             // likewise
  virtual RequestStore& requests() = 0;          // likewise
  virtual AccountStore& accounts() = 0;          // likewise
  virtual IdentityStore& identities() = 0;       // likewise
  virtual DelegationStore& delegations() = 0;    // likewise
  virtual WorkStore& work() = 0;                 // likewise
  virtual PlanStore& plans() = 0;                // likewise
  virtual NoticeStore& notices() = 0;            // likewise
  virtual MailStore& mail() = 0;                 // likewise
  virtual PublicationStore& publications() = 0;  // likewise
  virtual PackageStore& packages() = 0;          // likewise
};

}  // namespace liem::assessment
