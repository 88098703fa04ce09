#include "advice/lost_points.h"

#include <algorithm>

#include "indicators/expression/evaluate.h"

namespace liem::advice {
namespace {

using namespace indicators;

struct Why {
  Cause cause = Cause::other;
  std::vector<std::string> figures;
};

// What the rule itself says of answers that are given.
class Explain {
 public:
  explicit Explain(const Inputs& inputs) : inputs_(inputs) {}

  Why operator()(const Documented& rule) const {
    return {rule.input.lone_item() ? Cause::no_document : Cause::other, items_of(rule.input)};
  }
  // Something computed says no for other causes than a document that is not there.
  Why operator()(const Checklist& rule) const {
    Why why{Cause::no_document, {}};
    for (const auto& part : rule.parts) {
      const Evaluated asked = evaluate(part.input, inputs_);
      if (asked.state != Evaluated::State::given || asked.yes) continue;
      if (!part.input.lone_item()) why.cause = Cause::other;
      add(why, part.input);
    }
    return why;
  }
  Why operator()(const Ratio& rule) const {
    Why why{nothing(rule) ? Cause::nothing_occurred : Cause::ratio_low, {}};
    if (why.cause == Cause::ratio_low) add(why, rule.done);
    add(why, rule.obliged);
    return why;
  }
  // The parts that fall short; nothing occurred only where that is all that costs points.
  Why operator()(const Parts& rule) const {
    Why low{Cause::ratio_low, {}}, none{Cause::nothing_occurred, {}};
    for (const auto& part : rule.parts) {
      if (nothing(part.ratio)) {
        if (costs(part.ratio.no_occurrence)) add(none, part.ratio.obliged);
      } else if (is_short(part.ratio)) {
        add(low, part.ratio.done);
        add(low, part.ratio.obliged);
      }
    }
    return low.figures.empty() ? none : low;
  }
  Why operator()(const Count& rule) const { return {Cause::count_low, items_of(rule.input)}; }
  Why operator()(const Bonus& rule) const { return {Cause::count_low, items_of(rule.input)}; }
  Why operator()(const ExternalIndex& rule) const {
    return {Cause::index_low, items_of(rule.input)};
  }
  Why operator()(const Rubric& rule) const { return {Cause::judged_low, {rule.input.id}}; }
  Why operator()(const Deduction& rule) const { return {Cause::deduction, items_of(rule.input)}; }
  Why operator()(const Inherited& rule) const { return any(rule.own->rule); }
  Why any(const Rule& rule) const {
    return std::visit(
        [&]<class Kind>(const Kind& kind) -> Why {
          if constexpr (std::is_invocable_v<const Explain&, const Kind&>) {
            return (*this)(kind);
          } else {
            return {Cause::other, inputs_of(rule)};
          }
        },
        rule);
  }

 private:
  static void add(Why& why, const Expression& expression) {
    for (const auto& id : items_of(expression)) {
      if (std::ranges::find(why.figures, id) == why.figures.end()) why.figures.push_back(id);
    }
  }
  static bool costs(const Policy& rule) {
    return std::holds_alternative<NoPoints>(rule) || std::holds_alternative<FixedPoints>(rule);
  }
  bool nothing(const Ratio& rule) const {
    const Evaluated obliged = evaluate(rule.obliged, inputs_);
    return obliged.state == Evaluated::State::given && obliged.number.is_zero();
  }
  bool is_short(const Ratio& rule) const {
    const Evaluated done = evaluate(rule.done, inputs_), obliged = evaluate(rule.obliged, inputs_);
    return done.state == Evaluated::State::given && obliged.state == Evaluated::State::given &&
           done.number < obliged.number;
  }

