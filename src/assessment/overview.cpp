#include "assessment/overview.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "assessment/round_papers.h"

namespace liem::assessment {
namespace {

Result<void> allow(const Desk& desk, Action action, std::string_view unit = "") {
  if (may(desk.viewer, action, unit)) return {};
  return fail(errors::no_right, {{"role", std::string(name_of(desk.viewer.role))}});
}

Result<Unit> find_unit(const Desk& desk, const std::string& round, const std::string& id) {
  auto units = desk.store.units(desk.viewer.province, round);
  if (!units) return std::unexpected(units.error());
  const auto found = std::ranges::find(*units, id, &Unit::id);
  if (found == units->end()) return fail(errors::no_unit, {{"unit", id}, {"round", round}});
  return std::move(*found);
}

struct SeenPapers {
  Submission submission;  // empty where there is nothing
  bool draft = false;     // its answers are still being written
};

Result<SeenPapers> find_papers(const Desk& desk, const std::string& round,
                               const std::string& unit) {
  const std::string& province = desk.viewer.province;
  auto submission = desk.store.submission(province, round, unit);
  if (!submission) return std::unexpected(submission.error());
  SeenPapers out{std::move(*submission).value_or(Submission{unit, {}, {}, {}, {}})};
  if (!is_writer(desk.viewer, unit)) {
    if (!out.submission.answers_sha256 && !out.submission.report_sha256)
      out.submission.evidence = {};
    return out;
  }
  const auto draft = desk.store.work().draft(province, round, unit);
  if (!draft) return std::unexpected(draft.error());
  if (!*draft) return out;
  out.draft = true;
  out.submission.answers_sha256 = (*draft)->sha256;
  if ((*draft)->report_sha256) out.submission.report_sha256 = (*draft)->report_sha256;
  return out;
}

Result<Submission> find_submission(const Desk& desk, const std::string& round,
                                   const std::string& unit) {
  auto papers = find_papers(desk, round, unit);
  if (!papers) return std::unexpected(papers.error());
  return std::move(papers->submission);
}

std::optional<std::string> report_id(const std::string& round, const Submission& submission) {
  if (!submission.report_sha256) return std::nullopt;
  return ReportId{round, submission.unit}.text();
}

void count(const std::vector<reading::Finding>& findings, FindingCounts& counts) {
  for (const auto& finding : findings) {
    switch (finding.severity) {
      case reading::Severity::error:
        ++counts.error;
        break;
      case reading::Severity::warning:
        ++counts.warning;
        break;
      case reading::Severity::note:
        ++counts.note;
        break;
    }
  }
}

// Of the units directly below, those that handed in no answers and have nobody below who did.
Result<std::vector<Unit>> silent_below(const Desk& desk, const Round& round, const std::string& id,
                                       const ScoredAnswers& scored) {
  std::vector<Unit> silent;
  if (scored.inputs.below == nullptr) return silent;
  const auto all = desk.library.scores(desk.store, desk.viewer.province, round);
  if (!all) return std::unexpected(all.error());
  for (const auto& unit : (*all)->units) {
    const bool ended = unit.to && *unit.to < round.to;
    if (unit.parent == id && !ended && (*all)->of(unit.id) == nullptr) silent.push_back(unit);
  }
  return silent;
}

// Adds what the unit handed in to its row.
Result<void> fill(const Desk& desk, const Round& round, const Submission& submission,
                  const RoundPapers& papers, UnitSummary& row) {
  const std::string& province = desk.viewer.province;
  if (submission.report_sha256) {
    const auto read = desk.library.report(desk.store, province, *submission.report_sha256);
    if (!read) return std::unexpected(read.error());
    row.report = report_id(round.id, submission);
    count((*read)->reading.findings, row.findings);
    count(papers.findings_of(submission.unit), row.findings);
  }
  return {};
}

}  // namespace

bool is_writer(const Viewer& viewer, const std::string& unit) {
  return (viewer.role == Role::clerk || viewer.role == Role::head) && viewer.unit == unit;
}

Result<Round> find_round(const Desk& desk, const std::string& id) {
  auto round = desk.store.round(desk.viewer.province, id);
  if (!round) return std::unexpected(round.error());
  if (!*round) return fail(errors::no_round, {{"round", id}});
  return std::move(**round);
}

std::optional<ReportId> parse_report_id(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == text.npos) return std::nullopt;
  ReportId id{std::string(text.substr(0, dot)), std::string(text.substr(dot + 1))};
  if (!organisation::is_id(id.round) || !organisation::is_id(id.unit)) return std::nullopt;
  return id;
}

Result<std::vector<Round>> rounds(const Desk& desk) {
  if (auto allowed = allow(desk, Action::see_rounds); !allowed) {
    return std::unexpected(allowed.error());
  }
  return desk.store.rounds(desk.viewer.province);
}

Result<std::vector<PastSet>> past_sets(const Desk& desk, const std::string& round_id) {
  if (auto allowed = allow(desk, Action::list_units); !allowed) {
    return std::unexpected(allowed.error());
  }
  const auto round = find_round(desk, round_id);
  if (!round) return std::unexpected(round.error());
  return desk.store.set_moves().past_sets(desk.viewer.province, round_id);
}

