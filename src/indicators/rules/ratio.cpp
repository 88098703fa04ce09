#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

using State = Evaluated::State;

Rational percent_of(const Rational& share) { return share * Rational(100); }

void tell_share(const Ratio& rule, const Question& question, const Rational& done,
                const Rational& obliged) {
  const Rational share = done / obliged;
  const bool straight = rule.bands.empty() && !rule.floor && !rule.ceiling;
  question.steps->push_back({straight ? "indicators.step.ratio" : "indicators.step.percent",
                             {{"done", done},
                              {"obliged", obliged},
                              {"maximum", question.maximum},
                              {"result", share * question.maximum},
                              {"percent", percent_of(share)}}});
}

// Below the floor nothing, from the ceiling on all, straight between.
Outcome between_bounds(const Ratio& rule, const Question& question, const Rational& share) {
  const Rational percent = percent_of(share);
  const Decimal floor = rule.floor.value_or(0), ceiling = rule.ceiling.value_or(100);
  if (percent >= Rational(ceiling)) {
    if (question.steps) {
      question.steps->push_back(
          {"indicators.step.from_ceiling", {{"ceiling", ceiling}, {"points", question.maximum}}});
    }
    return scored(question, question.maximum);
  }
  if (percent < Rational(floor)) {
    if (question.steps) {
      question.steps->push_back({"indicators.step.below_floor", {{"floor", floor}}});
    }
    return scored(question, 0);
  }
  const Rational reached =
      (percent - Rational(floor)) / Rational(ceiling - floor) * Rational(question.maximum);
  if (question.steps) {
    question.steps->push_back({"indicators.step.between_bounds",
                               {{"percent", percent},
                                {"floor", floor},
                                {"ceiling", ceiling},
                                {"maximum", question.maximum},
                                {"result", reached}}});
  }
  return scored(question, reached);
}

Outcome of_share(const Ratio& rule, const Question& question, const Rational& share) {
  if (rule.floor || rule.ceiling) return between_bounds(rule, question, share);
  return share_scored(rule.bands, question, share);
}

// What is 0: the whole obliged side, or a divisor within one of the two.
std::optional<Nothing> what_is_none(const Ratio& rule, const Evaluated& done,
                                    const Evaluated& obliged) {
  const bool silent = done.state == State::given || done.state == State::blank;
  if (obliged.state == State::given && obliged.number.is_zero() && silent) {
    return Nothing{&rule.obliged, rule.obliged.nodes.size() - 1};
  }
  const bool speaks = done.state != State::given && done.state != State::no_occurrence;
  if (obliged.state == State::no_occurrence && !speaks) {
    return Nothing{&rule.obliged, obliged.divisor};
  }
  if (done.state == State::no_occurrence && obliged.state == State::given) {
    return Nothing{&rule.done, done.divisor};
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
  const Evaluated values[] = {evaluate(rule.done, question.answers),
                              evaluate(rule.obliged, question.answers)};
  const auto& [done, obliged] = values;
  if (const auto nothing = what_is_none(rule, done, obliged)) {
    return nothing_occurred(rule.no_occurrence, question, *nothing);
  }
  if (auto none = unanswered(question, values)) return *none;
  const bool beyond = done.number > obliged.number;
  if (question.steps) {
    tell_input(rule.done, question, done);
    tell_input(rule.obliged, question, obliged);
    if (beyond) {
      question.steps->push_back(
          {"indicators.step.beyond", {{"done", done.number}, {"obliged", obliged.number}}});
    } else {
      tell_share(rule, question, done.number, obliged.number);
    }
  }
  return of_share(rule, question, beyond ? Rational(1) : done.number / obliged.number);
}

}  // namespace liem::indicators::rules
