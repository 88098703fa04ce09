#include <algorithm>
#include <array>

#include "indicators/rules/kind.h"

namespace liem::indicators {
namespace rules {
namespace {

struct Kind {
  std::string_view name;
  std::optional<Rule> (*read)(Reader&, const yaml::Node&);
};

// In the order of the alternatives of `Rule`.
constexpr std::array<Kind, std::variant_size_v<Rule>> kinds = {{
    {"documented", read_documented},
    {"checklist", read_checklist},
    {"ratio", read_ratio},
    {"parts", read_parts},
    {"count", read_count},
    {"external_index", read_external_index},
    {"rubric", read_rubric},
    {"deduction", read_deduction},
    {"bonus", read_bonus},
    {"formula", read_formula},
    {"inherited", read_inherited},
}};

void add(std::vector<std::string>& ids, const std::vector<std::string>& more) {
  for (const auto& id : more) {
    if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
  }
}

std::vector<std::string> inputs(const Checklist& rule) {
  std::vector<std::string> ids;
  for (const auto& part : rule.parts) add(ids, items_of(part.input));
  return ids;
}
std::vector<std::string> inputs(const Ratio& rule) {
  std::vector<std::string> ids = items_of(rule.done);
  add(ids, items_of(rule.obliged));
  return ids;
}
std::vector<std::string> inputs(const Parts& rule) {
  std::vector<std::string> ids;
  for (const auto& part : rule.parts) add(ids, inputs(part.ratio));
  return ids;
}
std::vector<std::string> inputs(const Formula& rule) { return items_of(rule.expression); }
std::vector<std::string> inputs(const Inherited& rule) {
  std::vector<std::string> ids = inputs_of(rule.own->rule);
  if (rule.weight) add(ids, items_of(*rule.weight));
  return ids;
}
std::vector<std::string> inputs_of(const std::string& item) { return {item}; }
std::vector<std::string> inputs_of(const Expression& expression) { return items_of(expression); }
std::vector<std::string> inputs(const auto& rule) { return inputs_of(rule.input); }

using Expressions = std::vector<const Expression*>;

Expressions expressions(const Ratio& rule) { return {&rule.done, &rule.obliged}; }
Expressions expressions(const Checklist& rule) {
  Expressions all;
  for (const auto& part : rule.parts) all.push_back(&part.input);
  return all;
}
Expressions expressions(const Formula& rule) { return {&rule.expression}; }
Expressions expressions(const Parts& rule) {
  Expressions all;
  for (const auto& part : rule.parts) {
    all.insert(all.end(), {&part.ratio.done, &part.ratio.obliged});
  }
  return all;
}
Expressions expressions(const Inherited& rule) {
  Expressions all = expressions_of(rule.own->rule);
  if (rule.weight) all.push_back(&*rule.weight);
  return all;
}
Expressions expressions(const Rubric&) { return {}; }  // an item alone
Expressions expressions(const auto& rule) { return {&rule.input}; }

}  // namespace

std::vector<const Expression*> expressions_of(const Rule& rule) {
  return std::visit([](const auto& kind) { return expressions(kind); }, rule);
}

std::optional<Rule> read_rule(Reader& reader, const yaml::Node& node, Within within) {
  const auto fits = [&](const Kind& kind) {
    return within == Within::leaf || kind.read != read_inherited;
  };
  const auto name = reader.loading.text_at(node, "kind");
  if (!name) return std::nullopt;
  const auto* found = std::ranges::find(kinds, *name, &Kind::name);
  if (found != kinds.end() && fits(*found)) return found->read(reader, node);
  std::string known;
  for (const auto& kind : kinds) {
    if (fits(kind)) known.append(known.empty() ? "" : ", ").append(kind.name);
  }
  reader.loading.note(node.error(errors::unknown_rule, {{"kind", *name}, {"known", known}}));
  return std::nullopt;
}

std::vector<Sentence> describe(const Rule& rule, const Question& question) {
  return std::visit([&](const auto& kind) { return describe(kind, question); }, rule);
}

Outcome apply(const Rule& rule, const Question& question) {
  return std::visit([&](const auto& kind) { return apply(kind, question); }, rule);
}

}  // namespace rules

std::string_view kind_of(const Rule& rule) { return rules::kinds[rule.index()].name; }

std::vector<LegalValue> law_of(const Rule& rule) {
  std::vector<LegalValue> values;
  for (const auto* expression : rules::expressions_of(rule)) {
    for (const auto& value : expression->law) {
      if (std::ranges::find(values, value) == values.end()) values.push_back(value);
    }
  }
  return values;
}

std::vector<Policy> policies_of(const Rule& rule) {
  if (const auto* ratio = std::get_if<Ratio>(&rule)) return {ratio->no_occurrence};
  const auto* formula = std::get_if<Formula>(&rule);
  if (formula != nullptr && formula->no_occurrence) return {*formula->no_occurrence};
  const auto* inherited = std::get_if<Inherited>(&rule);
  if (inherited == nullptr) return {};
  auto policies = policies_of(inherited->own->rule);
  if (inherited->nothing_below) policies.push_back(*inherited->nothing_below);
  return policies;
}

std::vector<std::string> inputs_of(const Rule& rule) {
  return std::visit([](const auto& kind) { return rules::inputs(kind); }, rule);
}

}  // namespace liem::indicators
