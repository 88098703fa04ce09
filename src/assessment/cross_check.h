// A report held against what else is known: the unit's own answers, other papers of the round, last
// year's answers, and the criteria it should speak of. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/round.h"
#include "indicators/inputs.h"
#include "indicators/set.h"
#include "reading/lexicon.h"
#include "reading/reading.h"

namespace liem::assessment {

// What one unit handed in for a round; absent parts are nullptr.
struct UnitPapers {
  const Unit* unit = nullptr;
  const reading::Reading* report = nullptr;
  std::string_view text;  // of the report
  const indicators::Inputs* answers = nullptr;
  const indicators::Inputs* last_year = nullptr;  // its answers of the year before
  bool names_units = false;                       // see CrossCheck::names_units
};

// Values are compared in base units (đồng). Only figures that are exact, not doubtful, linked with
// certainty and of the assessed year speak; nothing is said where any figure of the item agrees.
class CrossCheck {
 public:
  CrossCheck(const indicators::IndicatorSet& set, int year, const reading::Lexicon& lexicon)
      : set_(set), year_(year), lexicon_(lexicon) {}

  // Whether the report tells figures of units it names, so that other papers are worth looking at.
  static bool names_units(const reading::Reading& report);

  // Every finding below, in the order of the text; `others` are papers the reader may see.
  std::vector<reading::Finding> findings(const UnitPapers& own,
                                         const std::vector<UnitPapers>& others) const;

  // figure_differs_answer (warning): the report and the unit's answer give different values.
  std::vector<reading::Finding> against_answers(const UnitPapers& own) const;
  // figure_differs_report (warning): another unit's paper gives another value for the same item of
  // the same unit; at this report's figure.
  std::vector<reading::Finding> against_others(const UnitPapers& own,
                                               const std::vector<UnitPapers>& others) const;
  // figure_jumps (note): an answer differs from last year's beyond the bounds of the catalogue.
  std::vector<reading::Finding> against_last_year(const UnitPapers& own) const;
  // criterion_silent (warning where the unit answers or scores it, else note): no figure link and
  // no phrase of the report speaks of it.
  std::vector<reading::Finding> silent_criteria(const UnitPapers& own) const;

 private:
  using Figures = std::vector<const reading::Figure*>;

  // Figures that name the item with certainty, of the report's own unit or of the one named.
  Figures told(const reading::Reading& report, const std::string& item, const Unit* named) const;
  bool speaks(const reading::Figure& figure, const std::string& item) const;
  bool any_equal(const reading::Reading& report, const std::string& item,
                 const Decimal& value) const;
  Decimal base_value(const reading::Figure& figure) const;
  std::vector<reading::Finding> against_other(const UnitPapers& own, const UnitPapers& other) const;

  const indicators::IndicatorSet& set_;
  int year_;
  const reading::Lexicon& lexicon_;
};

}  // namespace liem::assessment
