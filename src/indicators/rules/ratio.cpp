#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

using State = Evaluated::State;

Rational percent_of(const Rational& share) { return share * Rational(100); }

Sentence share_step(const Ratio& rule, const Question& question, const Rational& done,
                    const Rational& obliged) {
  const Rational share = done / obliged;
  const bool straight = rule.bands.empty() && !rule.floor && !rule.ceiling;
  return {straight ? "indicators.step.ratio" : "indicators.step.percent",
          {{"done", number_words(done)},
           {"obliged", number_words(obliged)},
           {"maximum", question.maximum},
           {"result", number_words(share * question.maximum)},
           {"percent", number_words(percent_of(share))}}};
}

// Below the floor nothing, from the ceiling on all, straight between.
Outcome between_bounds(const Ratio& rule, const Question& question, const Rational& share,
                       std::vector<Sentence> steps) {
  const Rational percent = percent_of(share);
  const Decimal floor = rule.floor.value_or(0), ceiling = rule.ceiling.value_or(100);
  if (percent >= Rational(ceiling)) {
    steps.push_back(
        {"indicators.step.from_ceiling", {{"ceiling", ceiling}, {"points", question.maximum}}});
    return scored(question, question.maximum, std::move(steps));
  }
  if (percent < Rational(floor)) {
    steps.push_back({"indicators.step.below_floor", {{"floor", floor}}});
    return scored(question, 0, std::move(steps));
  }
  const Rational reached =
      (percent - Rational(floor)) / Rational(ceiling - floor) * Rational(question.maximum);
  steps.push_back({"indicators.step.between_bounds",
                   {{"percent", number_words(percent)},
                    {"floor", floor},
                    {"ceiling", ceiling},
                    {"maximum", question.maximum},
                    {"result", number_words(reached)}}});
  return scored(question, reached, std::move(steps));
}

Outcome of_share(const Ratio& rule, const Question& question, const Rational& share,
                 std::vector<Sentence> steps) {
  if (rule.floor || rule.ceiling) return between_bounds(rule, question, share, std::move(steps));
  return share_scored(rule.bands, question, share, std::move(steps));
}

// What is 0: the whole obliged side, or a divisor within one of the two.
std::optional<SentenceValue> what_is_none(const Ratio& rule, const Question& question,
                                          const Evaluated& done, const Evaluated& obliged) {
  const auto divisor = [&](const Expression& side, const Evaluated& value) {
    return SentenceValue(std::vector<Sentence>{
        formula_sentence(side, value.divisor, question.items, question.inputs, Shown::names)});
  };
  const bool silent = done.state == State::given || done.state == State::blank;
  if (obliged.state == State::given && obliged.number.is_zero() && silent) {
    return question.name(rule.obliged);
  }
  const bool speaks = done.state != State::given && done.state != State::no_occurrence;
  if (obliged.state == State::no_occurrence && !speaks) return divisor(rule.obliged, obliged);
  if (done.state == State::no_occurrence && obliged.state == State::given) {
    return divisor(rule.done, done);
  }
  return std::nullopt;
}

}  // namespace

std::vector<Sentence> describe(const Ratio& rule, const Question& question) {
  const bool bounded = rule.floor || rule.ceiling;
  const char* id = bounded              ? "indicators.rule.ratio_bounded"
                   : rule.bands.empty() ? "indicators.rule.ratio"
                                        : "indicators.rule.ratio_bands";
  std::vector<Sentence> out = {{id,
                                {{"done", question.quoted(rule.done)},
                                 {"obliged", question.quoted(rule.obliged)},
                                 {"floor", rule.floor.value_or(0)},
                                 {"ceiling", rule.ceiling.value_or(100)},
                                 {"maximum", question.maximum}}}};
  for (auto& band : describe_bands(rule.bands)) out.push_back(std::move(band));
  out.push_back(none_sentence(rule.no_occurrence, question, question.quoted(rule.obliged)));
  return out;
}

Outcome apply(const Ratio& rule, const Question& question) {
  const Evaluated values[] = {evaluate(rule.done, question.inputs),
                              evaluate(rule.obliged, question.inputs)};
  const auto& [done, obliged] = values;
  if (auto none = what_is_none(rule, question, done, obliged)) {
    return nothing_occurred(rule.no_occurrence, question, std::move(*none));
  }
  if (auto none = unanswered(question, values)) return *none;
  std::vector<Sentence> steps = input_steps(rule.done, question, done);
  for (auto& step : input_steps(rule.obliged, question, obliged)) steps.push_back(std::move(step));
  if (done.number > obliged.number) {
    steps.push_back(
        {"indicators.step.beyond",
         {{"done", number_words(done.number)}, {"obliged", number_words(obliged.number)}}});
    return of_share(rule, question, 1, std::move(steps));
  }
  steps.push_back(share_step(rule, question, done.number, obliged.number));
  return of_share(rule, question, done.number / obliged.number, std::move(steps));
}

}  // namespace liem::indicators::rules
