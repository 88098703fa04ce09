#include <algorithm>

#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

using Kind = Quantity::Kind;

std::string shown(const std::optional<Rational>& bound) {
  return bound ? number_words(*bound).en : "∞";
}

// The value must stay within 0 and `most` by itself, or be held there by floor and ceiling.
void check_range(Reader& reader, const yaml::Node& place, const Formula& rule,
                 const Rational& most) {
  const Range range = range_of(rule.expression);
  const bool low = rule.floor || (range.low && *range.low >= Rational(0));
  const bool banded = !rule.bands.empty();
  const bool high = rule.ceiling || banded || (range.high && *range.high <= most);
  const bool unknown = rule.gives == Formula::Gives::points && !reader.knows_maximum;
  if (low && (high || unknown)) return;
  reader.loading.note(place.error(rule.gives == Formula::Gives::points
                                      ? errors::formula_out_of_range
                                      : errors::share_out_of_range,
                                  {{"low", range.low ? shown(range.low) : "-∞"},
                                   {"high", shown(range.high)},
                                   {"maximum", reader.maximum.to_string()}}));
}

// What the formula gives at most must be all of the leaf's points.
void check_reach(Reader& reader, const yaml::Node& place, const Formula& rule) {
  const Range range = range_of(rule.expression);
  const bool points = rule.gives == Formula::Gives::points;
  if (!rule.bands.empty()) return;  // bands check themselves
  Rational most = points ? Rational(reader.maximum) : Rational(1);
  if (range.high && *range.high < most) most = *range.high;
  if (rule.ceiling && Rational(*rule.ceiling) < most) most = *rule.ceiling;
  if (!points) most = most * Rational(reader.maximum);
  most = std::max(most, Rational(0));
  reader.check_reach(place, most.rounded(6, Rounding::down));
}

void read_points(Reader& reader, const yaml::Node& node, Formula& rule) {
  if (node.has("bands")) reader.loading.note((*node.at("bands")).error(errors::bands_of_points));
  if (node.has("floor")) rule.floor = reader.points_at(node, "floor");
  if (node.has("ceiling")) rule.ceiling = reader.points_at(node, "ceiling");
  if (rule.floor && *rule.floor >= rule.ceiling.value_or(reader.maximum)) {
    reader.loading.note(
        (*node.at("floor"))
            .error(errors::floor_not_below_ceiling,
                   {{"floor", rule.floor->to_string()},
                    {"ceiling", rule.ceiling.value_or(reader.maximum).to_string()}}));
  }
}

void read_share(Reader& reader, const yaml::Node& node, Formula& rule) {
  for (const std::string_view key : {"floor", "ceiling"}) {
    if (!node.has(key)) continue;
    reader.loading.note(
        (*node.at(key)).error(errors::bounds_of_share, {{"key", std::string(key)}}));
  }
  if (node.has("bands")) rule.bands = reader.bands_at(node, "bands");
}

Outcome held_within(const Formula& rule, const Question& question, Rational points) {
  if (rule.floor && points < Rational(*rule.floor)) {
    points = *rule.floor;
    if (question.steps) {
      question.steps->push_back({"indicators.step.floor", {{"floor", *rule.floor}}});
    }
  }
  if (rule.ceiling && points > Rational(*rule.ceiling)) {
    points = *rule.ceiling;
    if (question.steps) {
      question.steps->push_back({"indicators.step.cap", {{"cap", *rule.ceiling}}});
    }
  }
  return scored(question, std::move(points));
}

SentenceValue in(const Question& question, const Formula& rule, Shown shown) {
  return std::vector<Sentence>{
      formula_sentence(rule.expression, question.items, question.answers, shown)};
}

}  // namespace

std::optional<Rule> read_formula(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(
      node, {"kind", "expression", "gives", "bands", "floor", "ceiling", "no_occurrence"});
  const auto gives = reader.loading.text_at(node, "gives");
  if (gives && *gives != "points" && *gives != "share") {
    reader.loading.note(
        (*node.at("gives"))
            .error(errors::unknown_choice, {{"value", *gives}, {"known", "points, share"}}));
  }
  const bool known = gives == "points" || gives == "share";
  Formula rule;
  rule.gives = gives == "share" ? Formula::Gives::share : Formula::Gives::points;
  const bool points = rule.gives == Formula::Gives::points;
  // A share of the points may be written as a plain number, points are no share.
  auto expression =
      points && known
          ? reader.expression_at(node, "expression", {Kind::number}, Reader::Division::allowed)
          : reader.expression_at(node, "expression", {Kind::share, Kind::number},
                                 Reader::Division::allowed);
  if (known && points) read_points(reader, node, rule);
  if (known && !points) read_share(reader, node, rule);
  const bool divides = expression && expression->may_divide_by_zero();
  if (node.has("no_occurrence") || divides) {
    rule.no_occurrence = reader.policy_at(node, "no_occurrence", Reader::Moving::allowed);
  }
  if (!expression || !known) return std::nullopt;
  rule.expression = std::move(*expression);
  if (divides && !rule.no_occurrence) return std::nullopt;
  const auto place = *node.at("expression");
  check_range(reader, place, rule, points ? Rational(reader.maximum) : Rational(1));
  check_reach(reader, place, rule);
  return rule;
}

std::vector<Sentence> describe(const Formula& rule, const Question& question) {
  const char* id = rule.gives == Formula::Gives::points ? "indicators.rule.formula"
                   : rule.bands.empty()                 ? "indicators.rule.formula_share"
                                                        : "indicators.rule.formula_bands";
  std::vector<Sentence> out = {
      {id, {{"formula", in(question, rule, Shown::names)}, {"maximum", question.maximum}}}};
  for (auto& band : describe_bands(rule.bands)) out.push_back(std::move(band));
  if (rule.floor) out.push_back({"indicators.rule.floor", {{"floor", *rule.floor}}});
  if (rule.ceiling) out.push_back({"indicators.rule.ceiling", {{"ceiling", *rule.ceiling}}});
  if (rule.no_occurrence) {
    SentenceValue divisor = std::vector<Sentence>{{"indicators.rule.divisor", {}}};
    out.push_back(none_sentence(*rule.no_occurrence, question, std::move(divisor)));
  }
  return out;
}

Outcome apply(const Formula& rule, const Question& question) {
  const Evaluated value = evaluate(rule.expression, question.answers);
  if (auto none = unanswered(question, {&value, 1})) return *none;
  if (value.state == Evaluated::State::no_occurrence) {
    LIEM_CHECK(rule.no_occurrence.has_value());
    return nothing_occurred(*rule.no_occurrence, question, {&rule.expression, value.divisor});
  }
  const bool points = rule.gives == Formula::Gives::points;
  if (question.steps) {
    const Rational shown = points ? value.number : value.number * Rational(100);
    question.steps->push_back(
        {points ? "indicators.step.formula" : "indicators.step.formula_share",
         {{"formula", in(question, rule, Shown::values)}, {"result", shown}}});
    if (!points && rule.bands.empty()) {
      question.steps->push_back({"indicators.step.share_of_maximum",
                                 {{"percent", shown},
                                  {"maximum", question.maximum},
                                  {"result", value.number * question.maximum}}});
    }
  }
  if (points) return held_within(rule, question, value.number);
  return share_scored(rule.bands, question, value.number);
}

}  // namespace liem::indicators::rules
