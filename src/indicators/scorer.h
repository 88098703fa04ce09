// Scores one unit after the other under a set: the only way in which points come about, with the
// steps that lead to them or without.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/rational.h"
#include "indicators/answers.h"
#include "indicators/rules/kind.h"
#include "indicators/score.h"

namespace liem::indicators {

// A criterion in a set's order: the total, which has none, then each before those below it.
struct Place {
  const Criterion* criterion = nullptr;
  std::size_t end = 0;  // one past the last place below it
};
std::vector<Place> places_of(const IndicatorSet& set);

class Scorer {
 public:
  using SelfPoints = std::map<std::string, Decimal, std::less<>>;  // by code of the leaf
  struct Unit {
    const Answers& answers;
    const SelfPoints& self;
    std::span<const rules::Below> below;
  };

  explicit Scorer(const IndicatorSet& set);  // which must outlive it

  std::span<const Place> places() const { return places_; }
  // What the criterion at each place shows; holds until the next unit is scored.
  std::span<const rules::ShownPoints> points_of(const Unit& unit);
  // The same with self points, rules and steps.
  CriterionScore explanation_of(const Unit& unit);

 private:
  // What is carried upwards, exactly unless the set has rounded it.
  struct Mark {
    State state = State::blank;
    Rational reached, reachable;
    Rational maximum;  // with what siblings moved here
    std::optional<Rational> self;
    const MoveTo* moves_to = nullptr;  // only where it is not applicable
  };
  // What the set says of a place, so that scoring does not look it up in the tree of criteria.
  struct Fixed {
    Rational maximum;
    std::int64_t shown_maximum = 0;
    Rational rounded_maximum;  // where all of it is reached
    std::int64_t shown_rounded_maximum = 0;
    Rational of_children;  // the maxima right below, inside the sum
    bool leaf = false, inside = true, bonus = false;
    bool rounds = false;       // at this level
    bool has_outside = false;  // right below
  };
  enum class Detail { points, steps };

  Fixed fixed(std::size_t place) const;
  void score(const Unit& unit, Detail detail);
  // Before anything is rounded.
  void leaf(const Unit& unit, std::size_t place);
  void group(const Unit& unit, std::size_t place);
  void apply_policy(std::size_t place, const Policy* decided);
  void move_points(std::size_t group);
  void move_points(Mark& from, Mark& to, std::size_t from_place, std::size_t to_place);
  State state_of_group(std::size_t group) const;
  void add_up(std::size_t group);
  void tell_sum(std::size_t group, std::vector<Sentence>& told) const;
  Rational applicable_points(std::size_t group) const;
  void rescale(std::size_t group, const Rational& applicable);
  void add_outside(std::size_t group);
  // Rounds where the set says so for this level, and tells the last step.
  void finish(std::size_t place);
  // The same of points of the place: rounded, they show the number it gives back.
  std::int64_t finish(Rational& points, std::size_t place) const;
  void round(Rational& value, const Rational& maximum) const;
  CriterionScore tree(std::size_t place);
  void describe_rules();
  void add_self(std::size_t group);

  // Each place right below the group.
  template <class Visit>
  void each_child(std::size_t group, Visit visit) const {
    for (auto child = group + 1; child < places_[group].end; child = places_[child].end) {
      visit(child);
    }
  }
  const Criterion& criterion(std::size_t place) const { return *places_[place].criterion; }
  std::vector<Sentence>* steps(std::size_t place) {
    return detail_ == Detail::steps ? &steps_[place] : nullptr;
  }

  const IndicatorSet& set_;
  std::vector<Place> places_;
  std::vector<Fixed> fixed_;                 // by place
  std::vector<SharedSentences> rule_texts_;  // by place, once somebody asked
  Detail detail_ = Detail::points;
  bool has_self_ = false;
  // Of the unit scored last, by place.
  std::vector<Mark> marks_;
  std::vector<rules::ShownPoints> shown_;
  std::vector<std::vector<Sentence>> steps_;
};

}  // namespace liem::indicators
