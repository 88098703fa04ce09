#include "assessment/round_papers.h"

#include <algorithm>
#include <iterator>

namespace liem::assessment {

Result<RoundPapers> RoundPapers::started(const Desk& desk, const Round& round) {
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
  return out;
}

Result<RoundPapers> RoundPapers::load(const Desk& desk, const Round& round) {
  return load(desk, round, {});
}

Result<RoundPapers> RoundPapers::load(const Desk& desk, const Round& round,
                                      const std::string& unit) {
  auto out = started(desk, round);
  if (!out) return out;
  auto submissions = desk.store.handed_in(desk.viewer.province, round.id, std::nullopt);
  if (!submissions) return std::unexpected(submissions.error());
  std::erase_if(*submissions, [&](const Submission& submission) {
    return !may(desk.viewer, Action::see_unit, submission.unit);
  });
  // The unit spoken of first: what it says decides what of the others is read.
  out->only_ = unit;
  std::ranges::stable_partition(*submissions,
                                [&](const Submission& one) { return one.unit == unit; });
  for (auto& submission : *submissions) {
    if (auto added = out->add(desk, round, std::move(submission)); !added) {
      return std::unexpected(added.error());
    }
  }
  if (auto added = out->add_last_year(desk, round); !added) return std::unexpected(added.error());
  return out;
}

Result<void> RoundPapers::add_report(const Desk& desk, const std::string& sha256, Handed& handed) {
  const std::string& province = desk.viewer.province;
  const bool spoken_of = only_.empty() || handed.submission.unit == only_;
  if (!spoken_of && !only_names_units_) {
    const auto names = desk.library.names_units(desk.store, province, sha256);
    if (!names) return std::unexpected(names.error());
    if (!*names) return {};
  }
  auto read = desk.library.report(desk.store, province, sha256);
  if (!read) return std::unexpected(read.error());
  handed.report = std::move(*read);
  handed.papers.report = &handed.report->reading;
  handed.papers.text = handed.report->text;
  handed.papers.names_units = CrossCheck::names_units(handed.report->reading);
  if (handed.submission.unit == only_) only_names_units_ = handed.papers.names_units;
  return {};
}

// Of whoever is spoken of: of the others nobody asks for it.
Result<void> RoundPapers::add_annex(const Desk& desk, const Round& round, Submission& submission) {
  if (!only_.empty() && submission.unit != only_) return {};
  auto whole = desk.store.submission(desk.viewer.province, round.id, submission.unit);
  if (!whole) return std::unexpected(whole.error());
  if (*whole) submission.evidence = std::move((*whole)->evidence);
  return {};
}

Result<void> RoundPapers::add(const Desk& desk, const Round& round, Submission submission) {
  Handed handed;
  const auto unit = std::ranges::find(*units_, submission.unit, &Unit::id);
  if (unit != units_->end()) handed.papers.unit = &*unit;
  handed.submission = std::move(submission);
  if (handed.submission.report_sha256) {
    auto added = add_report(desk, *handed.submission.report_sha256, handed);
    if (added && handed.report) added = add_annex(desk, round, handed.submission);
    if (!added) return added;
  }
  if (handed.submission.answers_sha256) {
    auto scored = desk.library.score(desk.store, desk.viewer.province, round,
                                     handed.submission.answers_sha256);
    if (!scored) return std::unexpected(scored.error());
    handed.answers = std::move(*scored);
    handed.papers.answers = &handed.answers->inputs;
  }
  handed_.push_back(std::move(handed));
  return {};
}

Result<void> RoundPapers::add_last_year(const Desk& desk, const Round& round) {
  const std::string& province = desk.viewer.province;
  const auto rounds = desk.store.rounds(province);
  if (!rounds) return std::unexpected(rounds.error());
  const auto before = std::ranges::find(*rounds, round.year - 1, &Round::year);
  if (before == rounds->end()) return {};
  const auto submissions = desk.store.handed_in(province, before->id, std::nullopt);
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
