#include "indicators/rules/kind.h"

namespace liem::indicators::rules {

std::optional<Rule> read_bonus(Reader& reader, const yaml::Node& node) {
  reader.loading.check_keys(node, {"kind", "input", "points_each", "most"});
  auto input = reader.counted_at(node, "input");
  const auto points_each = reader.positive_at(node, "points_each");
  const auto most = reader.points_at(node, "most");
  if (most) reader.check_reach(*node.at("most"), *most);
  if (!input || !points_each || !most) return std::nullopt;
  return Bonus{std::move(*input), *points_each, *most};
}

std::vector<Sentence> describe(const Bonus& rule, const Question& question) {
  return {{"indicators.rule.bonus",
           {{"label", question.quoted(rule.input)},
            {"points_each", rule.points_each},
            {"most", rule.most}}}};
}

Outcome apply(const Bonus& rule, const Question& question) {
  return points_for_each(rule.input, rule.points_each, rule.most, question);
}

}  // namespace liem::indicators::rules
