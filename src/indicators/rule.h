// The closed list of rule kinds. A kind is: its shape here, its own file in rules/ (reading it from
// YAML, saying it in words, scoring with it), one line in `Rule` and one in rules/kinds.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "figures/item.h"

namespace liem::indicators {

using figures::Words;

// What holds for a ratio when nothing occurred, i.e. the denominator is 0.
struct FullPoints {};
struct NoPoints {};
struct FixedPoints {
  Decimal points;
};
struct NotApplicable {};  // the leaf drops out and the rest of its group is rescaled
using NoOccurrence = std::variant<FullPoints, NoPoints, FixedPoints, NotApplicable>;

// Full points for yes.
struct Documented {
  std::string input;
};

// Each part's points for its yes; the parts add up to the leaf's points.
struct Checklist {
  struct Part {
    Words title;
    std::string input;
    Decimal points;
  };
  std::vector<Part> parts;
};

// done / obliged of the points, or the points of the band the percentage falls into.
struct Ratio {
  // From `from` percent, below `below` percent; the last band has no end. Bands cover 0 to 100.
  struct Band {
    Decimal from;
    std::optional<Decimal> below;
    Decimal points;
  };
  // Where more is done than was planned: refuse it as a slip, or count it as 100 percent. Where
  // nothing was planned, no_occurrence holds however much was done.
  enum class Beyond { refuse, full };
  std::string done, obliged;
  std::vector<Band> bands;  // empty: straight
  NoOccurrence no_occurrence;
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
  std::string input;
  Decimal points_each, cap;
};

// An index published by others, of `scale`, brought to the leaf's points.
struct ExternalIndex {
  std::string input;
  Decimal scale;
};

// The points of the level the appraiser chose.
struct Rubric {
  struct Level {
    Decimal level;  // a whole number
    Decimal points;
    Words title;
  };
  std::string input;
  std::vector<Level> levels;
};

// The leaf's points less points_each for each one counted, never below `floor`.
struct Deduction {
  std::string input;
  Decimal points_each, floor;
};

using Rule =
    std::variant<Documented, Checklist, Ratio, Parts, Count, ExternalIndex, Rubric, Deduction>;

std::string_view kind_of(const Rule& rule);            // "ratio", as the YAML writes it
std::vector<std::string> inputs_of(const Rule& rule);  // ids, once each, in the order explained

}  // namespace liem::indicators
