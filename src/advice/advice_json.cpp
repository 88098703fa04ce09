#include "advice/advice_json.h"

#include "advice/words.h"
#include "indicators/score_json.h"

namespace liem::advice {
namespace {

namespace json = boost::json;
using namespace indicators;

json::value value_json(const Answer& answer) {
  if (const auto* yes = std::get_if<bool>(&answer.value)) return *yes ? "true" : "false";
  if (const auto* number = std::get_if<Decimal>(&answer.value))
    return json::value(number->to_string());
  return nullptr;
}

json::object answer_json(const Answer& answer) {
  return {{"value", value_json(answer)},
          {"state", name_of(answer.state)},
          {"ground", answer.ground.empty() ? json::value(nullptr) : json::value(answer.ground)}};
}

json::value peers_json(const std::optional<PeerPoints>& peers) {
  if (!peers) return nullptr;
  return json::object{{"count", peers->count},
                      {"median", peers->median.to_string()},
                      {"best", peers->best.to_string()}};
}

json::array figures_json(const std::vector<std::string>& ids, const IndicatorSet& set,
                         const Inputs& inputs) {
  json::array out;
  for (const auto& id : ids) {
    const auto& item = *set.items.find(id);
    out.push_back(json::object{{"id", id},
                               {"label", words_json(item.label)},
                               {"unit", words_json(item.unit.words)},
                               {"kind", figures::name_of(item.unit.kind)},
                               {"answer", answer_json(inputs.at(id))}});
  }
  return out;
}

json::object step_json(const LeastStep& step, const LeastChange& of, const IndicatorSet& set,
                       const Catalogue& words) {
  json::array also;
  for (const auto& code : step.also) also.emplace_back(code);
  return {{"changes", changes_json(step.changes, set)},
          {"after", step.after.to_string()},
          {"won", step.won.to_string()},
          {"won_of_total", step.won_of_total.to_string()},
          {"least", step.least},
          {"also", std::move(also)},
          {"text", words_json(say(step_sentences(step, of, set, words), words))}};
}

json::object state_and_points(const CriterionScore& score) {
  return {{"state", name_of(score.state)}, {"points", points_json(score.points)}};
}

}  // namespace

json::array changes_json(const std::vector<InputChange>& changes, const IndicatorSet& set) {
  json::array out;
  for (const auto& change : changes) {
    const auto& item = *set.items.find(change.id);
    out.push_back(json::object{{"id", change.id},
                               {"label", words_json(item.label)},
                               {"unit", words_json(item.unit.words)},
                               {"kind", figures::name_of(item.unit.kind)},
                               {"from", answer_json(change.from)},
                               {"to", answer_json(change.to)}});
  }
  return out;
}

json::array changed_points_json(const Score& before, const Score& after, const IndicatorSet& set) {
  json::array out;
  for (const auto& changed : changed_points(before, after)) {
    const auto* criterion = set.find(changed.before->code);
    const bool leaf = criterion != nullptr && criterion->leaf.has_value();
    out.push_back(json::object{{"code", changed.before->code},
                               {"title", words_json(criterion ? criterion->title : set.title)},
                               {"leaf", leaf},
                               {"before", state_and_points(*changed.before)},
                               {"after", state_and_points(*changed.after)}});
  }
  return out;
}

json::array lost_json(const std::vector<LostPoints>& lost, const IndicatorSet& set,
                      const Inputs& inputs, const Catalogue& words) {
  json::array out;
  for (const auto& one : lost) {
    const Criterion& criterion = *set.find(one.code);
    json::value before = nullptr, before_maximum = nullptr;
    if (one.last_year) {
      before = json::value(one.last_year->reached.to_string());
      before_maximum = json::value(one.last_year->maximum.to_string());
    }
    out.push_back(json::object{{"code", one.code},
                               {"title", words_json(criterion.title)},
                               {"provenance", name_of(criterion.provenance)},
                               {"state", name_of(one.state)},
                               {"points", points_json(one.points)},
                               {"lost", one.lost.to_string()},
                               {"lost_of_total", one.lost_of_total.to_string()},
                               {"unanswered", one.unanswered.to_string()},
                               {"unanswered_of_total", one.unanswered_of_total.to_string()},
                               {"at_stake", one.at_stake.to_string()},
                               {"cause", name_of(one.cause)},
                               {"reason", words_json(say(reason(one, set, inputs), words))},
                               {"figures", figures_json(one.figures, set, inputs)},
                               {"peers", peers_json(one.peers)},
                               {"last_year", std::move(before)},
                               {"last_year_maximum", std::move(before_maximum)}});
  }
  return out;
}

json::array least_json(const std::vector<LeastChange>& changes, const IndicatorSet& set,
                       const Catalogue& words) {
  json::array out;
  for (const auto& change : changes) {
    json::array next;
    for (const auto& step : change.next) next.push_back(step_json(step, change, set, words));
    const auto why_not = obstacle(change);
    json::value full = nullptr, why = nullptr;
    if (change.full) full = step_json(*change.full, change, set, words);
    if (why_not) why = words_json(say(*why_not, words));
    out.push_back(json::object{{"code", change.code},
                               {"title", words_json(set.find(change.code)->title)},
                               {"points", points_json(change.points)},
                               {"next", std::move(next)},
                               {"full", std::move(full)},
                               {"obstacle", std::move(why)}});
  }
  return out;
}

json::object advice_json(const std::vector<LostPoints>& lost,
                         const std::vector<LeastChange>& changes, const Score& score,
                         const IndicatorSet& set, const Inputs& inputs, const Catalogue& words) {
  const Points& points = score.total.points;
  return {{"set", set_json(set)},
          {"points", points_json(points)},
          {"lost", (points.reachable - points.reached).to_string()},
          {"unanswered", (points.maximum - points.reachable).to_string()},
          {"losses", lost_json(lost, set, inputs, words)},
          {"least_changes", least_json(changes, set, words)}};
}

json::object what_if_json(const WhatIf& found, const IndicatorSet& set, const Catalogue& words) {
  const Points& before = found.before.total.points;
  const Points& after = found.after.total.points;
  json::array explanations;
  for (const auto& changed : changed_points(found.before, found.after)) {
    const auto* criterion = set.find(changed.after->code);
    if (criterion == nullptr || !criterion->leaf) continue;
    explanations.push_back(
        explanation_json(criterion->code, found.after, set, found.inputs, words));
  }
  return {{"set", set_json(set)},
          {"before", points_json(before)},
          {"after", points_json(after)},
          {"won", (after.reached - before.reached).to_string()},
          {"changes", changes_json(found.changes, set)},
          {"criteria", changed_points_json(found.before, found.after, set)},
          {"explanations", std::move(explanations)}};
}

json::object best_steps_json(const BestSteps& best, const std::vector<Action>& actions,
                             const StepsBudget& budget, const IndicatorSet& set,
                             const Inputs& before, const Catalogue& words) {
  json::array chosen;
  for (const auto& one : best.chosen) {
    const Action& action = actions[one.action];
    chosen.push_back(json::object{{"id", action.id},
                                  {"title", action.title},
                                  {"days", days_of(action.day_hundredths).to_string()},
                                  {"money", Decimal(action.money).to_string()},
                                  {"marginal", one.marginal.to_string()}});
  }
  return {{"set", set_json(set)},
          {"before", points_json(best.before.total.points)},
          {"after", points_json(best.after.total.points)},
          {"won", best.won.to_string()},
          {"days", days_of(best.day_hundredths).to_string()},
          {"money", Decimal(best.money).to_string()},
          {"days_left", days_of(budget.day_hundredths - best.day_hundredths).to_string()},
          {"money_left", Decimal(budget.money - best.money).to_string()},
          {"actions", std::move(chosen)},
          {"changes", changes_json(differences(before, best.inputs), set)},
          {"criteria", changed_points_json(best.before, best.after, set)},
          {"one_day_more", best.one_day_more.to_string()},
          {"one_million_more", best.one_million_more.to_string()},
          {"proven", best.proven},
          {"at_most_more", best.at_most_more.to_string()},
          {"cheapest_proven", best.cheapest_proven},
          {"at_most_cheaper", Decimal(best.at_most_cheaper).to_string()},
          {"text", words_json(say(best_sentences(best), words))}};
}

json::object rank_json(const UnitRank& rank, const Score& score, int percent,
                       const Catalogue& words) {
  json::value decided = nullptr;
  if (rank.decided_by != nullptr) {
    decided = json::object{{"code", rank.decided_by->code},
                           {"title", words_json(rank.decided_by->title)}};
  }
  return {{"points", points_json(score.total.points)},
          {"rank", rank.rank},
          {"highest", rank.highest},
          {"lowest", rank.lowest},
          {"attained", rank.attained},
          {"rests_on_assumption", rank.rests_on_assumption()},
          {"decided_by", std::move(decided)},
          {"text", words_json(say(rank_sentences(rank, percent), words))}};
}

}  // namespace liem::advice
