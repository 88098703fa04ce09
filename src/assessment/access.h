// Who may see what, decided in one place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace liem::assessment {

enum class Role {
  clerk,
  head,
  inspector,
  committee,
  reviewer,
  tip_officer,
  auditor,
  administrator
};

std::optional<Role> role_of(std::string_view name);
std::string_view name_of(Role role);
std::vector<std::string_view> all_roles();

// Whose role and unit somebody holds for some days, both included (assessment/delegation.h).
struct ActingFor {
  std::string account, name;
  Date from{}, to{};
  bool operator==(const ActingFor&) const = default;
};

// The account that asks; role and unit are those it asks with.
struct Viewer {
  std::string province;
  std::string account;
  std::string name;
  Role role;
  std::string unit;
  std::vector<std::string> below{};  // every unit below it, in the order of their ids
  // A program that acts for the account by a token: no more than the token says.
  bool by_token = false, may_read = true, may_write = true;
  bool password_due = false;  // nothing else until it is changed
  std::optional<ActingFor> acting_for{};
};

// Whether what the viewer does is an act of this account too: done by it or for it. Four eyes count
// both.
bool involves(const Viewer& viewer, std::string_view account);

// Whether an account of this role may let another act for it, and act for another.
bool may_be_delegated(Role role);

// A unit and the one directly above it, empty for the top.
struct UnitAbove {
  std::string unit, above;
};

// Whether what the viewer sees hangs on the tree of units: then `below` must be filled.
bool sees_by_tree(const Viewer& viewer);

// Every unit below, at any depth, in the order of their ids.
std::vector<std::string> units_below(std::string_view unit, const std::vector<UnitAbove>& all);

// An argument of a refusal that says "not found" where the truth is "not yours": the log knows, the
// answer must not.
inline constexpr std::string_view by_right = "by_right";

enum class Action {
  see_rounds,     // that rounds exist: titles, periods, set
  list_units,     // the list itself; which rows it shows is decided by see_unit for each
  see_unit,       // a unit's points, explanations, report
  see_all_units,  // units beside one another: ranks, and single units of a comparison
  read_text,      // have a text read, look at documents of one's own
  keep_document,  // send a document of one's own, delete it
  // Say why a finding stands: inspectors, and the clerk of the very unit. Not one of a unit above,
  // which appraises what those below hand in.
  accept_finding,
  see_log,  // who did what to the unit's things; without a unit: in the whole province
};

// `unit` is the unit the content belongs to; empty for actions that belong to no unit.
// Clerk, head, committee: their own unit and all below it, at the top thus the whole province.
// Inspector, reviewer, auditor: every unit of their province, wherever their office stands.
// Auditor: writes nothing. Administrator and tip officer: no content of rounds.
bool may(const Viewer& viewer, Action action, std::string_view unit);

}  // namespace liem::assessment
