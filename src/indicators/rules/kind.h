// What every rule kind offers, and what it is given. One kind's functions stand in one file.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/loading.h"
#include "base/rational.h"
#include "indicators/errors.h"
#include "indicators/inputs.h"
#include "indicators/rule.h"
#include "indicators/score.h"
#include "indicators/sentence.h"

namespace liem::indicators::rules {

// Reading a rule out of a set: problems are noted, reading goes on.
struct Reader {
  Loading& loading;
  const figures::ItemCatalogue& items;
  Decimal maximum;  // of the leaf

  // An item of the catalogue whose unit is one of `fitting`.
  std::optional<std::string> input_at(const yaml::Node& node, std::string_view key,
                                      std::initializer_list<figures::UnitKind> fitting);
  // Points from 0 to the leaf's maximum.
  std::optional<Decimal> points_at(const yaml::Node& node, std::string_view key);
  // Notes a rule that gives `most` points at most where that is not all of the leaf's.
  void check_reach(const yaml::Node& place, const Decimal& most);
  // A number above 0, of at most six digits before and after the point.
  std::optional<Decimal> positive_at(const yaml::Node& node, std::string_view key);
};

// Scoring one leaf.
struct Question {
  const Inputs& inputs;
  const figures::ItemCatalogue& items;
  Decimal maximum;
  const Words& label(std::string_view id) const;
};

struct Outcome {
  State state = State::scored;
  Rational reached, reachable;
  std::vector<Sentence> steps;
};

// All of the leaf's points can be reached, these are.
Outcome scored(const Question& question, Rational reached, std::vector<Sentence> steps);
Outcome not_applicable(std::vector<Sentence> steps);
// The outcome where one of `ids` is not answered with a value; nothing where all are.
std::optional<Outcome> unanswered(const Question& question, std::span<const std::string> ids);

// The list "parts" of a rule; their points are all of the leaf's.
template <class Part>
std::optional<std::vector<Part>> read_part_list(
    Reader& reader, const yaml::Node& node,
    std::optional<Part> (*read_part)(Reader&, const yaml::Node&)) {
  const auto list = reader.loading.take(node.at("parts"));
  const auto nodes = list ? reader.loading.take(list->items()) : std::nullopt;
  if (!nodes) return std::nullopt;
  std::vector<Part> parts;
  Decimal total;
  for (const auto& part_node : *nodes) {
    if (auto part = read_part(reader, part_node)) {
      total += part->points;
      parts.push_back(std::move(*part));
    }
  }
  if (parts.size() == nodes->size() && total != reader.maximum) {
    reader.loading.note(
        list->error(errors::parts_do_not_add_up,
                    {{"sum", total.to_string()}, {"points", reader.maximum.to_string()}}));
  }
  return parts;
}

std::optional<Rule> read_documented(Reader& reader, const yaml::Node& node);
std::optional<Rule> read_checklist(Reader& reader, const yaml::Node& node);
std::optional<Rule> read_ratio(Reader& reader, const yaml::Node& node);
std::optional<Rule> read_parts(Reader& reader, const yaml::Node& node);
std::optional<Rule> read_count(Reader& reader, const yaml::Node& node);
std::optional<Rule> read_external_index(Reader& reader, const yaml::Node& node);
std::optional<Rule> read_rubric(Reader& reader, const yaml::Node& node);
std::optional<Rule> read_deduction(Reader& reader, const yaml::Node& node);

std::vector<Sentence> describe(const Documented& rule, const Question& question);
std::vector<Sentence> describe(const Checklist& rule, const Question& question);
std::vector<Sentence> describe(const Ratio& rule, const Question& question);
std::vector<Sentence> describe(const Parts& rule, const Question& question);
std::vector<Sentence> describe(const Count& rule, const Question& question);
std::vector<Sentence> describe(const ExternalIndex& rule, const Question& question);
std::vector<Sentence> describe(const Rubric& rule, const Question& question);
std::vector<Sentence> describe(const Deduction& rule, const Question& question);

Outcome apply(const Documented& rule, const Question& question);
Outcome apply(const Checklist& rule, const Question& question);
Outcome apply(const Ratio& rule, const Question& question);
Outcome apply(const Parts& rule, const Question& question);
Outcome apply(const Count& rule, const Question& question);
Outcome apply(const ExternalIndex& rule, const Question& question);
Outcome apply(const Rubric& rule, const Question& question);
Outcome apply(const Deduction& rule, const Question& question);

// The fields of a ratio, but for `kind`.
std::optional<Ratio> read_ratio_fields(Reader& reader, const yaml::Node& node);

// The rule under `rule:` of a leaf, by its `kind`.
std::optional<Rule> read_rule(Reader& reader, const yaml::Node& node);

}  // namespace liem::indicators::rules
