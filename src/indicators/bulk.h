// The points of every unit of a tree, from figures rolled up to it; one scorer for all of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "figures/roll_up.h"
#include "indicators/scorer.h"

namespace liem::indicators {

// One entry for each item of the set's catalogue, by its index: how it rolls up.
std::vector<figures::RollUp> ways_of(const IndicatorSet& set);

class BulkScores {
 public:
  // `figures` are those of the set's items by their index, with values that load_inputs would take;
  // `names` of the units, for explanations of what is inherited. `set` must outlive this.
  BulkScores(const IndicatorSet& set, figures::RollUps figures, std::vector<std::string> names);

  const figures::RollUps& figures() const { return figures_; }
  std::span<const Place> places() const { return scorer_.places(); }
  struct At {
    State state = State::blank;
    Points points;
  };
  At at(std::size_t unit, std::size_t place) const;
  // Made on demand from the same figures. Its sentences hold as long as the set.
  CriterionScore explanation_of(std::size_t unit);
  // One figure changes; where a rule reads the item, this unit and those above it are scored anew.
  void set(std::size_t item, std::size_t unit, const figures::Figure& figure);

 private:
  struct BelowOne;  // what rules that inherit are told of the units right below
  void score(std::size_t unit);
  void fill(Answers& answers, std::size_t unit) const;
  BelowOne below(std::size_t unit) const;
  Scorer::Unit asked(std::size_t unit, const BelowOne& below);

  const IndicatorSet& set_;
  figures::RollUps figures_;
  std::vector<std::string> names_;
  Scorer scorer_;
  std::vector<std::size_t> read_;  // items that rules read
  bool inherits_ = false;          // whether a rule reads the units below
  Answers answers_;                // of the unit being scored
  std::span<const rules::ShownPoints> shown_of(std::size_t unit) const {
    return std::span(shown_).subspan(unit * places().size(), places().size());
  }

  std::vector<rules::ShownPoints> shown_;  // by unit and place: unit * places + place
};

}  // namespace liem::indicators
