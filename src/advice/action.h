// What a unit could do to win points: what it costs and which answers it changes.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "advice/change.h"

namespace liem::advice {

// Exactly one of value, put in place, and add, on top of what is there (below 0: taken away).
struct Effect {
  std::string id;
  std::optional<Answer> value;
  std::optional<Decimal> add;
  int line = 0;  // in the list it was read from
};

struct Action {
  std::string id, title;
  std::int64_t day_hundredths = 0;  // person-days
  std::int64_t money = 0;           // đồng
  std::vector<Effect> effects;
  std::vector<std::size_t> excludes, needs;  // places in the list
  int line = 0;
};

inline constexpr std::size_t most_actions = 200, most_changes = 50;  // of one action

// Reads a list of {id, title, days, money, changes: [{id, value | add}], excludes?, needs?}, YAML
// or JSON; its shape is told in docs/decisions/0009-scores-over-time.md. Every problem at once,
// each with {file} and {line}.
std::expected<std::vector<Action>, Problems> load_actions(std::string_view text,
                                                          std::string_view file,
                                                          const IndicatorSet& set);

// Days as hundredths, at most two decimals; errors::bad_days. Money whole đồng; errors::bad_money.
// {value} is the text given.
Result<std::int64_t> day_hundredths(std::string_view text);
Result<std::int64_t> whole_money(std::string_view text);

// `inputs` after these actions: of values put in one place the last in the list holds, additions
// count on top, up to what was obliged and down to 0. Actions are places in `actions`.
Inputs after_actions(const IndicatorSet& set, const Inputs& inputs,
                     const std::vector<Action>& actions, const std::vector<std::size_t>& chosen);

// What keeps these actions from these answers: an addition to a figure that is not answered, less
// of what was obliged, an action that alone (with those it needs) gives answers the rules refuse.
Problems check_actions(const IndicatorSet& set, const Inputs& inputs,
                       const std::vector<Action>& actions, std::string_view file);

// The actions `which` cannot do without, itself included.
std::vector<std::size_t> with_needs(const std::vector<Action>& actions, std::size_t which);

}  // namespace liem::advice
