// A figure of a unit with units below it, opened into its parts: which unit gave what.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/words.h"
#include "figures/roll_up.h"
#include "indicators/inputs.h"
#include "indicators/sentence.h"

namespace liem::indicators {

// How people know a unit.
struct UnitName {
  std::string id;
  Words words;
};

struct FigurePart {
  std::shared_ptr<const UnitName> unit;
  bool own = false;          // what the unit says itself, beside the units below it
  figures::RolledUp figure;  // of a unit below, with all that stand below it
  std::optional<Date> day;   // on which it was given, where it was told
};

struct RolledUpFigure {
  figures::RollUp way = figures::RollUp::sum;
  figures::RolledUp whole;
  // The unit's own first where it says something, then the units directly below in their order.
  std::vector<FigurePart> parts;
  // More done than obliged, since not every unit gave both: the sum is not used.
  bool contradictory = false;
};

// Until when the units below told their values: the latest day told, nothing where none was told.
// A value without a day counts as of the last day of the assessed period.
std::optional<Date> latest_day(const Inputs& inputs);

// In words, of which days the values and the tree are that a unit with others below it rests on.
Message below_dates(const Inputs& inputs);

// In words, how the figure comes from its parts, or why it does not.
Sentence how_sentence(const RolledUpFigure& figure);

}  // namespace liem::indicators
