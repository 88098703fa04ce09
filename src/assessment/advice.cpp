#include "assessment/advice.h"

#include <algorithm>
#include <map>

namespace liem::assessment {
namespace {

using Scored = std::shared_ptr<const ScoredAnswers>;

struct Answered {
  Unit unit;
  Scored scored;
};

// The units of the round that handed in answers, in the order of its list.
Result<std::vector<Answered>> answered_units(const Desk& desk, const Round& round) {
  const std::string& province = desk.viewer.province;
  auto units = desk.store.units(province, round.id);
  if (!units) return std::unexpected(units.error());
  const auto submissions = desk.store.submissions(province, round.id);
  if (!submissions) return std::unexpected(submissions.error());
  std::map<std::string_view, const Submission*> by_unit;
  for (const auto& submission : *submissions) by_unit.emplace(submission.unit, &submission);
  std::vector<Answered> out;
  for (auto& unit : *units) {
    const auto found = by_unit.find(unit.id);
    if (found == by_unit.end() || !found->second->answers_sha256) continue;
    auto scored = desk.library.score(desk.store, province, round, found->second->answers_sha256);
    if (!scored) return std::unexpected(scored.error());
    out.push_back({std::move(unit), std::move(*scored)});
  }
  return out;
}

struct YearBefore {
  std::string round;
  Scored scored;
};

// Nothing where there is no such round, or the unit answered nothing in it.
Result<std::optional<YearBefore>> year_before(const Desk& desk, const UnitAssessment& now) {
  const std::string& province = desk.viewer.province;
  const auto rounds = desk.store.rounds(province);
  if (!rounds) return std::unexpected(rounds.error());
  const auto found = std::ranges::find_if(*rounds, [&](const Round& round) {
    return round.year == now.round.year - 1 && round.set.id == now.round.set.id;
  });
  if (found == rounds->end()) return std::nullopt;
  const auto submission = desk.store.submission(province, found->id, now.unit.id);
  if (!submission) return std::unexpected(submission.error());
  if (!*submission || !(*submission)->answers_sha256) return std::nullopt;
  auto scored = desk.library.score(desk.store, province, *found, (*submission)->answers_sha256);
  if (!scored) return std::unexpected(scored.error());
  return YearBefore{found->id, std::move(*scored)};
}

}  // namespace

Result<UnitAdvice> unit_advice(const Desk& desk, const std::string& round,
                               const std::string& unit) {
  auto assessment = unit_assessment(desk, round, unit);
  if (!assessment) return std::unexpected(assessment.error());
  const auto others = answered_units(desk, assessment->round);
  if (!others) return std::unexpected(others.error());
  const auto before = year_before(desk, *assessment);
  if (!before) return std::unexpected(before.error());
  advice::Comparison comparison;
  comparison.fewest_peers = may(desk.viewer, Action::see_all_units, "") ? 1 : fewest_peers;
  for (const auto& other : *others) {
    if (other.unit.kind != assessment->unit.kind || other.unit.id == unit) continue;
    comparison.peers.push_back(&other.scored->score);
  }
  UnitAdvice out{std::move(*assessment), static_cast<int>(comparison.peers.size()), {}, {}, {}};
  if (*before) {
    out.last_year = (*before)->round;
    comparison.last_year = &(*before)->scored->score;
  }
  const auto& set = *out.assessment.set;
  const auto& [inputs, score] = *out.assessment.scored;
  out.lost = advice::lost_points(set, inputs, score, comparison);
  out.changes = advice::least_changes(set, inputs, score, out.lost);
  return out;
}

Result<RoundRanks> round_ranks(const Desk& desk, const std::string& id, int percent) {
  if (!may(desk.viewer, Action::see_all_units, "")) {
    return fail(errors::no_right, {{"role", std::string(name_of(desk.viewer.role))}});
  }
  auto round = find_round(desk, id);
  if (!round) return std::unexpected(round.error());
  auto set = desk.library.set(desk.store, desk.viewer.province, *round);
  if (!set) return std::unexpected(set.error());
  auto answered = answered_units(desk, *round);
  if (!answered) return std::unexpected(answered.error());
  RoundRanks out{std::move(*round), std::move(*set), {}};
  for (auto& one : *answered) {
    auto kind = std::ranges::find(out.kinds, one.unit.kind, &RankedKind::kind);
    if (kind == out.kinds.end()) {
      kind = out.kinds.insert(kind, RankedKind{one.unit.kind, {}, {}, {}});
    }
    kind->units.push_back(std::move(one.unit));
    kind->scored.push_back(std::move(one.scored));
  }
  for (auto& kind : out.kinds) {
    std::vector<const indicators::Score*> scores;
    for (const auto& scored : kind.scored) scores.push_back(&scored->score);
    kind.ranks = advice::ranks(*out.set, scores, percent);
  }
  return out;
}

}  // namespace liem::assessment
