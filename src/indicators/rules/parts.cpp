#include <algorithm>

#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

std::optional<Parts::Part> read_part(Reader& reader, const yaml::Node& node) {
  if (!reader.loading.check_keys(node, {"title", "points", "ratio"})) return std::nullopt;
  auto title = reader.loading.words_at(node, "title");
  const auto points = reader.points_at(node, "points");
  const auto ratio_node = reader.loading.take(node.at("ratio"));
  if (!title || !points || !ratio_node) return std::nullopt;
  reader.loading.check_keys(
      *ratio_node, {"done", "obliged", "bands", "floor", "ceiling", "no_occurrence", "beyond"});
  Reader part_reader{reader.loading, reader.items, *points};
  auto ratio = read_ratio_fields(part_reader, *ratio_node, Reader::Moving::refused);
  if (!ratio) return std::nullopt;
  return Parts::Part{std::move(*title), *points, std::move(*ratio)};
}

// A part is scored as a leaf of its own points would be.
Question question_of(const Parts::Part& part, const Question& leaf) {
  return {leaf.inputs, leaf.items, part.points};
}

Sentence heading(std::string id, const Parts::Part& part) {
  return {std::move(id), {{"title", part.title}, {"points", part.points}}};
}

struct Sums {
  Rational reached, reachable;
  Decimal applicable;  // points of the parts that are not out
  std::vector<Words> terms;
  State without_answer = State::blank;  // where no part is scored
};

void add(Sums& sums, const Parts::Part& part, const Outcome& outcome) {
  if (outcome.state == State::not_applicable) return;
  sums.applicable += part.points;
  if (outcome.state == State::not_available) sums.without_answer = State::not_available;
  if (outcome.state != State::scored) return;
  sums.reached += outcome.reached;
  sums.reachable += outcome.reachable;
  sums.terms.push_back(number_words(outcome.reached));
}

Outcome added_up(const Sums& sums, const Question& question, std::vector<Sentence> steps) {
  if (sums.applicable.is_zero()) return not_applicable(std::move(steps));
  if (sums.terms.empty()) return {sums.without_answer, {}, {}, std::move(steps)};
  steps.push_back({"indicators.step.sum",
                   {{"terms", joined(sums.terms, " + ")}, {"result", number_words(sums.reached)}}});
  const Rational scale = Rational::quotient(question.maximum, sums.applicable);
  if (sums.applicable != question.maximum) {
    steps.push_back({"indicators.step.rescaled",
                     {{"sum", number_words(sums.reached)},
                      {"maximum", question.maximum},
                      {"applicable", sums.applicable},
                      {"result", number_words(scale * sums.reached)}}});
  }
  return {State::scored, scale * sums.reached, scale * sums.reachable, std::move(steps)};
}

}  // namespace

std::optional<Rule> read_parts(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(node, {"kind", "parts"});
  auto parts = read_part_list<Parts::Part>(reader, node, read_part);
  if (!parts) return std::nullopt;
  return Parts{std::move(*parts)};
}

std::vector<Sentence> describe(const Parts& rule, const Question& question) {
  std::vector<Sentence> out = {{"indicators.rule.parts", {{"maximum", question.maximum}}}};
  for (const auto& part : rule.parts) {
    out.push_back(heading("indicators.rule.part", part));
    std::ranges::move(describe(part.ratio, question_of(part, question)), std::back_inserter(out));
  }
  return out;
}

Outcome apply(const Parts& rule, const Question& question) {
  Sums sums;
  std::vector<Sentence> steps;
  for (const auto& part : rule.parts) {
    Outcome outcome = apply(part.ratio, question_of(part, question));
    add(sums, part, outcome);
    steps.push_back(heading("indicators.step.part", part));
    std::ranges::move(outcome.steps, std::back_inserter(steps));
  }
  return added_up(sums, question, std::move(steps));
}

}  // namespace liem::indicators::rules
