#include "assessment/document.h"

#include <array>
#include <utility>

namespace liem::assessment {
namespace {

constexpr std::array<std::pair<std::string_view, DocumentState>, 5> state_names{{
    {"waiting", DocumentState::waiting},
    {"extracting", DocumentState::extracting},
    {"reading", DocumentState::reading},
    {"done", DocumentState::done},
    {"failed", DocumentState::failed},
}};

}  // namespace

std::optional<DocumentState> document_state_of(std::string_view name) {
  for (const auto& [known, state] : state_names) {
    if (known == name) return state;
  }
  return std::nullopt;
}

std::string_view name_of(DocumentState state) {
  for (const auto& [name, known] : state_names) {
    if (known == state) return name;
  }
  return "";
}

}  // namespace liem::assessment
