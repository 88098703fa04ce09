#include "figures/figure.h"

namespace liem::figures {

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

}  // namespace liem::figures
