// What the routes show: rounds, units with totals, one unit's assessment, a report.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assessment/access.h"
#include "assessment/annex.h"
#include "assessment/library.h"
#include "assessment/store.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode no_right{"assessment.no_right", ErrorKind::forbidden};
inline constexpr ErrorCode no_round{"assessment.no_round", ErrorKind::not_found};
inline constexpr ErrorCode no_unit{"assessment.no_unit", ErrorKind::not_found};
inline constexpr ErrorCode no_report{"assessment.no_report", ErrorKind::not_found};
inline constexpr ErrorCode no_evidence_file{"assessment.no_evidence_file", ErrorKind::not_found};
inline constexpr ErrorCode no_criterion{"assessment.no_criterion", ErrorKind::not_found};
}  // namespace errors

// What a request works with.
struct Desk {
  Store& store;
  Library& library;
  const Viewer& viewer;
};

// "<round>.<unit>": the right to see it is decided on the unit before anything is looked up.
struct ReportId {
  std::string round, unit;
  std::string text() const { return round + "." + unit; }
};
std::optional<ReportId> parse_report_id(std::string_view text);

struct FindingCounts {
  int error = 0, warning = 0, note = 0;
};

struct UnitSummary {
  Unit unit;
  // Together with the units below; nothing where neither it nor one of them handed answers in.
  std::optional<indicators::Points> points;
  std::optional<Decimal> self;
  std::optional<std::string> report;  // id
  FindingCounts findings;
};

struct UnitAssessment {
  Round round;
  Unit unit;
  Submission submission;  // for people of the unit with the answers they are writing
  std::shared_ptr<const indicators::IndicatorSet> set;
  std::shared_ptr<const ScoredAnswers> scored;  // together with the units below
  std::optional<std::string> report;            // id
  std::vector<Unit> silent_below;  // of the units directly below, those of which nothing is known
};

struct ReportView {
  ReportId id;
  Unit unit;
  Submission submission;
  std::string sha256;
  std::shared_ptr<const ReadReport> read;
  reading::Reading reading;  // that of `read`, with what the annex and the round's other papers add
                             // to its findings
};

// errors::no_round; decides no right.
Result<Round> find_round(const Desk& desk, const std::string& id);

// Each decides first whether the viewer may (errors::no_right), then what is there.
Result<std::vector<Round>> rounds(const Desk& desk);
// Whoever writes the unit's answers sees them as they are being written; others, what was handed
// in.
bool is_writer(const Viewer& viewer, const std::string& unit);

// The sets a round was pinned to before the present one, oldest first.
Result<std::vector<PastSet>> past_sets(const Desk& desk, const std::string& round);
Result<std::vector<UnitSummary>> unit_summaries(const Desk& desk, const std::string& round);
Result<UnitAssessment> unit_assessment(const Desk& desk, const std::string& round,
                                       const std::string& unit);
Result<ReportView> report_view(const Desk& desk, const std::string& report);
// The file handed in with a row of the report's annex, counted from 1.
Result<AttachedFile> evidence_row(const Desk& desk, const std::string& report, int position);

// The answers with the place of each quote in the stored report.
indicators::Inputs with_places(const UnitAssessment& assessment);

}  // namespace liem::assessment
