// How it is kept who acts for whom, on which days; part of the Store. Rows stay: what ended is told
// by the row. docs/decisions/0016-delegation.md
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "assessment/access.h"
#include "base/date.h"
#include "base/error.h"
#include "ledger/entry.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode delegation_overlaps{"assessment.delegation_overlaps",
                                               ErrorKind::conflict};
inline constexpr ErrorCode delegation_over{"assessment.delegation_over", ErrorKind::conflict};
}  // namespace errors

// `delegate` holds the office of `principal` from one day to another, both included.
struct Delegation {
  std::string id;
  std::string principal, delegate;  // accounts
  // The office as it was delegated; where the principal has another, this one holds no more.
  Role role = Role::clerk;
  std::string unit;
  Date from{}, to{};
  std::string reason;
  std::string document;  // its number and date, as people write it; may be empty
  std::string made_by;   // the principal, or somebody of above
  std::chrono::sys_seconds made{};
  std::string ended_by{};
  std::optional<std::chrono::sys_seconds> ended{};
  bool operator==(const Delegation&) const = default;
};

class DelegationStore {
 public:
  virtual ~DelegationStore() = default;

  // errors::delegation_overlaps where the same two have one that was not ended on a day of it.
  virtual Result<void> add(const std::string& province, const Delegation& delegation,
                           const ledger::Act& act) = 0;
  virtual Result<std::optional<Delegation>> delegation(const std::string& province,
                                                       const std::string& id) = 0;
  // Both newest first.
  virtual Result<std::vector<Delegation>> all(const std::string& province) = 0;
  virtual Result<std::vector<Delegation>> to(const std::string& province,
                                             const std::string& delegate) = 0;
  // errors::delegation_over where it was ended already.
  virtual Result<void> end(const std::string& province, const std::string& id,
                           const std::string& by, std::chrono::sys_seconds at,
                           const ledger::Act& act) = 0;
};

}  // namespace liem::assessment
