#include "advice/words.h"

#include <algorithm>

#include "advice/levers.h"

namespace liem::advice {
namespace {

using namespace indicators;

Words number(const Decimal& value) { return number_words(value); }

Lever lever_of(const std::vector<InputLever>& levers, const std::string& id) {
  const auto found = std::ranges::find(levers, id, &InputLever::id);
  return found == levers.end() ? Lever::searched : found->lever;
}

Sentence change_sentence(const InputChange& change, Lever lever, const IndicatorSet& set) {
  Sentence out{"advice.change.number", {{"label", set.items.find(change.id)->label}}};
  if (const auto* yes = std::get_if<bool>(&change.to.value)) {
    out.id = *yes ? "advice.change.yes" : "advice.change.no";
    return out;
  }
  out.values.emplace_back("to", number(change.to.number()));
  if (lever == Lever::judged) {
    out.id = "advice.change.judged";
    return out;
  }
  if (change.from.state != AnswerState::given) {
    out.id = "advice.change.fill";
    return out;
  }
  out.values.emplace_back("from", number(change.from.number()));
  if (lever == Lever::fewer) out.id = "advice.change.fewer";
  if (lever == Lever::published) out.id = "advice.change.published";
  return out;
}

std::string joined_codes(const std::vector<std::string>& codes) {
  std::string out;
  for (const auto& code : codes) out.append(out.empty() ? "" : ", ").append(code);
  return out;
}

}  // namespace

std::vector<Sentence> step_sentences(const LeastStep& step, const LeastChange& of,
                                     const IndicatorSet& set, const Catalogue& words) {
  const Criterion& leaf = *set.find(of.code);
  const auto levers = levers_of(set, leaf, {});
  std::vector<Words> changes;
  for (const auto& change : step.changes) {
    changes.push_back(say(change_sentence(change, lever_of(levers, change.id), set), words));
  }
  std::vector<Sentence> out = {
      {"advice.step.wins",
       {{"changes", joined(changes, "; ")}, {"won", step.won}, {"after", step.after}}}};
  if (step.won_of_total != step.won) {
    out.push_back({"advice.step.total", {{"won", step.won_of_total}}});
  }
  if (!step.also.empty()) {
    out.push_back({"advice.step.also", {{"codes", joined_codes(step.also)}}});
  }
  if (!step.least) out.push_back({"advice.step.searched", {}});
  return out;
}

std::optional<Sentence> obstacle(const LeastChange& change) {
  if (change.lost.cause == Cause::refused_evidence) return Sentence{"advice.obstacle.proof", {}};
  if (!change.next.empty() && change.full) return std::nullopt;
  if (change.lost.cause == Cause::not_yet_available) return Sentence{"advice.obstacle.waiting", {}};
  if (!change.movable) return Sentence{"advice.obstacle.fixed", {}};
  if (change.full) return Sentence{"advice.obstacle.none_alone", {}};
  if (change.lost.cause == Cause::nothing_reported) return Sentence{"advice.obstacle.waiting", {}};
  return Sentence{"advice.obstacle.not_full", {}};
}

std::vector<Sentence> best_sentences(const BestSteps& best) {
  std::vector<Sentence> out;
  if (best.chosen.empty()) {
    const auto& points = best.before.total.points;
    out.push_back({"advice.best.nothing",
                   {{"reached", points.reached},
                    {"reachable", points.reachable},
                    {"maximum", points.maximum}}});
  } else {
    out.push_back({"advice.best.wins",
                   {{"count", Decimal(static_cast<std::int64_t>(best.chosen.size()))},
                    {"days", days_of(best.day_hundredths)},
                    {"money", Decimal(best.money)},
                    {"before", best.before.total.points.reached},
                    {"before_reachable", best.before.total.points.reachable},
                    {"after", best.after.total.points.reached},
                    {"after_reachable", best.after.total.points.reachable},
                    {"maximum", best.after.total.points.maximum},
                    {"won", best.won}}});
  }
  out.push_back({"advice.best.day", {{"won", best.one_day_more}}});
  out.push_back({"advice.best.million", {{"won", best.one_million_more}}});
  if (best.proven) {
    out.push_back({"advice.best.proven", {}});
  } else {
    out.push_back({"advice.best.unproven", {{"more", best.at_most_more}}});
  }
  if (!best.cheapest_proven) {
    out.push_back({"advice.best.maybe_cheaper", {{"money", Decimal(best.at_most_cheaper)}}});
  }
  return out;
}

std::vector<Sentence> rank_sentences(const UnitRank& rank, int percent) {
  const std::string_view id = rank.rests_on_assumption() ? "advice.rank.assumed"
                              : rank.may_move()          ? "advice.rank.open"
                                                         : "advice.rank.firm";
  std::vector<Sentence> out = {{id,
                                {{"rank", Decimal(rank.rank)},
                                 {"highest", Decimal(rank.highest)},
                                 {"lowest", Decimal(rank.lowest)},
                                 {"percent", Decimal(percent)}}}};
  if (rank.decided_by != nullptr) {
    out.push_back({"advice.rank.decided",
                   {{"code", rank.decided_by->code}, {"title", rank.decided_by->title}}});
  }
  if (rank.rests_on_assumption() && !rank.attained) out.push_back({"advice.rank.outer", {}});
  return out;
}

Decimal days_of(std::int64_t day_hundredths) { return Decimal::of(day_hundredths, 2); }

}  // namespace liem::advice
