#include "assessment/round_papers.h"

#include <algorithm>
#include <iterator>

namespace liem::assessment {

Result<RoundPapers> RoundPapers::load(const Desk& desk, const Round& round) {
  const std::string& province = desk.viewer.province;
  RoundPapers out;
  out.year_ = round.year;
  out.lexicon_ = &desk.library.lexicon();
  auto set = desk.library.set(desk.store, province, round);
  if (!set) return std::unexpected(set.error());
  out.set_ = std::move(*set);
  auto units = desk.store.units(province, round.id);
  if (!units) return std::unexpected(units.error());
  out.units_ = std::make_shared<const std::vector<Unit>>(std::move(*units));
  auto submissions = desk.store.submissions(province, round.id);
  if (!submissions) return std::unexpected(submissions.error());
  for (auto& submission : *submissions) {
    if (!may(desk.viewer, Action::see_unit, submission.unit)) continue;
    if (auto added = out.add(desk, round, std::move(submission)); !added) {
      return std::unexpected(added.error());
    }
  }
  if (auto added = out.add_last_year(desk, round); !added) return std::unexpected(added.error());
  return out;
}

Result<void> RoundPapers::add(const Desk& desk, const Round& round, Submission submission) {
  const std::string& province = desk.viewer.province;
  Handed handed;
  const auto unit = std::ranges::find(*units_, submission.unit, &Unit::id);
  if (unit != units_->end()) handed.papers.unit = &*unit;
  if (submission.report_sha256) {
    auto read = desk.library.report(desk.store, province, *submission.report_sha256);
    if (!read) return std::unexpected(read.error());
    handed.report = std::move(*read);
    handed.papers.report = &handed.report->reading;
    handed.papers.text = handed.report->text;
    handed.papers.names_units = CrossCheck::names_units(handed.report->reading);
  }
  if (submission.answers_sha256) {
    auto scored = desk.library.score(desk.store, province, round, submission.answers_sha256);
    if (!scored) return std::unexpected(scored.error());
    handed.answers = std::move(*scored);
    handed.papers.answers = &handed.answers->inputs;
  }
  handed.submission = std::move(submission);
  handed_.push_back(std::move(handed));
  return {};
}

Result<void> RoundPapers::add_last_year(const Desk& desk, const Round& round) {
  const std::string& province = desk.viewer.province;
  const auto rounds = desk.store.rounds(province);
  if (!rounds) return std::unexpected(rounds.error());
  const auto before = std::ranges::find(*rounds, round.year - 1, &Round::year);
  if (before == rounds->end()) return {};
  const auto submissions = desk.store.submissions(province, before->id);
  if (!submissions) return std::unexpected(submissions.error());
  for (auto& handed : handed_) {
    const auto earlier = std::ranges::find(*submissions, handed.submission.unit, &Submission::unit);
    if (earlier == submissions->end() || !earlier->answers_sha256) continue;
    auto scored = desk.library.score(desk.store, province, *before, earlier->answers_sha256);
    if (!scored) return std::unexpected(scored.error());
    handed.last_year = std::move(*scored);
    handed.papers.last_year = &handed.last_year->inputs;
  }
  return {};
}

std::vector<reading::Finding> RoundPapers::findings_of(const std::string& unit) const {
  const auto own = std::ranges::find_if(
      handed_, [&](const Handed& handed) { return handed.submission.unit == unit; });
  if (own == handed_.end() || !own->report) return {};
  std::vector<UnitPapers> others;
  for (const auto& handed : handed_) others.push_back(handed.papers);
  auto findings = annex_findings(own->submission.evidence, own->report->reading);
  std::ranges::move(CrossCheck(*set_, year_, *lexicon_).findings(own->papers, others),
                    std::back_inserter(findings));
  return findings;
}

}  // namespace liem::assessment
