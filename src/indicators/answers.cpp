#include "indicators/answers.h"

#include <algorithm>

namespace liem::indicators {

Answers::Answers(const Inputs& inputs, const figures::ItemCatalogue& items)
    : replies_(items.items().size()) {
  for (const auto& [id, answer] : inputs.answers) {
    if (const auto* item = items.find(id)) set(item->index, answer);
  }
}

void Answers::set(std::size_t item, const Answer& answer) {
  Reply& reply = replies_[item];
  reply = {answer.state, {}, &answer};
  if (answer.state != AnswerState::given) return;
  const auto* yes = std::get_if<bool>(&answer.value);
  reply.number = yes != nullptr ? Decimal(*yes ? 1 : 0) : answer.number();
}

Answers answers_to(const Expression& expression, const Inputs& inputs) {
  std::size_t items = 0;
  for (const auto& node : expression.nodes) items = std::max(items, node.item_index + 1);
  Answers answers(items);
  for (const auto& node : expression.nodes) {
    if (node.operation == Operation::item) answers.set(node.item_index, inputs.at(node.item));
  }
  return answers;
}

}  // namespace liem::indicators
