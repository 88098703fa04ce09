#include <algorithm>

#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

std::optional<Checklist::Part> read_part(Reader& reader, const yaml::Node& node) {
  if (!reader.loading.check_keys(node, {"input", "points", "title"})) return std::nullopt;
  auto input = reader.question_at(node, "input");
  const auto points = reader.points_at(node, "points");
  auto title = reader.loading.words_at(node, "title");
  if (!input || !points || !title) return std::nullopt;
  return Checklist::Part{std::move(*title), std::move(*input), *points};
}

using State = Evaluated::State;

std::string_view step_of(const Evaluated& asked) {
  switch (asked.state) {
    case State::given:
      return asked.yes ? "indicators.step.part_yes" : "indicators.step.part_no";
    case State::not_applicable:
      return "indicators.step.part_not_applicable";
    case State::not_available:
      return "indicators.step.part_not_available";
    default:
      break;
  }
  return "indicators.step.part_blank";
}

std::string ground_of(const Evaluated& asked, const Answers& answers) {
  if (asked.lacking.empty()) return "";
  const Answer* told = answers.at(asked.lacking.front()->item_index).told;
  return told != nullptr ? told->ground : std::string();
}

struct Sums {
  Rational reached, answered, applicable;
  std::vector<Term> terms;  // of what is answered, where steps are told
  bool given = false, unavailable = false;
};

void add(Sums& sums, const Checklist::Part& part, const Evaluated& asked) {
  if (asked.state == State::not_applicable) return;
  sums.applicable += part.points;
  if (asked.state == State::not_available) sums.unavailable = true;
  if (asked.state != State::given) return;
  sums.given = true;
  sums.answered += part.points;
  if (asked.yes) sums.reached += part.points;
}

void tell_part(const Checklist::Part& part, const Question& question, const Evaluated& asked) {
  if (asked.state == State::given) tell_input(part.input, question, asked);
  question.steps->push_back({step_of(asked),
                             {{"title", &part.title},
                              {"points", part.points},
                              {"ground", ground_of(asked, question.answers)}}});
}

void tell_sum(const Question& question, Sums& sums, const Rational& reached) {
  question.steps->push_back(
      {"indicators.step.sum", {{"terms", std::move(sums.terms)}, {"result", sums.reached}}});
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
  Sums sums;
  for (const auto& part : rule.parts) {
    const Evaluated asked = evaluate(part.input, question.answers);
    add(sums, part, asked);
    if (!question.steps) continue;
    tell_part(part, question, asked);
    if (asked.state != State::given) continue;
    sums.terms.push_back({asked.yes ? part.points : Decimal(0), std::nullopt, ""});
  }
  if (sums.applicable.is_zero()) return not_applicable();
  if (!sums.given) {
    return {sums.unavailable ? indicators::State::not_available : indicators::State::blank,
            {},
            {},
            nullptr};
  }
  const Rational scale = Rational(question.maximum) / sums.applicable;
  const Rational reached = scale * sums.reached;
  if (question.steps) tell_sum(question, sums, reached);
  return {indicators::State::scored, reached, scale * sums.answered, nullptr};
}

}  // namespace liem::indicators::rules
