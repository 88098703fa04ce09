#include "assessment/access.h"

#include <array>
#include <utility>

namespace liem::assessment {
namespace {

constexpr std::array<std::pair<std::string_view, Role>, 7> role_names{{
    {"clerk", Role::clerk},
    {"head", Role::head},
    {"inspector", Role::inspector},
    {"committee", Role::committee},
    {"reviewer", Role::reviewer},
    {"auditor", Role::auditor},
    {"administrator", Role::administrator},
}};

enum class Scope { nothing, own_unit, province };

Scope scope_of(Role role) {
  switch (role) {
    case Role::clerk:
    case Role::head:
      return Scope::own_unit;
    case Role::inspector:
    case Role::committee:
    case Role::reviewer:
    case Role::auditor:
      return Scope::province;
    case Role::administrator:
      return Scope::nothing;
  }
  return Scope::nothing;
}

}  // namespace

std::optional<Role> role_of(std::string_view name) {
  for (const auto& [known, role] : role_names) {
    if (known == name) return role;
  }
  return std::nullopt;
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
    case Action::accept_finding:
      return viewer.role == Role::inspector || (viewer.role == Role::clerk && viewer.unit == unit);
    case Action::see_all_units:
      return scope == Scope::province;
    case Action::see_log:
      return viewer.role == Role::inspector || viewer.role == Role::auditor ||
             (viewer.role == Role::head && viewer.unit == unit);
    case Action::see_unit:
      return scope == Scope::province || (scope == Scope::own_unit && viewer.unit == unit);
  }
  return false;
}

}  // namespace liem::assessment
