#include "indicators/inputs.h"

namespace liem::indicators {

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
    case SourceKind::units:
      return "units";
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
