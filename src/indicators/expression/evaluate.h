// The value of an expression for a unit's answers, and how it came about.
#pragma once

#include <vector>

#include "base/rational.h"
#include "indicators/answers.h"
#include "indicators/expression/expression.h"
#include "indicators/sentence.h"

namespace liem::indicators {

// Where operands lack a value, not applicable outweighs not available, that outweighs blank, and
// that outweighs no occurrence. Only what decides is asked for: of if(c, a, b) the condition and
// the branch it chooses; `and` is no as soon as one side is no, `or` yes as soon as one is yes.
// Something divided by 0 did not occur, also while what was done is blank.
struct Evaluated {
  enum class State { given, blank, not_available, not_applicable, no_occurrence };
  State state = State::given;
  Rational number;  // only where given
  bool yes = false;
  // Of the expression, which they must not outlive: the items that speak for the state, once each.
  std::vector<const Expression::Node*> lacking;
  std::size_t divisor = 0;  // node that is 0; only where nothing occurred
};

Evaluated evaluate(const Expression& expression, const Answers& answers);
Evaluated evaluate(const Expression& expression, const Inputs& inputs);

// names: “declared” ÷ “obliged”; values: 9 ÷ 10, with the label where there is no value.
enum class Shown { names, values };
Sentence formula_sentence(const Expression& expression, const figures::ItemCatalogue& items,
                          const Answers& answers, Shown shown);
Sentence formula_sentence(const Expression& expression, const figures::ItemCatalogue& items,
                          const Inputs& inputs, Shown shown);
// The same of one node.
Sentence formula_sentence(const Expression& expression, std::size_t node,
                          const figures::ItemCatalogue& items, const Answers& answers, Shown shown);

}  // namespace liem::indicators
