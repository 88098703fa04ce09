#include "indicators/scorer.h"

#include <algorithm>

namespace liem::indicators {
namespace {

constexpr int shown_places = 6;  // where the set does not round
constexpr std::size_t usual_steps = 4;

void lay_out(const std::vector<Criterion>& criteria, std::vector<Place>& places) {
  for (const auto& criterion : criteria) {
    const std::size_t place = places.size();
    places.push_back({&criterion, 0});
    lay_out(criterion.children, places);
    places[place].end = places.size();
  }
}

// The template of the step that rounds: by mode, then to decimals or steps, published or assumed.
std::string_view rounding_step(const RoundingRule& rule) {
  constexpr std::string_view names[] = {
      "indicators.step.rounded_half_up",
      "indicators.step.rounded_half_up_assumed",
      "indicators.step.rounded_half_up_to_step",
      "indicators.step.rounded_half_up_to_step_assumed",
      "indicators.step.rounded_half_even",
      "indicators.step.rounded_half_even_assumed",
      "indicators.step.rounded_half_even_to_step",
      "indicators.step.rounded_half_even_to_step_assumed",
      "indicators.step.rounded_half_down",
      "indicators.step.rounded_half_down_assumed",
      "indicators.step.rounded_half_down_to_step",
      "indicators.step.rounded_half_down_to_step_assumed",
      "indicators.step.rounded_up",
      "indicators.step.rounded_up_assumed",
      "indicators.step.rounded_up_to_step",
      "indicators.step.rounded_up_to_step_assumed",
      "indicators.step.rounded_down",
      "indicators.step.rounded_down_assumed",
      "indicators.step.rounded_down_to_step",
      "indicators.step.rounded_down_to_step_assumed",
  };
  return names[static_cast<std::size_t>(rule.mode) * 4 + (rule.step ? 2 : 0) +
               (rule.provenance == Provenance::assumed ? 1 : 0)];
}

Decimal in_six_places(const Rational& value) {
  return value.rounded(shown_places, Rounding::half_up);
}

}  // namespace

std::vector<Place> places_of(const IndicatorSet& set) {
  std::vector<Place> places(1);
  lay_out(set.criteria, places);
  places.front().end = places.size();
  return places;
}

Scorer::Scorer(const IndicatorSet& set) : set_(set), places_(places_of(set)) {
  marks_.resize(places_.size());
  shown_.resize(places_.size());
  for (std::size_t place = 0; place < places_.size(); ++place) fixed_.push_back(fixed(place));
  for (std::size_t place = 0; place < places_.size(); ++place) {
    Fixed& group = fixed_[place];
    each_child(place, [&](std::size_t child) {
      if (fixed_[child].inside) group.of_children += fixed_[child].maximum;
      group.has_outside = group.has_outside || !fixed_[child].inside;
    });
  }
}

Scorer::Fixed Scorer::fixed(std::size_t place) const {
  Fixed out;
  const Criterion* criterion = places_[place].criterion;
  out.maximum = criterion == nullptr ? set_.points : criterion->points;
  out.leaf = criterion != nullptr && criterion->leaf;
  out.inside = criterion == nullptr || criterion->sum == Criterion::Sum::inside;
  out.bonus = out.leaf && std::holds_alternative<Bonus>(criterion->leaf->rule);
  const auto level = criterion == nullptr ? RoundingRule::At::total
                     : out.leaf           ? RoundingRule::At::leaf
                                          : RoundingRule::At::group;
  out.rounds = level >= set_.rounding.at;
  out.rounded_maximum = out.maximum;
  if (out.rounds) round(out.rounded_maximum, out.maximum);
  out.shown_maximum = rules::in_millionths(out.maximum);
  out.shown_rounded_maximum = rules::in_millionths(out.rounded_maximum);
  return out;
}

std::span<const rules::ShownPoints> Scorer::points_of(const Unit& unit) {
  score(unit, Detail::points);
  return shown_;
}

CriterionScore Scorer::explanation_of(const Unit& unit) {
  if (rule_texts_.empty()) describe_rules();
  steps_.assign(places_.size(), {});
  for (auto& steps : steps_) steps.reserve(usual_steps);
  score(unit, Detail::steps);
  return tree(0);
}

void Scorer::describe_rules() {
  rule_texts_.resize(places_.size());
  const Answers none(set_.items.items().size());
  for (std::size_t place = 1; place < places_.size(); ++place) {
    if (!criterion(place).leaf) continue;
    const rules::Question question{none, set_.items, criterion(place).points, nullptr, place, {}};
    auto text = rules::describe(criterion(place).leaf->rule, question);
    own_words(text);
    rule_texts_[place] = SharedSentences(std::move(text));
  }
}

void Scorer::score(const Unit& unit, Detail detail) {
  detail_ = detail;
  has_self_ = !unit.self.empty();
  group(unit, 0);
  finish(0);
}

void Scorer::leaf(const Unit& unit, std::size_t place) {
  const Criterion& leaf = criterion(place);
  rules::Outcome outcome = rules::apply(
      leaf.leaf->rule, {unit.answers, set_.items, leaf.points, steps(place), place, unit.below});
  Mark& mark = marks_[place];
  mark.state = outcome.state;
  mark.reached = std::move(outcome.reached);
  mark.reachable = std::move(outcome.reachable);
  mark.maximum = fixed_[place].maximum;
  mark.self.reset();
  mark.moves_to = nullptr;
  if (has_self_) {
    const auto self = unit.self.find(leaf.code);
    if (self != unit.self.end()) mark.self = self->second;
  }
  if (mark.state == State::not_applicable) apply_policy(place, outcome.decided);
}

void Scorer::group(const Unit& unit, std::size_t place) {
  bool moves = false;
  each_child(place, [&](std::size_t child) {
    if (fixed_[child].leaf) {
      leaf(unit, child);
    } else {
      group(unit, child);
    }
    moves = moves || marks_[child].moves_to != nullptr;
  });
  if (moves) move_points(place);
  each_child(place, [&](std::size_t child) { finish(child); });
  Mark& mark = marks_[place];
  mark.reached = mark.reachable = Rational();
  mark.maximum = fixed_[place].maximum;
  mark.self.reset();
  mark.moves_to = nullptr;
  mark.state = state_of_group(place);
  if (mark.state != State::not_applicable) {
    if (has_self_) add_self(place);
    add_up(place);
    if (fixed_[place].has_outside) add_outside(place);
    return;
  }
  if (auto* told = steps(place)) told->push_back({"indicators.step.group_not_applicable", {}});
  if (place != 0) apply_policy(place, nullptr);
}

// What holds where a criterion does not apply; a rule may have decided by no occurrence already.
void Scorer::apply_policy(std::size_t place, const Policy* decided) {
  const Policy& policy = decided != nullptr ? *decided : criterion(place).not_applicable;
  Mark& mark = marks_[place];
  auto* told = steps(place);
  mark.moves_to = std::get_if<MoveTo>(&policy);
  if (mark.moves_to != nullptr) return;
  if (std::holds_alternative<NotApplicable>(policy)) {
    if (told && decided == nullptr) told->push_back({"indicators.step.dropped", {}});
    return;
  }
  Rational points;
  if (std::holds_alternative<FullPoints>(policy)) points = mark.maximum;
  if (const auto* fixed = std::get_if<FixedPoints>(&policy)) points = fixed->points;
  mark.state = State::scored;
  mark.reached = points;
  mark.reachable = mark.maximum;
  if (told) told->push_back({"indicators.step.not_applicable_points", {{"points", points}}});
}

void Scorer::move_points(std::size_t group) {
  each_child(group, [&](std::size_t from) {
    const MoveTo* moves_to = marks_[from].moves_to;
    if (moves_to == nullptr) return;
    each_child(group, [&](std::size_t to) {
      if (criterion(to).code != moves_to->code) return;
      if (marks_[to].state != State::not_applicable) {
        move_points(marks_[from], marks_[to], from, to);
      } else if (auto* told = steps(from)) {
        told->push_back({"indicators.step.moved_nowhere", {{"code", moves_to->code}}});
      }
    });
  });
}

// The points of `from` count with `to`: what `to` reached is brought to both maxima together.
void Scorer::move_points(Mark& from, Mark& to, std::size_t from_place, std::size_t to_place) {
  const Rational own = to.maximum;
  to.maximum += from.maximum;
  const Rational scale = to.maximum / own;
  const Rational before = to.reached;
  to.reached = before * scale;
  to.reachable = to.reachable * scale;
  if (to.self) to.self = *to.self * scale;
  if (auto* told = steps(from_place)) {
    told->push_back({"indicators.step.moved_to",
                     {{"points", from.maximum}, {"code", criterion(to_place).code}}});
  }
  auto* told = steps(to_place);
  if (told == nullptr || to.state != State::scored) return;
  told->push_back({"indicators.step.moved_here",
                   {{"code", criterion(from_place).code},
                    {"points", from.maximum},
                    {"before", before},
                    {"maximum", to.maximum},
                    {"own", own},
                    {"result", to.reached}}});
}

State Scorer::state_of_group(std::size_t group) const {
  bool applies = false;
  bool any[4] = {};
  each_child(group, [&](std::size_t child) {
    const State state = marks_[child].state;
    any[static_cast<int>(state)] = true;
    if (fixed_[child].inside && state != State::not_applicable) applies = true;
  });
  if (!applies) return State::not_applicable;
  for (const auto state : {State::scored, State::blank, State::not_available}) {
    if (any[static_cast<int>(state)]) return state;
  }
  return State::not_applicable;
}

// Of the children inside the sum, where each has one.
void Scorer::add_self(std::size_t group) {
  Rational sum;
  bool all = true;
  each_child(group, [&](std::size_t child) {
    const Mark& part = marks_[child];
    if (!fixed_[child].inside || part.state == State::not_applicable) return;
    all = all && part.self;
    if (all) sum += *part.self;
  });
  if (all) marks_[group].self = std::move(sum);
}

// What the children inside the sum come to, brought to the group's own points.
void Scorer::add_up(std::size_t group) {
  Mark& mark = marks_[group];
  bool all = true;
  each_child(group, [&](std::size_t child) {
    const Mark& part = marks_[child];
    if (!fixed_[child].inside) return;
    all = all && part.state != State::not_applicable;
    if (part.state == State::not_applicable) return;
    mark.reached += part.reached;
    mark.reachable += part.reachable;
  });
  if (auto* told = steps(group)) tell_sum(group, *told);
  // Points move only from what does not apply.
  const Rational applicable = all ? fixed_[group].of_children : applicable_points(group);
  if (applicable != mark.maximum) rescale(group, applicable);
}

void Scorer::tell_sum(std::size_t group, std::vector<Sentence>& told) const {
  std::vector<Term> terms;
  each_child(group, [&](std::size_t child) {
    if (!fixed_[child].inside || marks_[child].state != State::scored) return;
    terms.push_back({marks_[child].reached, std::nullopt, criterion(child).code});
  });
  told.push_back(
      {"indicators.step.sum", {{"terms", std::move(terms)}, {"result", marks_[group].reached}}});
}

Rational Scorer::applicable_points(std::size_t group) const {
  Rational sum;
  each_child(group, [&](std::size_t child) {
    const bool counts = fixed_[child].inside && marks_[child].state != State::not_applicable;
    if (counts) sum += marks_[child].maximum;
  });
  return sum;
}

// Brings the group to its own points where some of its children do not apply.
void Scorer::rescale(std::size_t group, const Rational& applicable) {
  Mark& mark = marks_[group];
  const Rational scale = mark.maximum / applicable;
  const Rational sum = mark.reached;
  mark.reached = sum * scale;
  mark.reachable = mark.reachable * scale;
  if (mark.self) mark.self = *mark.self * scale;
  if (auto* told = steps(group)) {
    told->push_back({"indicators.step.rescaled",
                     {{"sum", sum},
                      {"maximum", mark.maximum},
                      {"applicable", applicable},
                      {"result", mark.reached}}});
  }
}

// Adds what is rewarded or taken off beyond the sum; the group stays within 0 and its maximum.
void Scorer::add_outside(std::size_t group) {
  Mark& mark = marks_[group];
  const Rational none;
  each_child(group, [&](std::size_t child) {
    const Mark& part = marks_[child];
    if (fixed_[child].inside || part.state != State::scored) return;
    const bool bonus = fixed_[child].bonus;
    const Rational start = bonus ? none : part.maximum;
    const Rational before = mark.reached, change = part.reached - start;
    if (bonus) mark.reachable = std::min(mark.reachable + part.reachable, mark.maximum);
    mark.reached = std::clamp(before + change, none, mark.reachable);
    if (mark.self && part.self) {
      mark.self = std::clamp(*mark.self + *part.self - start, none, mark.maximum);
    }
    if (auto* told = steps(group)) {
      told->push_back({bonus ? "indicators.step.bonus" : "indicators.step.taken_off",
                       {{"code", criterion(child).code},
                        {"before", before},
                        {"points", bonus ? change : none - change},
                        {"maximum", mark.maximum},
                        {"result", mark.reached}}});
    }
  });
}

void Scorer::round(Rational& value, const Rational& maximum) const {
  const RoundingRule& rule = set_.rounding;
  if (rule.step) {
    Rational steps = value / *rule.step;
    round_to(steps, 0, rule.mode);
    value = steps * *rule.step;
  } else {
    round_to(value, rule.decimals, rule.mode);
  }
  // A maximum finer than the set's steps is still the maximum.
  if (value > maximum) value = maximum;
}

// Most leaves reach nothing or all of their points.
std::int64_t Scorer::finish(Rational& points, std::size_t place) const {
  const Fixed& fixed = fixed_[place];
  const Rational& maximum = marks_[place].maximum;
  if (points.is_zero()) return 0;
  if (points == fixed.maximum && maximum == fixed.maximum) {
    points = fixed.rounded_maximum;
    return fixed.shown_rounded_maximum;
  }
  if (fixed.rounds) round(points, maximum);
  return rules::in_millionths(points);
}

void Scorer::finish(std::size_t place) {
  Mark& mark = marks_[place];
  const Fixed& fixed = fixed_[place];
  auto* told = steps(place);
  const Rational before = told != nullptr ? mark.reached : Rational();
  shown_[place] = {
      mark.state, finish(mark.reached, place), finish(mark.reachable, place),
      mark.maximum == fixed.maximum ? fixed.shown_maximum : rules::in_millionths(mark.maximum)};
  if (mark.self && fixed.rounds) round(*mark.self, mark.maximum);
  if (told == nullptr) return;
  if (before == mark.reached) {
    told->push_back({"indicators.step.points", {{"points", mark.reached}}});
    return;
  }
  told->push_back({rounding_step(set_.rounding),
                   {{"exact", before},
                    {"decimals", Decimal(set_.rounding.decimals)},
                    {"step", set_.rounding.step.value_or(0)},
                    {"points", shown_[place].points().reached}}});
}

CriterionScore Scorer::tree(std::size_t place) {
  CriterionScore score;
  const auto& shown = shown_[place];
  if (place != 0) score.code = criterion(place).code;
  score.state = shown.state;
  score.points = shown.points();
  if (marks_[place].self) score.self = in_six_places(*marks_[place].self);
  if (score.self && shown.state != State::not_applicable) {
    score.gap = *score.self - score.points.reached;
  }
  score.rule_text = rule_texts_[place];
  score.steps = std::move(steps_[place]);
  std::size_t children = 0;
  each_child(place, [&](std::size_t) { ++children; });
  score.children.reserve(children);
  each_child(place, [&](std::size_t child) { score.children.push_back(tree(child)); });
  return score;
}

}  // namespace liem::indicators