Result<std::vector<UnitSummary>> unit_summaries(const Desk& desk, const std::string& round_id) {
  if (auto allowed = allow(desk, Action::list_units); !allowed) {
    return std::unexpected(allowed.error());
  }
  const std::string& province = desk.viewer.province;
  const auto round = find_round(desk, round_id);
  if (!round) return std::unexpected(round.error());
  auto units = desk.store.units(province, round_id);
  if (!units) return std::unexpected(units.error());
  auto submissions = desk.store.handed_in(province, round_id, std::nullopt);
  if (!submissions) return std::unexpected(submissions.error());
  const auto papers = RoundPapers::load(desk, *round);
  if (!papers) return std::unexpected(papers.error());
  const auto scores = desk.library.scores(desk.store, province, *round);
  if (!scores) return std::unexpected(scores.error());
  std::map<std::string_view, const Submission*> by_unit;
  for (const auto& submission : *submissions) by_unit.emplace(submission.unit, &submission);
  std::vector<UnitSummary> rows;
  for (auto& unit : *units) {
    if (!may(desk.viewer, Action::see_unit, unit.id)) continue;
    UnitSummary row{std::move(unit), {}, {}, {}, {}};
    if (const auto scored = (*scores)->of(row.unit.id)) {
      row.points = scored->score.total.points;
      row.self = scored->score.total.self;
    }
    if (const auto handed_in = by_unit.find(row.unit.id); handed_in != by_unit.end()) {
      auto filled = fill(desk, *round, *handed_in->second, *papers, row);
      if (!filled) return std::unexpected(filled.error());
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<UnitAssessment> unit_assessment(const Desk& desk, const std::string& round_id,
                                       const std::string& unit_id) {
  if (auto allowed = allow(desk, Action::see_unit, unit_id); !allowed) {
    return std::unexpected(allowed.error());
  }
  auto round = find_round(desk, round_id);
  if (!round) return std::unexpected(round.error());
  auto unit = find_unit(desk, round_id, unit_id);
  if (!unit) return std::unexpected(unit.error());
  auto papers = find_papers(desk, round_id, unit_id);
  if (!papers) return std::unexpected(papers.error());
  auto& submission = papers->submission;
  auto set = desk.library.set(desk.store, desk.viewer.province, *round);
  if (!set) return std::unexpected(set.error());
  const auto draft = papers->draft ? submission.answers_sha256 : std::nullopt;
  auto scored = desk.library.score_of(desk.store, desk.viewer.province, *round, unit_id, draft);
  if (!scored) return std::unexpected(scored.error());
  auto report = report_id(round_id, submission);
  auto silent = silent_below(desk, *round, unit_id, **scored);
  if (!silent) return std::unexpected(silent.error());
  return UnitAssessment{std::move(*round), std::move(*unit),   std::move(submission),
                        std::move(*set),   std::move(*scored), std::move(report),
                        std::move(*silent)};
}

Result<ReportView> report_view(const Desk& desk, const std::string& report) {
  const auto id = parse_report_id(report);
  if (auto allowed = allow(desk, Action::see_unit, id ? id->unit : ""); !allowed) {
    return std::unexpected(allowed.error());
  }
  const auto missing = fail(errors::no_report, {{"report", report}});
  if (!id) return missing;
  auto submission = find_submission(desk, id->round, id->unit);
  if (!submission) return std::unexpected(submission.error());
  if (!submission->report_sha256) return missing;
  auto unit = find_unit(desk, id->round, id->unit);
  if (!unit) return std::unexpected(unit.error());
  std::string sha256 = *submission->report_sha256;
  auto read = desk.library.report(desk.store, desk.viewer.province, sha256);
  if (!read) return std::unexpected(read.error());
  const auto round = find_round(desk, id->round);
  if (!round) return std::unexpected(round.error());
  const auto papers = RoundPapers::load(desk, *round, id->unit);
  if (!papers) return std::unexpected(papers.error());
  reading::Reading reading = (*read)->reading;
  std::ranges::move(papers->findings_of(id->unit), std::back_inserter(reading.findings));
  std::ranges::stable_sort(reading.findings, {}, [](const auto& one) { return one.span.begin; });
  return ReportView{*id,
                    std::move(*unit),
                    std::move(*submission),
                    std::move(sha256),
                    std::move(*read),
                    std::move(reading)};
}

Result<AttachedFile> evidence_row(const Desk& desk, const std::string& report, int position) {
  const auto id = parse_report_id(report);
  if (auto allowed = allow(desk, Action::see_unit, id ? id->unit : ""); !allowed) {
    return std::unexpected(allowed.error());
  }
  if (!id) return fail(errors::no_report, {{"report", report}});
  auto submission = find_submission(desk, id->round, id->unit);
  if (!submission) return std::unexpected(submission.error());
  auto& evidence = submission->evidence;
  const auto index = static_cast<std::size_t>(position) - 1;
  if (position < 1 || index >= evidence.size() || !evidence[index].file) {
    return fail(errors::no_evidence_file, {{"report", report}});
  }
  return std::move(*evidence[index].file);
}

indicators::Inputs with_places(const UnitAssessment& assessment) {
  indicators::Inputs inputs = assessment.scored->inputs;
  for (const auto& quote : assessment.submission.quotes) {
    const auto found = inputs.answers.find(quote.item);
    if (found == inputs.answers.end() || !assessment.report) continue;
    if (found->second.source.kind != indicators::SourceKind::report) continue;  // rolled up
    found->second.source.report = *assessment.report;
    found->second.source.bytes = {quote.begin, quote.end};
  }
  return inputs;
}

}  // namespace liem::assessment
