#include <algorithm>

#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

std::optional<Parts::Part> read_part(Reader& reader, const yaml::Node& node) {
  if (!reader.loading.check_keys(node, {"title", "points", "ratio"})) return std::nullopt;
  auto title = reader.loading.words_at(node, "title");
  const auto points = reader.points_at(node, "points");
  const auto ratio_node = reader.loading.take(node.at("ratio"));
  if (!ratio_node) return std::nullopt;
  reader.loading.check_keys(
      *ratio_node, {"done", "obliged", "bands", "floor", "ceiling", "no_occurrence", "beyond"});
  Reader part_reader{reader.loading, reader.items, points.value_or(reader.maximum), reader.legal,
                     points.has_value()};
  auto ratio = read_ratio_fields(part_reader, *ratio_node, Reader::Moving::refused);
  if (!title || !points || !ratio) return std::nullopt;
  return Parts::Part{std::move(*title), *points, std::move(*ratio)};
}

// A part is scored as a leaf of its own points would be.
Question question_of(const Parts::Part& part, const Question& leaf) {
  return {leaf.answers, leaf.items, part.points, leaf.steps};
}

Sentence heading(std::string_view id, const Parts::Part& part) {
  return {id, {{"title", &part.title}, {"points", part.points}}};
}

struct Sums {
  Rational reached, reachable;
  Rational applicable;      // points of the parts that are not out
  std::vector<Term> terms;  // of what is scored, where steps are told
  bool scored = false;
  State without_answer = State::blank;  // where no part is scored
};

void add(Sums& sums, const Parts::Part& part, const Outcome& outcome) {
  if (outcome.state == State::not_applicable) return;
  sums.applicable += part.points;
  if (outcome.state == State::not_available) sums.without_answer = State::not_available;
  if (outcome.state != State::scored) return;
  sums.scored = true;
  sums.reached += outcome.reached;
  sums.reachable += outcome.reachable;
}

Outcome added_up(Sums sums, const Question& question) {
  if (sums.applicable.is_zero()) return not_applicable();
  if (!sums.scored) return {sums.without_answer, {}, {}, nullptr};
  const Rational scale = Rational(question.maximum) / sums.applicable;
  const Rational reached = scale * sums.reached;
  if (question.steps) {
    question.steps->push_back(
        {"indicators.step.sum", {{"terms", std::move(sums.terms)}, {"result", sums.reached}}});
    if (sums.applicable != Rational(question.maximum)) {
      question.steps->push_back({"indicators.step.rescaled",
                                 {{"sum", sums.reached},
                                  {"maximum", question.maximum},
                                  {"applicable", sums.applicable},
                                  {"result", reached}}});
    }
  }
  return {State::scored, reached, scale * sums.reachable, nullptr};
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
  for (const auto& part : rule.parts) {
    if (question.steps) question.steps->push_back(heading("indicators.step.part", part));
    const Outcome outcome = apply(part.ratio, question_of(part, question));
    add(sums, part, outcome);
    if (question.steps && outcome.state == State::scored) {
      sums.terms.push_back({outcome.reached, std::nullopt, ""});
    }
  }
  return added_up(std::move(sums), question);
}

}  // namespace liem::indicators::rules
