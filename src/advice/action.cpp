#include "advice/action.h"

#include <algorithm>
#include <map>

#include "advice/errors.h"
#include "advice/levers.h"

namespace liem::advice {
namespace {

using indicators::AnswerState;

Decimal number_of(const Answer& answer) {
  const auto* number = std::get_if<Decimal>(&answer.value);
  return answer.state == AnswerState::given && number != nullptr ? *number : Decimal();
}

Error at(ErrorCode code, std::string_view file, int line, Args more) {
  Args args = {{"file", std::string(file)}, {"line", std::to_string(line)}};
  args.insert(args.end(), more.begin(), more.end());
  return {code.kind, {std::string(code.id), std::move(args)}};
}

bool is_given(const Inputs& inputs, std::string_view id) {
  return inputs.at(id).state == AnswerState::given;
}

// Some action that must come along puts a value there to add to.
bool is_put_there(const std::vector<Action>& actions, const std::vector<std::size_t>& along,
                  std::string_view id) {
  return std::ranges::any_of(along, [&](std::size_t i) {
    return std::ranges::any_of(actions[i].effects, [&](const Effect& effect) {
      return effect.id == id && effect.value && effect.value->state == AnswerState::given;
    });
  });
}

bool lowers(const Effect& effect, const Inputs& inputs) {
  if (effect.add) return effect.add->is_negative();
  return is_given(inputs, effect.id) && std::holds_alternative<Decimal>(effect.value->value) &&
         effect.value->number() < number_of(inputs.at(effect.id));
}

}  // namespace

std::vector<std::size_t> with_needs(const std::vector<Action>& actions, std::size_t which) {
  std::vector<std::size_t> all = {which};
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const auto need : actions[all[i]].needs) {
      if (std::ranges::find(all, need) == all.end()) all.push_back(need);
    }
  }
  std::ranges::sort(all);
  return all;
}

Inputs after_actions(const IndicatorSet& set, const Inputs& inputs,
                     const std::vector<Action>& actions, const std::vector<std::size_t>& chosen) {
  Inputs after = inputs;
  std::map<std::string, Decimal> added;
  for (const auto i : chosen) {
    for (const auto& effect : actions[i].effects) {
      if (effect.value) after.answers.insert_or_assign(effect.id, *effect.value);
      if (effect.add) added[effect.id] += *effect.add;
    }
  }
  for (const auto& [id, add] : added) {
    Answer& answer = after.answers[id];
    answer.value = std::max(Decimal(), number_of(answer) + add);
    answer.state = AnswerState::given;
    answer.source = {};
  }
  for (const auto& [id, add] : added) {  // once every obliged figure stands
    const auto most = limit_of(set, after, id);
    if (most && after.answers[id].number() > *most) after.answers[id].value = *most;
  }
  return after;
}

Problems check_actions(const IndicatorSet& set, const Inputs& inputs,
                       const std::vector<Action>& actions, std::string_view file) {
  Problems problems;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const auto along = with_needs(actions, i);
    bool sound = true;
    for (const auto& effect : actions[i].effects) {
      const Args id = {{"id", effect.id}, {"action", actions[i].id}};
      if (effect.add && !is_given(inputs, effect.id) && !is_put_there(actions, along, effect.id)) {
        problems.push_back(at(errors::add_to_nothing, file, effect.line, id));
        sound = false;
      }
      if (lowers(effect, inputs) && is_obliged(set, effect.id)) {
        problems.push_back(at(errors::lowers_obliged, file, effect.line, id));
        sound = false;
      }
    }
    if (!sound) continue;
    for (auto& problem :
         indicators::check_inputs(after_actions(set, inputs, actions, along), file, set)) {
      problems.push_back(std::move(problem));
    }
  }
  return problems;
}

}  // namespace liem::advice
