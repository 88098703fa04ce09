#include <algorithm>

#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

std::optional<Checklist::Part> read_part(Reader& reader, const yaml::Node& node) {
  if (!reader.loading.check_keys(node, {"input", "points", "title"})) return std::nullopt;
  auto input = reader.input_at(node, "input", {figures::UnitKind::yes_no});
  const auto points = reader.points_at(node, "points");
  auto title = reader.loading.words_at(node, "title");
  if (!input || !points || !title) return std::nullopt;
  return Checklist::Part{std::move(*title), std::move(*input), *points};
}

std::string_view step_of(const Reply& reply) {
  switch (reply.state) {
    case AnswerState::given:
      return reply.yes() ? "indicators.step.part_yes" : "indicators.step.part_no";
    case AnswerState::not_applicable:
      return "indicators.step.part_not_applicable";
    case AnswerState::not_available:
      return "indicators.step.part_not_available";
    case AnswerState::blank:
      break;
  }
  return "indicators.step.part_blank";
}

struct Sums {
  Rational reached, answered, applicable;
  bool given = false, unavailable = false;
};

Sums sum(const Checklist& rule, const Answers& answers) {
  Sums sums;
  for (const auto& part : rule.parts) {
    const Reply& reply = answers.at(part.input.index);
    if (reply.state == AnswerState::not_applicable) continue;
    sums.applicable += part.points;
    if (reply.state == AnswerState::not_available) sums.unavailable = true;
    if (reply.state != AnswerState::given) continue;
    sums.given = true;
    sums.answered += part.points;
    if (reply.yes()) sums.reached += part.points;
  }
  return sums;
}

void tell_parts(const Checklist& rule, const Question& question) {
  for (const auto& part : rule.parts) {
    const Reply& reply = question.answers.at(part.input.index);
    question.steps->push_back({step_of(reply),
                               {{"title", &part.title},
                                {"points", part.points},
                                {"ground", reply.told ? reply.told->ground : std::string()}}});
  }
}

void tell_sum(const Checklist& rule, const Question& question, const Sums& sums,
              const Rational& reached) {
  std::vector<Term> terms;
  for (const auto& part : rule.parts) {
    const Reply& reply = question.answers.at(part.input.index);
    if (reply.state != AnswerState::given) continue;
    terms.push_back({reply.yes() ? part.points : Decimal(0), std::nullopt, ""});
  }
  question.steps->push_back(
      {"indicators.step.sum", {{"terms", std::move(terms)}, {"result", sums.reached}}});
  if (sums.applicable == Rational(question.maximum)) return;
  question.steps->push_back({"indicators.step.rescaled",
                             {{"sum", sums.reached},
                              {"maximum", question.maximum},
                              {"applicable", sums.applicable},
                              {"result", reached}}});
}

}  // namespace

std::optional<Rule> read_checklist(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(node, {"kind", "parts"});
  auto parts = read_part_list<Checklist::Part>(reader, node, read_part);
  if (!parts) return std::nullopt;
  return Checklist{std::move(*parts)};
}

std::vector<Sentence> describe(const Checklist& rule, const Question& question) {
  std::vector<Words> parts;
  for (const auto& part : rule.parts) {
    const Words points = number_words(part.points);
    parts.push_back(
        {part.title.vi + " (" + points.vi + ")", part.title.en + " (" + points.en + ")"});
  }
  return {{"indicators.rule.checklist",
           {{"parts", joined(parts, "; ")}, {"maximum", question.maximum}}}};
}

Outcome apply(const Checklist& rule, const Question& question) {
  const Sums sums = sum(rule, question.answers);
  if (question.steps) tell_parts(rule, question);
  if (sums.applicable.is_zero()) return not_applicable();
  if (!sums.given) return {sums.unavailable ? State::not_available : State::blank, {}, {}, nullptr};
  const Rational scale = Rational(question.maximum) / sums.applicable;
  const Rational reached = scale * sums.reached;
  if (question.steps) tell_sum(rule, question, sums, reached);
  return {State::scored, reached, scale * sums.answered, nullptr};
}

}  // namespace liem::indicators::rules
