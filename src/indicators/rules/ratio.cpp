#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

Rational percent_of(const Rational& share) { return share * Rational(100); }

// `id` names the template of a band with an end; "<id>_last" that of the one without.
Sentence band_sentence(std::string id, const Ratio::Band& band) {
  if (!band.below) return {id + "_last", {{"from", band.from}, {"points", band.points}}};
  return {std::move(id), {{"from", band.from}, {"below", *band.below}, {"points", band.points}}};
}

const Ratio::Band& band_of(const Ratio& rule, const Rational& percent) {
  const Ratio::Band* found = nullptr;
  for (const auto& band : rule.bands) {
    if (percent >= Rational(band.from)) found = &band;
  }
  LIEM_CHECK(found != nullptr);
  return *found;
}

Outcome nothing_occurred(const Ratio& rule, const Question& question) {
  const SentenceValue label = question.label(rule.obliged);
  if (std::holds_alternative<NotApplicable>(rule.no_occurrence)) {
    return not_applicable({{"indicators.step.none_not_applicable", {{"label", label}}}});
  }
  Decimal points;
  if (std::holds_alternative<FullPoints>(rule.no_occurrence)) points = question.maximum;
  if (const auto* fixed = std::get_if<FixedPoints>(&rule.no_occurrence)) points = fixed->points;
  return scored(question, points,
                {{"indicators.step.none_points", {{"label", label}, {"points", points}}}});
}

// `step` says how the share came about.
Outcome share_scored(const Ratio& rule, const Question& question, const Rational& share,
                     Sentence step) {
  if (rule.bands.empty()) return scored(question, share * question.maximum, {std::move(step)});
  const Ratio::Band& band = band_of(rule, percent_of(share));
  return scored(question, band.points,
                {std::move(step), band_sentence("indicators.step.band", band)});
}

Sentence none_sentence(const Ratio& rule, const Question& question) {
  const Words& label = question.label(rule.obliged);
  if (std::holds_alternative<FullPoints>(rule.no_occurrence)) {
    return {"indicators.rule.none_full", {{"label", label}, {"points", question.maximum}}};
  }
  if (std::holds_alternative<NoPoints>(rule.no_occurrence)) {
    return {"indicators.rule.none_nothing", {{"label", label}}};
  }
  if (const auto* fixed = std::get_if<FixedPoints>(&rule.no_occurrence)) {
    return {"indicators.rule.none_points", {{"label", label}, {"points", fixed->points}}};
  }
  return {"indicators.rule.none_not_applicable", {{"label", label}}};
}

}  // namespace

std::vector<Sentence> describe(const Ratio& rule, const Question& question) {
  std::vector<Sentence> out = {
      {rule.bands.empty() ? "indicators.rule.ratio" : "indicators.rule.ratio_bands",
       {{"done", question.label(rule.done)},
        {"obliged", question.label(rule.obliged)},
        {"maximum", question.maximum}}}};
  for (const auto& band : rule.bands) {
    out.push_back(band_sentence("indicators.rule.band", band));
  }
  out.push_back(none_sentence(rule, question));
  return out;
}

Outcome apply(const Ratio& rule, const Question& question) {
  const Answer& obliged = question.inputs.at(rule.obliged);
  const Answer& done = question.inputs.at(rule.done);
  const bool nobody = obliged.state == AnswerState::given && obliged.number().is_zero();
  const bool figure = done.state == AnswerState::given || done.state == AnswerState::blank;
  if (nobody && figure) return nothing_occurred(rule, question);
  const std::string ids[] = {rule.done, rule.obliged};
  if (auto none = unanswered(question, ids)) return *none;
  if (done.number() > obliged.number()) {
    return share_scored(
        rule, question, 1,
        {"indicators.step.beyond", {{"done", done.number()}, {"obliged", obliged.number()}}});
  }
  const Rational share = Rational::quotient(done.number(), obliged.number());
  Sentence step{rule.bands.empty() ? "indicators.step.ratio" : "indicators.step.percent",
                {{"done", done.number()},
                 {"obliged", obliged.number()},
                 {"maximum", question.maximum},
                 {"result", number_words(share * question.maximum)},
                 {"percent", number_words(percent_of(share))}}};
  return share_scored(rule, question, share, std::move(step));
}

}  // namespace liem::indicators::rules
