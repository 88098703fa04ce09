// Who may see what, decided in one place.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace liem::assessment {

enum class Role { clerk, head, inspector, committee, reviewer, auditor, administrator };

std::optional<Role> role_of(std::string_view name);
std::string_view name_of(Role role);

// The account that asks.
struct Viewer {
  std::string province;
  std::string account;
  std::string name;
  Role role;
  std::string unit;
  // A program that acts for the account by a token: no more than the token says.
  bool by_token = false, may_read = true, may_write = true;
  bool password_due = false;  // nothing else until it is changed
};

// An argument of a refusal that says "not found" where the truth is "not yours": the log knows, the
// answer must not.
inline constexpr std::string_view by_right = "by_right";

enum class Action {
  see_rounds,      // that rounds exist: titles, periods, set
  list_units,      // the list itself; which rows it shows is decided by see_unit for each
  see_unit,        // a unit's points, explanations, report
  see_all_units,   // units beside one another: ranks, and single units of a comparison
  read_text,       // have a text or a document of one's own read
  accept_finding,  // say why a finding stands: the unit's clerk, inspectors
  see_log,         // who did what to the unit's things; without a unit: in the whole province
};

// `unit` is the unit the content belongs to; empty for actions that belong to no unit.
// Clerk and head: their own unit. Inspector, committee, reviewer, auditor: every unit of their
// province. Administrator: no content.
bool may(const Viewer& viewer, Action action, std::string_view unit);

}  // namespace liem::assessment
