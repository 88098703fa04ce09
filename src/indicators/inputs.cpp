#include "indicators/inputs.h"

namespace liem::indicators {

std::string_view name_of(AnswerState state) {
  switch (state) {
    case AnswerState::blank:
      return "blank";
    case AnswerState::given:
      return "given";
    case AnswerState::not_applicable:
      return "not_applicable";
    case AnswerState::not_available:
      break;
  }
  return "not_available";
}

std::string_view name_of(SourceKind kind) {
  switch (kind) {
    case SourceKind::report:
      return "report";
    case SourceKind::form:
      return "form";
    case SourceKind::register_book:
      return "register";
    case SourceKind::external:
      return "external";
    case SourceKind::none:
      break;
  }
  return "none";
}

const Answer& Inputs::at(std::string_view id) const {
  static const Answer blank;
  const auto found = answers.find(id);
  return found == answers.end() ? blank : found->second;
}

}  // namespace liem::indicators
