// The closed list of rule kinds. A kind is: its shape here, its own file in rules/ (reading it from
// YAML, saying it in words, scoring with it), one line in `Rule` and one in rules/kinds.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "figures/item.h"
#include "indicators/expression/expression.h"

namespace liem::indicators {

using figures::Words;

// A data item a rule reads, by its id and its place in the set's catalogue.
struct ItemRef {
  std::string id;
  std::size_t index = 0;
  operator const std::string&() const { return id; }  // NOLINT: an item is named by its id
  operator std::string_view() const { return id; }    // NOLINT
};

// What holds for a criterion where nothing occurred, i.e. something is to be divided by 0, or where
// it does not apply.
struct FullPoints {};
struct NoPoints {};
struct FixedPoints {
  Decimal points;
};
struct NotApplicable {};  // it drops out and the rest of its group is rescaled
struct MoveTo {           // its points go to a sibling, whose own are scaled up to both
  std::string code;
};
using Policy = std::variant<FullPoints, NoPoints, FixedPoints, NotApplicable, MoveTo>;

// Full points for yes.
struct Documented {
  Expression input;
};

// Each part's points for its yes; the parts add up to the leaf's points.
struct Checklist {
  struct Part {
    Words title;
    Expression input;
    Decimal points;
  };
  std::vector<Part> parts;
};

// From `from` percent, below `below` percent; the last band has no end. Bands start at 0, join and
// never fall.
struct Band {
  Decimal from;
  std::optional<Decimal> below;
  Decimal points;
};

// done / obliged of the points, or the points of the band the percentage falls into. With a floor
// or a ceiling, in percent: below the floor nothing, from the ceiling on all, between them the
// points rise straight from 0 at the floor to all at the ceiling.
struct Ratio {
  // Where more is done than was planned: refuse it as a slip, or count it as 100 percent. Where
  // nothing was planned, no_occurrence holds however much was done.
  enum class Beyond { refuse, full };
  Expression done, obliged;
  std::vector<Band> bands;  // empty: straight
  std::optional<Decimal> floor, ceiling;
  Policy no_occurrence;
  Beyond beyond = Beyond::refuse;
};

// Several ratios, each with points and a case of no occurrence of its own; the parts add up to the
// leaf's points. A part that is not applicable drops out and the others are brought to the leaf's.
struct Parts {
  struct Part {
    Words title;
    Decimal points;
    Ratio ratio;
  };
  std::vector<Part> parts;
};

// points_each for each one counted, at most `cap` points.
struct Count {
  Expression input;
  Decimal points_each, cap;
};

// An index published by others, of `scale`, brought to the leaf's points.
struct ExternalIndex {
  Expression input;
  Decimal scale;
};

// The points of the level the appraiser chose. A level is one of a list, so nothing is computed.
struct Rubric {
  struct Level {
    Decimal level;  // a whole number
    Decimal points;
    Words title;
  };
  ItemRef input;
  std::vector<Level> levels;
};

// The leaf's points less points_each for each one counted, never below `floor`.
struct Deduction {
  Expression input;
  Decimal points_each, floor;
};

// points_each for each one counted, at most `most`, which is all of the leaf's points. Mostly
// outside the sum (Criterion::Sum): then it adds to what the group reached.
struct Bonus {
  Expression input;
  Decimal points_each, most;
};

// The value of an expression: points, held within floor and ceiling where the set gives them, or a
// share of the leaf's points, straight or in bands. A set is refused where the value could leave 0
// to the maximum otherwise.
struct Formula {
  enum class Gives { points, share };
  Expression expression;
  Gives gives = Gives::points;
  std::vector<Band> bands;                // of a share; empty: straight
  std::optional<Decimal> floor, ceiling;  // in points, only where it gives points
  std::optional<Policy> no_occurrence;    // there where something may be divided by 0
};

struct OwnRule;

// From the units directly below, as they are handed to score(). A unit below that does not answer
// counts as unfinished, one to which the leaf does not apply is left out.
struct Inherited {
  // recomputed: the own rule on the sum of the figures of the units below; mean, weighted_mean: of
  // the points that their scores show.
  enum class How { recomputed, mean, weighted_mean };
  How how = How::recomputed;
  std::shared_ptr<const OwnRule> own;   // of a unit with nothing below
  std::optional<Expression> weight;     // of each unit below, only for weighted_mean
  std::optional<Policy> nothing_below;  // absent: the own rule on the unit's own figures
};

using Rule = std::variant<Documented, Checklist, Ratio, Parts, Count, ExternalIndex, Rubric,
                          Deduction, Bonus, Formula, Inherited>;

struct OwnRule {
  Rule rule;  // any but Inherited
};

std::string_view kind_of(const Rule& rule);            // "ratio", as the YAML writes it
std::vector<Policy> policies_of(const Rule& rule);     // for no occurrence, of the leaf as a whole
std::vector<LegalValue> law_of(const Rule& rule);      // what it rests on, once each
std::vector<std::string> inputs_of(const Rule& rule);  // ids, once each, in the order explained

}  // namespace liem::indicators
