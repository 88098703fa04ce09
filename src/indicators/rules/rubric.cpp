#include <algorithm>

#include "indicators/rules/kind.h"

namespace liem::indicators::rules {
namespace {

std::optional<Rubric::Level> read_level(Reader& reader, const yaml::Node& node) {
  if (!reader.loading.check_keys(node, {"level", "points", "title"})) return std::nullopt;
  const auto level = reader.loading.take(node.at("level"));
  const auto number = level ? reader.loading.take(level->whole()) : std::nullopt;
  const auto points = reader.points_at(node, "points");
  auto title = reader.loading.words_at(node, "title");
  if (!number || !points || !title) return std::nullopt;
  return Rubric::Level{Decimal(*number), *points, std::move(*title)};
}

}  // namespace

std::optional<Rule> read_rubric(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(node, {"kind", "input", "levels"});
  auto input = reader.input_at(node, "input", {figures::UnitKind::level});
  const auto list = reader.loading.take(node.at("levels"));
  const auto nodes = list ? reader.loading.take(list->items()) : std::nullopt;
  if (!nodes) return std::nullopt;
  if (nodes->empty()) reader.loading.note(list->error(errors::empty_list, {{"key", "levels"}}));
  Rubric rule{std::move(input).value_or(ItemRef{}), {}};
  for (const auto& place : *nodes) {
    auto level = read_level(reader, place);
    if (!level) continue;
    if (std::ranges::find(rule.levels, level->level, &Rubric::Level::level) != rule.levels.end()) {
      reader.loading.note(
          place.error(errors::repeated_level, {{"level", level->level.to_string()}}));
      continue;
    }
    rule.levels.push_back(std::move(*level));
  }
  if (rule.levels.size() == nodes->size() && !nodes->empty()) {
    reader.check_reach(*list,
                       std::ranges::max_element(rule.levels, {}, &Rubric::Level::points)->points);
  }
  if (rule.input.id.empty()) return std::nullopt;
  return rule;
}

std::vector<Sentence> describe(const Rubric& rule, const Question& question) {
  std::vector<Sentence> out = {{"indicators.rule.rubric", {{"label", question.label(rule.input)}}}};
  for (const auto& level : rule.levels) {
    const bool last = &level == &rule.levels.back();
    out.push_back({last ? "indicators.rule.last_level" : "indicators.rule.level",
                   {{"level", level.level}, {"title", &level.title}, {"points", level.points}}});
  }
  return out;
}

Outcome apply(const Rubric& rule, const Question& question) {
  if (auto none = unanswered(question, rule.input)) return *none;
  const Decimal& chosen = question.answers.at(rule.input.index).number;
  const auto level = std::ranges::find(rule.levels, chosen, &Rubric::Level::level);
  LIEM_CHECK(level != rule.levels.end());  // load_inputs refuses other levels
  if (question.steps) {
    question.steps->push_back(
        {"indicators.step.level",
         {{"level", level->level}, {"title", &level->title}, {"points", level->points}}});
  }
  return scored(question, level->points);
}

}  // namespace liem::indicators::rules
