// One account acts for another on dated days: who may say so, and when it holds.
// docs/decisions/0016-delegation.md
#pragma once

#include <map>
#include <string>
#include <vector>

#include "assessment/delegation_store.h"
#include "assessment/store.h"

namespace liem::assessment {

namespace errors {
// Of a request for another: no delegation to who asks holds now.
inline constexpr ErrorCode not_delegated{"assessment.not_delegated", ErrorKind::forbidden};
inline constexpr ErrorCode delegation_of_role{"assessment.delegation_of_role",
                                              ErrorKind::forbidden};
inline constexpr ErrorCode delegation_not_yours{"assessment.delegation_not_yours",
                                                ErrorKind::forbidden};
inline constexpr ErrorCode delegation_to_nobody{"assessment.delegation_to_nobody",
                                                ErrorKind::bad_input};
inline constexpr ErrorCode delegation_backdated{"assessment.delegation_backdated",
                                                ErrorKind::bad_input};
inline constexpr ErrorCode delegation_days{"assessment.delegation_days", ErrorKind::bad_input};
inline constexpr ErrorCode delegation_document{"assessment.delegation_document",
                                               ErrorKind::bad_input};
inline constexpr ErrorCode delegation_unknown{"assessment.delegation_unknown",
                                              ErrorKind::not_found};
}  // namespace errors

inline constexpr int longest_delegation = 366;                // days
inline constexpr std::size_t longest_delegation_paper = 200;  // bytes

enum class DelegationState { coming, holds, over, ended, lapsed };
std::string_view name_of(DelegationState state);
// Lapsed where the principal holds that office no more, or is shut out.
DelegationState state_of(const Delegation& delegation, const Account& principal, const Date& today);

// The viewer in the office of `principal`, without the units below; errors::not_delegated.
Result<Viewer> in_office_of(Store& store, Viewer viewer, const std::string& principal,
                            std::chrono::sys_seconds now);
// Whether what in_office_of() gave holds still, as far as the day decides.
bool holds_still(const ActingFor& acting, std::chrono::sys_seconds now);

// An office that somebody may hold for another today.
struct HeldOffice {
  Account principal;
  Date to{};
};
Result<std::vector<HeldOffice>> offices_held(Store& store, const Viewer& viewer,
                                             std::chrono::sys_seconds now);

// Whether the viewer, who acts for nobody else, may delegate this account's office and end that.
bool may_delegate_for(const Viewer& viewer, const Account& principal,
                      const std::vector<UnitAbove>& units);

struct DelegationWish {
  std::string principal;  // an account; the viewer's own where empty
  std::string delegate;
  Date from{}, to{};
  std::string reason, document;
};
// Each decides first whether the viewer may.
Result<Delegation> delegate_office(Store& store, const Viewer& viewer, const DelegationWish& wish,
                                   const std::string& id, std::chrono::sys_seconds now);
Result<void> end_delegation(Store& store, const Viewer& viewer, const std::string& id,
                            std::chrono::sys_seconds now);

struct KnownDelegation {
  Delegation delegation;
  DelegationState state = DelegationState::coming;
  bool may_end = false;
};
// Those from and to the viewer and those he may end, newest first; whom he may choose to act, and
// whose office he may delegate beside his own.
struct DelegationBook {
  std::vector<KnownDelegation> delegations;
  std::vector<Account> delegates, principals;
  std::map<std::string, Account> accounts;  // by name, of everybody in the province
};
Result<DelegationBook> delegation_book(Store& store, const Viewer& viewer,
                                       std::chrono::sys_seconds now);

}  // namespace liem::assessment
