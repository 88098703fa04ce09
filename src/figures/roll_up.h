// The figures of a tree's units, each unit's taken together with those of the units below it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/error.h"
#include "figures/item.h"
#include "figures/table.h"
#include "figures/tree.h"

namespace liem::figures {

// How many of the units below, the unit itself among them, say what. A unit that has units below
// and is blank itself answers through them and is not counted, but for items kept apart.
struct Tally {
  std::uint32_t given = 0, blank = 0, not_applicable = 0, not_available = 0;

  std::uint32_t missing() const { return blank + not_available; }
  bool operator==(const Tally&) const = default;
};

// given: the value is final; with sum and max no unit is missing, with any one said yes or none is
// missing, with all one said no or none is missing, with last one was given.
// not_available: some were given, but the missing ones could change the value.
// Where none was given: blank if one is blank, else not_available if one is that, else
// not_applicable.
struct RolledUp {
  Figure figure;
  Decimal so_far;  // of what was given; 0 where nothing was
  Tally tally;
  bool operator==(const RolledUp&) const = default;
};

// "Rolled up from 137 of 140 units; 3 have no figure yet", as a template's key and values.
Message said(const Tally& tally);

class RollUps {
 public:
  // `own` holds what each unit of the tree says itself; `ways` has one entry for each of its items.
  RollUps(Table own, Tree tree, std::vector<RollUp> ways);

  const Table& own() const { return own_; }
  const Tree& tree() const { return tree_; }
  RolledUp at(std::size_t item, std::size_t unit) const;
  Figure figure_at(std::size_t item, std::size_t unit) const;  // at().figure
  // Of each of the items tell(item, state, value) as of figure_at(). Most units are lowest ones,
  // whose figures stand in the table: what is told is put together where it is told, not copied.
  template <class Tell>
  void each_figure(std::span<const std::size_t> items, std::size_t unit, Tell tell) const {
    if (!tree_.has_below(unit)) {
      for (const auto item : items) tell_lowest(item, unit, tell);
      return;
    }
    for (const auto item : items) {
      const Figure figure = figure_at(item, unit);
      tell(item, figure.state, figure.value);
    }
  }
  // One figure changes: of the roll-ups, those of this unit and the units above it.
  void set(std::size_t item, std::size_t unit, const Figure& figure);

 private:
  // What a unit and all below it come to: the sum of the values given (of a yes_no the number of
  // yes), or the one that counts of max and last.
  struct Sum {
    __int128 mantissa = 0;
    std::int32_t scale = 0;
    std::int32_t day = 0;
    Tally tally;
  };

  // Of the lowest units right below a unit, in a column of whole values that add up.
  struct Whole {
    __int128 value = 0;
    std::uint32_t states[4] = {};
  };

  void roll_up(std::size_t item);
  void roll_up(std::size_t item, const Table::WholeColumn& column);
  static void add(Sum& sum, const Sum& part, RollUp way);
  static RolledUp result(const Sum& sum, RollUp way);
  template <class Tell>
  void tell_lowest(std::size_t item, std::size_t unit, Tell tell) const {
    const Table::Cell cell = own_.cell(item, unit);
    if (cell.state != AnswerState::given) return tell(item, cell.state, Decimal());
    if (cell.scale != 0) return tell(item, cell.state, Decimal::of(cell.mantissa, cell.scale));
    const RollUp way = ways_[item];
    const bool yes_no = way == RollUp::any || way == RollUp::all;
    tell(item, cell.state, Decimal(yes_no ? cell.mantissa > 0 : cell.mantissa));
  }
  Sum sum_of_own(std::size_t item, std::size_t unit) const;
  // Of the unit's own figure and the sums of the units right below.
  Sum sum_from_below(std::size_t item, std::size_t unit) const;
  Sum& kept(std::size_t item, std::size_t unit) {
    return sums_[item * inner_units_ + places_[unit]];
  }
  Sum sum(std::size_t item, std::size_t unit) const;

  Table own_;
  Tree tree_;
  std::vector<RollUp> ways_;
  std::vector<std::uint32_t> places_;  // by unit: its number among those with units below
  // By unit: the number of the unit right above; of a unit with units below or nothing above, the
  // count of units with units below.
  std::vector<std::uint32_t> places_above_;
  std::size_t inner_units_ = 0;
  std::vector<std::uint32_t> inner_upwards_;  // the units with units below, lower ones first
  std::vector<Sum> sums_;                     // of those alone, item by item
};

}  // namespace liem::figures
