// What every rule kind offers, and what it is given. One kind's functions stand in one file.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/loading.h"
#include "base/rational.h"
#include "indicators/answers.h"
#include "indicators/errors.h"
#include "indicators/expression/evaluate.h"
#include "indicators/rule.h"
#include "indicators/score.h"
#include "indicators/sentence.h"

namespace liem::indicators::rules {

// Reading a rule out of a set: problems are noted, reading goes on.
struct Reader {
  Loading& loading;
  const figures::ItemCatalogue& items;
  Decimal maximum;                  // of the leaf
  const LegalDay* legal = nullptr;  // where the set names a day
  // Whether the file says what the maximum is; else nothing is measured by it.
  bool knows_maximum = true;

  // An item of the catalogue whose unit is one of `fitting`.
  std::optional<ItemRef> input_at(const yaml::Node& node, std::string_view key,
                                  std::initializer_list<figures::UnitKind> fitting);
  // Points from 0 to the leaf's maximum.
  std::optional<Decimal> points_at(const yaml::Node& node, std::string_view key);
  // Notes a rule that gives `most` points at most where that is not all of the leaf's.
  void check_reach(const yaml::Node& place, const Decimal& most);
  // An expression (the id of an item is one) measured in one of `fitting`. Only where `division` is
  // allowed may it divide by what can be 0.
  enum class Division { refused, allowed };
  std::optional<Expression> expression_at(const yaml::Node& node, std::string_view key,
                                          std::initializer_list<Quantity::Kind> fitting,
                                          Division division);
  // Notes an expression that can fall below 0; false where it can.
  bool check_not_negative(const yaml::Node& place, const Expression& expression);
  // The same of an expression that is there; else it is none.
  std::optional<Expression> never_negative_at(const yaml::Node& node, std::string_view key,
                                              std::initializer_list<Quantity::Kind> fitting,
                                              Division division);
  // A question of yes or no.
  std::optional<Expression> question_at(const yaml::Node& node, std::string_view key);
  // An expression that counts things or days and is never below 0.
  std::optional<Expression> counted_at(const yaml::Node& node, std::string_view key);
  // What a unit weighs: any amount that is never below 0.
  std::optional<Expression> weight_at(const yaml::Node& node, std::string_view key);
  // full, none, {points: x}, not_applicable or, for a leaf as a whole, {move_to: CODE}.
  enum class Moving { refused, allowed };
  std::optional<Policy> policy_at(const yaml::Node& node, std::string_view key, Moving moving);
  // A list of bands; without those that are refused.
  std::vector<Band> bands_at(const yaml::Node& node, std::string_view key);
  // A number above 0, of at most six digits before and after the point.
  std::optional<Decimal> positive_at(const yaml::Node& node, std::string_view key);
};

// What a score shows of one criterion, in millionths of a point.
struct ShownPoints {
  State state = State::blank;
  std::int64_t reached = 0, reachable = 0, maximum = 0;

  Points points() const;
};
std::int64_t in_millionths(const Rational& points);
Rational of_millionths(std::int64_t points);

// A unit directly below, for rules that inherit.
struct Below {
  std::string_view name;
  const Answers* answers = nullptr;
  std::span<const ShownPoints> shown;  // by the place of the criterion in its set
};

// Scoring one leaf.
struct Question {
  const Answers& answers;
  const figures::ItemCatalogue& items;
  Decimal maximum;
  std::vector<Sentence>* steps = nullptr;  // how it comes about, where somebody asks for it
  std::size_t place = 0;                   // of the leaf in its set
  std::span<const Below> below = {};

