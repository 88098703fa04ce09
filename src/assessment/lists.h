// The lists of the page as tables to take away: the same rows, with names in one language. What the
// viewer may see was decided by whoever gathered the rows. docs/decisions/0022-exports.md
#pragma once

#include <string>
#include <vector>

#include "assessment/advice.h"
#include "assessment/document.h"
#include "assessment/log_desk.h"
#include "assessment/round_plan.h"
#include "assessment/round_work.h"
#include "assessment/series.h"
#include "assessment/trend.h"
#include "base/messages.h"
#include "tables/table.h"

namespace liem::assessment {

// Columns are the messages "column.<id>", titles "list_title.<list>".
class ListWriter {
 public:
  ListWriter(const Catalogue& words, Locale locale, std::chrono::sys_seconds now)
      : words_(words), locale_(locale), now_(now) {}

  // Points with the decimals of the round's set.
  tables::Table units(const std::vector<UnitSummary>& rows, int decimals) const;
  tables::Table criteria(const UnitAssessment& found) const;
  tables::Table ranks(const RoundRanks& found) const;
  tables::Table documents(const std::vector<Document>& all) const;
  tables::Table files(const RoundWork& work) const;
  tables::Table waiting(const std::vector<Waiting>& all) const;
  tables::Table series(const Series& found) const;
  tables::Table trend(const UnitTrend& found) const;
  tables::Table tasks(const PlanView& plan) const;
  tables::Table assignments(const AssignmentsView& found, const indicators::IndicatorSet& set,
                            const Unit& unit) const;
  // A publication's rows, of the document that was frozen.
  tables::Table published_criteria(std::string_view document) const;
  tables::Table published_units(std::string_view document) const;
  tables::Heading log() const;
  std::vector<tables::Row> log_rows(const LogPage& page) const;

 private:
  std::string say(std::string id, Args args = {}) const;
  const std::string& pick(const Words& words) const;
  tables::Table empty(const std::string& list, std::vector<tables::Column> columns) const;
  tables::Column column(const std::string& id, tables::Kind kind, int width,
                        int decimals = 0) const;
  tables::Column points(const std::string& id, int decimals) const;

  const Catalogue& words_;
  Locale locale_;
  std::chrono::sys_seconds now_;
};

// Decimals that points of the set are shown with.
int decimals_of(const indicators::IndicatorSet& set);

}  // namespace liem::assessment
