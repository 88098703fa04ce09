#include "liem/advice_text.h"

#include <fmt/format.h>

#include "advice/words.h"

namespace liem::app {
namespace {

using namespace advice;
using indicators::IndicatorSet;
using indicators::Inputs;
using indicators::Score;
using indicators::Sentence;

using Values = decltype(Sentence::values);

class Writer {
 public:
  explicit Writer(const Context& context) : context_(context) {}

  void line(std::string text) { out_.append(text).append("\n"); }
  void line(std::string_view indent, std::string_view id, Values values = {}) {
    line(std::string(indent) + words(id, std::move(values)));
  }
  std::string words(std::string_view id, Values values = {}) {
    const std::string key = "advice.text." + std::string(id);  // a sentence only views it
    return pick(indicators::say(Sentence{key, std::move(values)}, context_.catalogue));
  }
  std::string say(const std::vector<Sentence>& sentences) const {
    return pick(indicators::say(sentences, context_.catalogue));
  }
  const std::string& pick(const Words& words) const {
    return context_.locale == Locale::vi ? words.vi : words.en;
  }
  std::string pick(Words&& words) const {
    return std::move(context_.locale == Locale::vi ? words.vi : words.en);
  }
  const Catalogue& catalogue() const { return context_.catalogue; }
  std::string number(const Decimal& value) const {
    return indicators::format_number(value, context_.locale);
  }
  std::string take() { return std::move(out_); }

  void loss(const LostPoints& lost, const IndicatorSet& set, const Inputs& inputs,
            const std::string& last_year_set);
  void ways(const LeastChange& change, const IndicatorSet& set);
  void changed(const Score& before, const Score& after, const IndicatorSet& set);

