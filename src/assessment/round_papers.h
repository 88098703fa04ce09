// Everything the units of a round handed in that a viewer may see, read and scored, so that one
// paper can be held against the others.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "assessment/cross_check.h"
#include "assessment/overview.h"

namespace liem::assessment {

class RoundPapers {
 public:
  // Of every unit.
  static Result<RoundPapers> load(const Desk& desk, const Round& round);
  // To speak of this unit's report alone: of the others only what may bear on it is read.
  static Result<RoundPapers> load(const Desk& desk, const Round& round, const std::string& unit);

  // What the annex and the other papers add to the findings of the unit's report, in the order of
  // the text; none where the unit handed in no report, or is not seen.
  std::vector<reading::Finding> findings_of(const std::string& unit) const;

 private:
  struct Handed {
    Submission submission;
    std::shared_ptr<const ReadReport> report;
    std::shared_ptr<const ScoredAnswers> answers, last_year;
    UnitPapers papers;
  };
  // Answers of the round one year before, by unit.
  Result<void> add_last_year(const Desk& desk, const Round& round);
  Result<void> add(const Desk& desk, const Round& round, Submission submission);
  Result<void> add_report(const Desk& desk, const std::string& sha256, Handed& handed);
  Result<void> add_annex(const Desk& desk, const Round& round, Submission& submission);
  static Result<RoundPapers> started(const Desk& desk, const Round& round);

  std::string only_;  // the unit spoken of; empty: every one
  bool only_names_units_ = false;

  int year_ = 0;
  const reading::Lexicon* lexicon_ = nullptr;
  std::shared_ptr<const indicators::IndicatorSet> set_;
  std::shared_ptr<const std::vector<Unit>> units_;
  std::vector<Handed> handed_;
};

}  // namespace liem::assessment
