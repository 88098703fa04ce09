// Trying a value in one leaf's rule, many times over. Pure.
#pragma once

#include <optional>
#include <string>

#include "advice/levers.h"
#include "indicators/inputs.h"

namespace liem::advice {

// The answer a lever's figure would have with this value.
indicators::Answer answer_of(Decimal value);
indicators::Answer answer_yes();

// Points of one leaf as its figures move. Answers are those given, with what was set since.
class LeafProbe {
 public:
  LeafProbe(const indicators::IndicatorSet& set, const Criterion& leaf, indicators::Inputs inputs);

  const indicators::Inputs& inputs() const { return inputs_; }
  void set(const std::string& id, indicators::Answer answer);
  // 0 where the leaf is not scored; nothing where the rule refuses the answers.
  std::optional<Decimal> points() const;
  // The same with another answer in this place.
  std::optional<Decimal> points_with(const std::string& id, const indicators::Answer& answer);

 private:
  const indicators::IndicatorSet& set_;
  std::string code_;
  indicators::Inputs inputs_;
};

struct Found {
  indicators::Answer answer;
  Decimal points;
  bool least = true;
};

// The least change of the lever's figure after which the leaf reaches more than `above`; nothing
// where no change of it does.
std::optional<Found> least_above(LeafProbe& probe, const figures::DataItem& item,
                                 const InputLever& lever, const Decimal& above);

// The least change that reaches the most this figure alone can reach, where that is more than
// `above`.
std::optional<Found> least_for_most(LeafProbe& probe, const figures::DataItem& item,
                                    const InputLever& lever, const Decimal& above);

}  // namespace liem::advice