  const Words* label(const ItemRef& item) const { return label(item.id); }
  const Words* label(std::string_view id) const;
  // The label of an item, or the formula in labels.
  SentenceValue name(const Expression& expression) const;
  SentenceValue quoted(const Expression& expression) const;
};

struct Outcome {
  State state = State::scored;
  Rational reached, reachable;
  // What the set says for no occurrence has decided already: it drops out, or moves to the sibling.
  const Policy* decided = nullptr;
};

// All of the leaf's points can be reached, these are.
Outcome scored(const Question& question, Rational reached);
Outcome not_applicable();
// The outcome where the item is not answered with a value; nothing where it is.
std::optional<Outcome> unanswered(const Question& question, const ItemRef& item);
// The outcome where one of the values is not given; no_occurrence is for the rule to decide.
Outcome lacking(const Question& question, std::span<const Evaluated> values);
inline std::optional<Outcome> unanswered(const Question& question,
                                         std::span<const Evaluated> values) {
  for (const auto& value : values) {
    if (!value.lacking.empty()) return lacking(question, values);
  }
  return std::nullopt;
}
// What is 0, so that nothing occurred.
struct Nothing {
  const Expression* expression = nullptr;  // none: the units below
  std::size_t node = 0;                    // of it
};
// The points that `policy` gives there.
Outcome nothing_occurred(const Policy& policy, const Question& question, const Nothing& nothing);
Sentence none_sentence(const Policy& policy, const Question& question, SentenceValue label);
// Tells how a computed input came about, of a question what it asked; nothing of an item.
void tell_input(const Expression& expression, const Question& question, const Evaluated& value);
// Points of the share, straight or in bands.
Outcome share_scored(const std::vector<Band>& bands, const Question& question,
                     const Rational& share);
// Points for each one counted, at most `most`.
Outcome points_for_each(const Expression& input, const Decimal& points_each, const Decimal& most,
                        const Question& question);
std::vector<Sentence> describe_bands(const std::vector<Band>& bands);

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
  if (reader.knows_maximum && parts.size() == nodes->size() && total != reader.maximum) {
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
std::optional<Rule> read_bonus(Reader& reader, const yaml::Node& node);
std::optional<Rule> read_formula(Reader& reader, const yaml::Node& node);
std::optional<Rule> read_inherited(Reader& reader, const yaml::Node& node);

std::vector<Sentence> describe(const Documented& rule, const Question& question);
std::vector<Sentence> describe(const Checklist& rule, const Question& question);
std::vector<Sentence> describe(const Ratio& rule, const Question& question);
std::vector<Sentence> describe(const Parts& rule, const Question& question);
std::vector<Sentence> describe(const Count& rule, const Question& question);
std::vector<Sentence> describe(const ExternalIndex& rule, const Question& question);
std::vector<Sentence> describe(const Rubric& rule, const Question& question);
std::vector<Sentence> describe(const Deduction& rule, const Question& question);
std::vector<Sentence> describe(const Bonus& rule, const Question& question);
std::vector<Sentence> describe(const Formula& rule, const Question& question);
std::vector<Sentence> describe(const Inherited& rule, const Question& question);

Outcome apply(const Documented& rule, const Question& question);
Outcome apply(const Checklist& rule, const Question& question);
Outcome apply(const Ratio& rule, const Question& question);
Outcome apply(const Parts& rule, const Question& question);
Outcome apply(const Count& rule, const Question& question);
Outcome apply(const ExternalIndex& rule, const Question& question);
Outcome apply(const Rubric& rule, const Question& question);
Outcome apply(const Deduction& rule, const Question& question);
Outcome apply(const Bonus& rule, const Question& question);
Outcome apply(const Formula& rule, const Question& question);
Outcome apply(const Inherited& rule, const Question& question);

// The fields of a ratio, but for `kind`; of a leaf its points may move to a sibling.
std::optional<Ratio> read_ratio_fields(Reader& reader, const yaml::Node& node,
                                       Reader::Moving moving);

std::vector<const Expression*> expressions_of(const Rule& rule);

// The rule under `rule:` of a leaf, by its `kind`; within a rule that inherits none that inherits.
enum class Within { leaf, inherited };
std::optional<Rule> read_rule(Reader& reader, const yaml::Node& node, Within within = Within::leaf);
std::vector<Sentence> describe(const Rule& rule, const Question& question);
Outcome apply(const Rule& rule, const Question& question);

}  // namespace liem::indicators::rules
