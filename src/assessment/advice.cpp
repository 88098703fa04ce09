#include "assessment/advice.h"

#include <algorithm>

namespace liem::assessment {
namespace {

using Scored = std::shared_ptr<const ScoredAnswers>;

struct Answered {
  Unit unit;
  Scored scored;
};

// The units of the round that handed in answers, or have units below that did, in the order of its
// list.
Result<std::vector<Answered>> answered_units(const Desk& desk, const Round& round) {
  const auto scores = desk.library.scores(desk.store, desk.viewer.province, round);
  if (!scores) return std::unexpected(scores.error());
  const auto& [units, scored] = **scores;
  std::vector<Answered> out;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (scored[i]) out.push_back({units[i], scored[i]});
  }
  return out;
}

using Mappings = std::vector<indicators::KnownMapping>;

struct YearBefore {
  LastYear told;
  indicators::Score score;  // by the codes of the present set
};

// The round of the year before, one by the same set first; nothing where there is none.
Result<std::optional<Round>> round_before(const Desk& desk, const Round& now) {
  auto rounds = desk.store.rounds(desk.viewer.province);
  if (!rounds) return std::unexpected(rounds.error());
  std::optional<Round> found;
  for (auto& round : *rounds) {
    if (round.year != now.year - 1) continue;
    if (!found || (found->set.id != now.set.id && round.set.id == now.set.id)) {
      found = std::move(round);
    }
  }
  return found;
}

void lead(const indicators::CodePairs& way, const indicators::Score& before, YearBefore& out) {
  out.told.other_set = true;
  out.score = indicators::led_to(way, before);
  for (const auto& [old_code, new_code] : way) {
    if (const auto* leaf = before.find(old_code)) {
      out.told.leaves.emplace(new_code, LastYear::Leaf{old_code, leaf->points.maximum});
    }
  }
}

// Nothing where there is no such round, the unit answered nothing in it, or no mapping leads from
// its set to the present one.
Result<std::optional<YearBefore>> year_before(const Desk& desk, const UnitAssessment& now,
                                              const Mappings& mappings) {
  const std::string& province = desk.viewer.province;
  const auto round = round_before(desk, now.round);
  if (!round) return std::unexpected(round.error());
  if (!*round) return std::nullopt;
  const auto scores = desk.library.scores(desk.store, province, **round);
  if (!scores) return std::unexpected(scores.error());
  const auto scored = (*scores)->of(now.unit.id);
  if (!scored) return std::nullopt;
  const auto set = desk.library.set(desk.store, province, **round);
  if (!set) return std::unexpected(set.error());
  const auto way = indicators::way_between(**set, *now.set, mappings);
  if (!way) return std::nullopt;
  YearBefore out{{(*round)->id, (*round)->set, false, {}}, scored->score};
  if (!indicators::same_by_criterion(**set, *now.set, *way)) lead(*way, scored->score, out);
  return out;
}

}  // namespace

Result<UnitAdvice> unit_advice(const Desk& desk, const std::string& round, const std::string& unit,
                               const Mappings& mappings) {
  auto assessment = unit_assessment(desk, round, unit);
  if (!assessment) return std::unexpected(assessment.error());
  const auto others = answered_units(desk, assessment->round);
  if (!others) return std::unexpected(others.error());
  const auto before = year_before(desk, *assessment, mappings);
  if (!before) return std::unexpected(before.error());
  const auto verdicts = desk.store.work().verdicts(desk.viewer.province, round, unit);
  if (!verdicts) return std::unexpected(verdicts.error());
  advice::Comparison comparison;
  for (const auto& judged : *verdicts) {
    if (judged.verdict == EvidenceVerdict::refused) {
      comparison.refused_evidence.insert(judged.criterion);
    }
  }
  comparison.fewest_peers = may(desk.viewer, Action::see_all_units, "") ? 1 : fewest_peers;
  for (const auto& other : *others) {
    if (other.unit.kind != assessment->unit.kind || other.unit.id == unit) continue;
    comparison.peers.push_back(&other.scored->score);
  }
  UnitAdvice out{std::move(*assessment), static_cast<int>(comparison.peers.size()), {}, {}, {}};
  if (*before) {
    out.last_year = (*before)->told;
    comparison.last_year = &(*before)->score;
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
