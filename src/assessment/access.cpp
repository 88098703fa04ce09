#include "assessment/access.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace liem::assessment {
namespace {

constexpr std::array<std::pair<std::string_view, Role>, 8> role_names{{
    {"clerk", Role::clerk},
    {"head", Role::head},
    {"inspector", Role::inspector},
    {"committee", Role::committee},
    {"reviewer", Role::reviewer},
    {"tip_officer", Role::tip_officer},
    {"auditor", Role::auditor},
    {"administrator", Role::administrator},
}};

enum class Scope { nothing, own_and_below, province };

Scope scope_of(Role role) {
  switch (role) {
    case Role::clerk:
    case Role::head:
    case Role::committee:
      return Scope::own_and_below;
    case Role::inspector:
    case Role::reviewer:
    case Role::auditor:
      return Scope::province;
    case Role::tip_officer:
    case Role::administrator:
      return Scope::nothing;
  }
  return Scope::nothing;
}

// A province's id is that of its top unit.
bool sees_province(const Viewer& viewer) {
  const Scope scope = scope_of(viewer.role);
  return scope == Scope::province ||
         (scope == Scope::own_and_below && viewer.unit == viewer.province);
}

bool sees(const Viewer& viewer, std::string_view unit) {
  if (sees_province(viewer)) return true;
  return scope_of(viewer.role) == Scope::own_and_below &&
         (viewer.unit == unit || std::ranges::binary_search(viewer.below, unit));
}

}  // namespace

bool sees_by_tree(const Viewer& viewer) {
  return scope_of(viewer.role) == Scope::own_and_below && !sees_province(viewer);
}

bool involves(const Viewer& viewer, std::string_view account) {
  return viewer.account == account || (viewer.acting_for && viewer.acting_for->account == account);
}

bool may_be_delegated(Role role) {
  switch (role) {
    case Role::clerk:
    case Role::head:
    case Role::inspector:
    case Role::committee:
    case Role::reviewer:
      return true;
    case Role::tip_officer:
    case Role::auditor:
    case Role::administrator:
      return false;
  }
  return false;
}

std::vector<std::string> units_below(std::string_view unit, const std::vector<UnitAbove>& all) {
  std::multimap<std::string_view, std::string_view> below;  // by the unit above
  for (const auto& one : all) below.emplace(one.above, one.unit);
  std::set<std::string_view> known{unit};
  std::vector<std::string_view> next{unit};
  while (!next.empty()) {
    const auto [first, last] = below.equal_range(next.back());
    next.pop_back();
    for (auto one = first; one != last; ++one) {
      if (known.insert(one->second).second) next.push_back(one->second);
    }
  }
  known.erase(unit);
  return {known.begin(), known.end()};
}

std::optional<Role> role_of(std::string_view name) {
  for (const auto& [known, role] : role_names) {
    if (known == name) return role;
  }
  return std::nullopt;
}

std::vector<std::string_view> all_roles() {
  std::vector<std::string_view> out;
  for (const auto& [name, role] : role_names) out.push_back(name);
  return out;
}

std::string_view name_of(Role role) {
  for (const auto& [name, known] : role_names) {
    if (known == role) return name;
  }
  return "";
}

bool may(const Viewer& viewer, Action action, std::string_view unit) {
  const Scope scope = scope_of(viewer.role);
  switch (action) {
    case Action::see_rounds:
      return true;
    case Action::list_units:
    case Action::read_text:
      return scope != Scope::nothing;
    case Action::keep_document:
      return scope != Scope::nothing && viewer.role != Role::auditor;
    case Action::accept_finding:
      return viewer.role == Role::inspector || (viewer.role == Role::clerk && viewer.unit == unit);
    case Action::see_all_units:
      return sees_province(viewer);
    case Action::see_log:
      return viewer.role == Role::inspector || viewer.role == Role::auditor ||
             (viewer.role == Role::head && sees(viewer, unit));
    case Action::see_unit:
      return sees(viewer, unit);
  }
  return false;
}

}  // namespace liem::assessment
