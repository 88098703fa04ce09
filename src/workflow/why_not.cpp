#include "workflow/why_not.h"

#include <algorithm>

namespace liem::workflow {
namespace {

std::string joined(const std::vector<std::string>& names, std::size_t most) {
  std::string out;
  for (std::size_t at = 0; at < names.size() && at < most; ++at) {
    out += (out.empty() ? "" : ", ") + names[at];
  }
  return out;
}

class Blocks {
 public:
  explicit Blocks(const Transition& transition) : transition_(transition) {}

  void add(ErrorCode code, Args args = {}) {
    args.insert(args.begin(), {"act", transition_.act});
    found_.push_back({code.kind, {std::string(code.id), std::move(args)}});
  }
  void check_who(const Situation& situation);
  void check_states(const Situation& situation);
  void check_time(const Situation& situation);
  void check_complete(const Situation& situation);
  void check_given(const Situation& situation, const Given& given);

  Problems&& found() && { return std::move(found_); }

 private:
  bool stands_there(const Situation& situation) const;
  bool needs(Need need) const {
    return std::ranges::find(transition_.needs, need) != transition_.needs.end();
  }

  const Transition& transition_;
  Problems found_;
};

bool Blocks::stands_there(const Situation& situation) const {
  switch (transition_.standing) {
    case Standing::own:
      return situation.own;
    case Standing::above:
      return situation.above;
    case Standing::province:
      return true;  // who is of the province; others see nothing of it
    case Standing::sees:
      return situation.sees;
  }
  return false;
}

void Blocks::check_who(const Situation& situation) {
  if (!holds(transition_.roles, situation.role)) {
    add(errors::wrong_role,
        {{"role", situation.role}, {"roles", joined(transition_.roles, transition_.roles.size())}});
    return;
  }
  if (!stands_there(situation)) {
    add(transition_.standing == Standing::above ? errors::not_above : errors::not_own_unit);
  }
  if (transition_.which == Which::province && !situation.of_province) {
    add(errors::of_province_alone);
  }
  for (const auto& done : situation.done) {
    if (!holds(transition_.four_eyes, done)) continue;
    add(errors::four_eyes, {{"done", done}});
    return;
  }
}

void Blocks::check_states(const Situation& situation) {
  if (situation.received && !transition_.received) add(errors::received_round);
  if (!transition_.round.empty() && !holds(transition_.round, situation.round)) {
    add(errors::round_state, {{"state", situation.round},
                              {"wanted", joined(transition_.round, transition_.round.size())}});
  }
  if (!transition_.file.empty() && !holds(transition_.file, situation.file)) {
    add(errors::file_state,
        {{"state", situation.file}, {"wanted", joined(transition_.file, transition_.file.size())}});
  }
  if (holds(transition_.from, situation.state)) return;
  const auto code = transition_.of == Level::round  ? errors::round_state
                    : transition_.of == Level::file ? errors::file_state
                                                    : errors::wrong_state;
  add(code,
      {{"state", situation.state}, {"wanted", joined(transition_.from, transition_.from.size())}});
}

void Blocks::check_time(const Situation& situation) {
  if (transition_.step.empty() || !situation.due || situation.today <= *situation.due) return;
  add(errors::past_due, {{"step", transition_.step},
                         {"due", to_vietnamese(*situation.due)},
                         {"today", to_vietnamese(situation.today)}});
}

void Blocks::check_complete(const Situation& situation) {
  if (transition_.complete.empty() || situation.missing.empty()) return;
  constexpr std::size_t most_named = 8;
  if (transition_.complete == "deadlines_set") {
    add(errors::no_deadlines, {{"steps", joined(situation.missing, situation.missing.size())}});
    return;
  }
  const std::size_t more =
      situation.missing.size() - std::min(most_named, situation.missing.size());
  add(errors::incomplete,
      {{"complete", transition_.complete},
       {"count", std::to_string(situation.missing.size())},
       {"missing", joined(situation.missing, most_named) + (more > 0 ? ", …" : "")}});
}

void Blocks::check_given(const Situation& situation, const Given& given) {
  if (needs(Need::reason) && !given.reason) add(errors::needs_reason);
  if (!needs(Need::points)) return;
  if (!given.points) {
    add(errors::needs_points);
    return;
  }
  const bool outside =
      *given.points < 0 || (situation.maximum && *given.points > *situation.maximum);
  if (outside) {
    add(errors::points_outside,
        {{"points", given.points->to_string()},
         {"maximum", situation.maximum ? situation.maximum->to_string() : ""}});
  }
  const bool differs = situation.standing_points && *given.points != *situation.standing_points;
  if (needs(Need::reason_if_differs) && differs && !given.reason) {
    add(errors::needs_reason_where_points_differ,
        {{"points", given.points->to_string()},
         {"standing", situation.standing_points->to_string()}});
  }
}

}  // namespace

Problems why_not(const Transition& transition, const Situation& situation,
                 const std::optional<Given>& given) {
  Blocks blocks(transition);
  blocks.check_who(situation);
  blocks.check_states(situation);
  blocks.check_time(situation);
  blocks.check_complete(situation);
  if (given) blocks.check_given(situation, *given);
  return std::move(blocks).found();
}

}  // namespace liem::workflow