 private:
  const Context& context_;
  std::string out_;
};

std::string heading(const Criterion& criterion, const std::string& title) {
  const char* mark = criterion.provenance == indicators::Provenance::assumed ? " °" : "";
  return fmt::format("{}{} {}", criterion.code, mark, title);
}

// Points that are only not answered yet are no loss; those on refused evidence may become one.
std::string_view headline(const LostPoints& lost) {
  if (lost.lost > 0) return lost.unanswered > 0 ? "loss_and_unanswered" : "loss";
  return lost.unanswered > 0 ? "unanswered" : "at_stake";
}

void Writer::loss(const LostPoints& lost, const IndicatorSet& set, const Inputs& inputs,
                  const std::string& last_year_set) {
  const Criterion& criterion = *set.find(lost.code);
  const auto headed = headline(lost);
  line("");
  line("", headed,
       {{"criterion", heading(criterion, pick(criterion.title))},
        {"lost", lost.lost},
        {"unanswered", lost.unanswered},
        {"at_stake", lost.at_stake},
        {"reached", lost.points.reached},
        {"reachable", lost.points.reachable},
        {"maximum", lost.points.maximum}});
  if (lost.at_stake > 0 && headed != "at_stake") {
    line("   ", "also_at_stake", {{"at_stake", lost.at_stake}});
  }
  if (lost.lost_of_total != lost.lost) line("   ", "of_total", {{"lost", lost.lost_of_total}});
  line("   " + say(reason(lost, set, inputs)));
  if (lost.peers) {
    line("   ", "peers",
         {{"count", Decimal(lost.peers->count)},
          {"median", lost.peers->median},
          {"best", lost.peers->best}});
  }
  if (!lost.last_year) return;
  line("   ", "last_year",
       {{"points", lost.last_year->reached},
        {"maximum", lost.last_year->maximum},
        {"set", last_year_set},
        {"now", lost.points.maximum}});
}

void Writer::ways(const LeastChange& change, const IndicatorSet& set) {
  for (const auto& step : change.next) {
    line("   → " + say(step_sentences(step, change, set, catalogue())));
  }
  // The whole is worth a line of its own where it is not the first step already.
  const bool own =
      change.full && (change.next.size() != 1 || change.next[0].after != change.full->after);
  if (own) {
    line(fmt::format("   ⇒ {} {}", words("full"),
                     say(step_sentences(*change.full, change, set, catalogue()))));
  }
  if (const auto why = obstacle(change)) line("   · " + say({*why}));
}

void Writer::changed(const Score& before, const Score& after, const IndicatorSet& set) {
  const auto state = [&](const CriterionScore& score) {
    if (score.state != indicators::State::scored) {
      return words("state_" + std::string(name_of(score.state)));
    }
    return fmt::format("{} / {}", number(score.points.reached), number(score.points.reachable));
  };
  for (const auto& row : changed_points(before, after)) {
    const auto* criterion = set.find(row.before->code);
    const std::string name =
        criterion ? heading(*criterion, pick(criterion->title)) : words("total");
    const Decimal won = row.after->points.reached - row.before->points.reached;
    line("  ", "changed",
         {{"name", name},
          {"before", state(*row.before)},
          {"after", state(*row.after)},
          {"maximum", row.after->points.maximum},
          {"won", (won > 0 ? "+" : "") + number(won)}});
  }
  line("  ", "changed_legend");
}

}  // namespace

std::string advice_text(const std::vector<LostPoints>& lost,
                        const std::vector<LeastChange>& changes, const Score& score,
                        const IndicatorSet& set, const Inputs& inputs,
                        const std::string& last_year_set, const Context& context) {
  Writer writer(context);
  const auto& points = score.total.points;
  writer.line("", "summary",
              {{"reached", points.reached},
               {"reachable", points.reachable},
               {"maximum", points.maximum},
               {"lost", points.reachable - points.reached},
               {"unanswered", points.maximum - points.reachable}});
  for (std::size_t i = 0; i < lost.size(); ++i) {
    writer.loss(lost[i], set, inputs, last_year_set);
    writer.ways(changes[i], set);
  }
  writer.line("");
  writer.line("", "honest");
  return writer.take();
}

std::string what_if_text(const WhatIf& found, const IndicatorSet& set, const Context& context) {
  Writer writer(context);
  const auto rows = changed_points(found.before, found.after);
  if (rows.empty()) {
    const auto& points = found.before.total.points;
    writer.line("", "nothing_changes",
                {{"reached", points.reached},
                 {"reachable", points.reachable},
                 {"maximum", points.maximum}});
    return writer.take();
  }
  writer.changed(found.before, found.after, set);
  for (const auto& row : rows) {
    const auto* criterion = set.find(row.after->code);
    if (criterion == nullptr || !criterion->leaf) continue;
    writer.line("");
    writer.line(heading(*criterion, writer.pick(criterion->title)) + ":");
    for (const auto& step : row.after->steps) writer.line("    " + writer.say({step}));
  }
  return writer.take();
}

std::string best_steps_text(const BestSteps& best, const std::vector<Action>& actions,
                            const IndicatorSet& set, const Context& context) {
  Writer writer(context);
  for (const auto& sentence : best_sentences(best)) writer.line(writer.say({sentence}));
  if (best.chosen.empty()) return writer.take();
  writer.line("");
  for (const auto& one : best.chosen) {
    const Action& action = actions[one.action];
    writer.line("  ", "action",
                {{"id", action.id},
                 {"title", action.title},
                 {"days", days_of(action.day_hundredths)},
                 {"money", Decimal(action.money)},
                 {"marginal", one.marginal}});
  }
  writer.line("");
  writer.changed(best.before, best.after, set);
  return writer.take();
}

std::string ranks_text(const std::vector<UnitRank>& ranks, const std::vector<std::string>& units,
                       const std::vector<const Score*>& scores, int percent,
                       const Context& context) {
  Writer writer(context);
  for (const auto& one : ranks) {
    const auto& points = scores[one.unit]->total.points;
    writer.line(fmt::format("{:>3}{} {}: {} / {}", one.rank,
                            one.rests_on_assumption() ? " °" : "  ", units[one.unit],
                            writer.number(points.reached), writer.number(points.reachable)));
    writer.line("       " + writer.say(rank_sentences(one, percent)));
  }
  writer.line("");
  writer.line("", "ranks_legend");
  return writer.take();
}

}  // namespace liem::app
