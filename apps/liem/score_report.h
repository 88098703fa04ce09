// A unit's report held against the answers that `liem score` scores.
#pragma once

#include <string>

#include "assessment/round.h"
#include "indicators/inputs.h"
#include "indicators/set.h"
#include "liem/context.h"
#include "reading/reading.h"

namespace liem::app {

struct ReportCheck {
  std::string file;  // the report, any kind `liem read` takes
  int year = 0;      // assessed; 0: the last day of the report's own time says
};

struct CheckedReport {
  std::vector<reading::Finding> findings;
  std::vector<assessment::Quote> quotes;  // sentences the answers quote, where the report has them
};

// Where report and answers differ, what jumped since `last_year` (may be nullptr) and the criteria
// that the report says nothing about.
Result<CheckedReport> check_report(const Context& context, const ReportCheck& check,
                                   const indicators::IndicatorSet& set,
                                   const indicators::Inputs& answers,
                                   const indicators::Inputs* last_year);

// The answers with the place of each quoted sentence in the report called `report`.
indicators::Inputs with_places(indicators::Inputs inputs, const CheckedReport& checked,
                               const std::string& report);

// One line each, with the mend below it.
std::string to_text(const std::vector<reading::Finding>& findings, const Context& context);

}  // namespace liem::app
