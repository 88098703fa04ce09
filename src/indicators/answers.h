// A unit's answers as rules read them: by the index of the data item, without looking up ids.
#pragma once

#include <vector>

#include "indicators/inputs.h"

namespace liem::indicators {

struct Reply {
  AnswerState state = AnswerState::blank;
  Decimal number;                // only where given; of a yes_no 1 or 0
  const Answer* told = nullptr;  // where the ground and the source stand, if anywhere

  bool yes() const { return !number.is_zero(); }
};

class Answers {
 public:
  explicit Answers(std::size_t items) : replies_(items) {}
  // Those of `inputs` that the catalogue knows. `inputs` must outlive them.
  Answers(const Inputs& inputs, const figures::ItemCatalogue& items);

  const Reply& at(std::size_t item) const { return replies_[item]; }
  void set(std::size_t item, const Reply& reply) { replies_[item] = reply; }
  void set(std::size_t item, const Answer& answer);

 private:
  std::vector<Reply> replies_;
};

// Those that an expression reads.
Answers answers_to(const Expression& expression, const Inputs& inputs);

}  // namespace liem::indicators