  const Inputs& inputs_;
};

std::vector<std::string> in_state(const Rule& rule, const Inputs& inputs, AnswerState state) {
  std::vector<std::string> ids = inputs_of(rule);
  std::erase_if(ids, [&](const std::string& id) { return inputs.at(id).state != state; });
  return ids;
}

// Of what is not answered: points lost although the answered part of the leaf is whole.
Why unanswered(const Rule& rule, const Inputs& inputs) {
  if (auto blank = in_state(rule, inputs, AnswerState::blank); !blank.empty()) {
    return {Cause::nothing_reported, std::move(blank)};
  }
  return {Cause::not_yet_available, in_state(rule, inputs, AnswerState::not_available)};
}

Why why_lost(const LeafScore& leaf, const Inputs& inputs, const Comparison& comparison) {
  const Rule& rule = leaf.criterion->leaf->rule;
  if (leaf.score->state == State::blank) {
    return {Cause::nothing_reported, in_state(rule, inputs, AnswerState::blank)};
  }
  if (leaf.score->state == State::not_available) {
    return {Cause::not_yet_available, in_state(rule, inputs, AnswerState::not_available)};
  }
  if (comparison.refused_evidence.contains(leaf.criterion->code)) {
    return {Cause::refused_evidence, inputs_of(rule)};
  }
  if (leaf.score->points.reached == leaf.score->points.reachable) return unanswered(rule, inputs);
  const bool of_parts =
      std::holds_alternative<Checklist>(rule) || std::holds_alternative<Parts>(rule);
  auto off = in_state(rule, inputs, AnswerState::not_applicable);
  if (!of_parts && !off.empty()) return {Cause::nothing_occurred, std::move(off)};
  return Explain(inputs).any(rule);
}

std::optional<PeerPoints> peer_points(std::string_view code, const Comparison& comparison) {
  std::vector<Decimal> reached;
  for (const auto* peer : comparison.peers) {
    const auto* leaf = peer->find(code);
    if (leaf != nullptr && leaf->state == State::scored) reached.push_back(leaf->points.reached);
  }
  const auto count = static_cast<int>(reached.size());
  if (count == 0 || count < comparison.fewest_peers) return std::nullopt;
  std::ranges::sort(reached);
  const std::size_t middle = reached.size() / 2;
  Decimal median = reached[middle];
  if (reached.size() % 2 == 0) {
    const Rational half = Rational::quotient(reached[middle - 1] + reached[middle], 2);
    median = half.rounded(7, Rounding::half_up);  // exact: at most six places and one more
  }
  return PeerPoints{count, median, reached.back()};
}

std::optional<PointsBefore> own_before(std::string_view code, const Comparison& comparison) {
  if (comparison.last_year == nullptr) return std::nullopt;
  const auto* leaf = comparison.last_year->find(code);
  if (leaf == nullptr || leaf->state != State::scored) return std::nullopt;
  return PointsBefore{leaf->points.reached, leaf->points.maximum};
}

LostPoints points_at(const LeafScore& leaf, const Comparison& comparison) {
  const auto& [reached, reachable, maximum] = leaf.score->points;
  const auto of_total = [&](const Decimal& points) {
    return (leaf.weight * points).rounded(6, Rounding::half_up);
  };
  LostPoints out;
  out.code = leaf.criterion->code;
  out.state = leaf.score->state;
  out.points = leaf.score->points;
  out.lost = reachable - reached;
  out.lost_of_total = of_total(out.lost);
  out.unanswered = maximum - reachable;
  out.unanswered_of_total = of_total(out.unanswered);
  const bool refused = comparison.refused_evidence.contains(out.code);
  if (refused && out.state == State::scored) out.at_stake = reached;
  out.peers = peer_points(out.code, comparison);
  out.last_year = own_before(out.code, comparison);
  return out;
}

Sentence figure_words(const figures::DataItem& item, const Answer& answer, const char* end) {
  Sentence out{"advice.figure_named", {{"label", item.label}, {"end", std::string(end)}}};
  if (answer.state != AnswerState::given) return out;
  if (const auto* yes = std::get_if<bool>(&answer.value)) {
    out.id = *yes ? "advice.figure_yes" : "advice.figure_no";
    return out;
  }
  out.id = "advice.figure";
  out.values.emplace_back("value", answer.number());
  return out;
}

// A sentence keeps no more than a view of its id.
std::string_view sentence_id(Cause cause) {
  constexpr std::string_view ids[] = {"advice.cause.nothing_reported",
                                      "advice.cause.not_yet_available",
                                      "advice.cause.refused_evidence",
                                      "advice.cause.no_document",
                                      "advice.cause.ratio_low",
                                      "advice.cause.count_low",
                                      "advice.cause.index_low",
                                      "advice.cause.judged_low",
                                      "advice.cause.deduction",
                                      "advice.cause.nothing_occurred",
                                      "advice.cause.other"};
  return ids[static_cast<std::size_t>(cause)];
}

}  // namespace

std::string_view name_of(Cause cause) {
  return sentence_id(cause).substr(std::string_view("advice.cause.").size());
}

std::vector<LostPoints> lost_points(const IndicatorSet& set, const Inputs& inputs,
                                    const Score& score, const Comparison& comparison) {
  std::vector<LostPoints> out;
  for (const auto& leaf : leaf_scores(set, score)) {
    if (leaf.score->state == State::not_applicable) continue;
    LostPoints lost = points_at(leaf, comparison);
    const bool whole = lost.lost <= 0 && lost.unanswered <= 0;
    if (whole && lost.at_stake <= 0) continue;
    Why why = why_lost(leaf, inputs, comparison);
    lost.cause = why.cause;
    lost.figures = std::move(why.figures);
    out.push_back(std::move(lost));
  }
  std::ranges::stable_sort(out, [](const LostPoints& a, const LostPoints& b) {
    if (a.lost_of_total != b.lost_of_total) return a.lost_of_total > b.lost_of_total;
    return a.unanswered_of_total > b.unanswered_of_total;
  });
  return out;
}

std::vector<Sentence> reason(const LostPoints& lost, const IndicatorSet& set,
                             const Inputs& inputs) {
  std::vector<Sentence> out = {{sentence_id(lost.cause), {}}};
  for (const auto& id : lost.figures) {
    const char* end = &id == &lost.figures.back() ? "." : ";";
    out.push_back(figure_words(*set.items.find(id), inputs.at(id), end));
  }
  return out;
}

}  // namespace liem::advice
