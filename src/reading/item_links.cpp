#include "reading/item_links.h"

#include <algorithm>

namespace liem::reading {
namespace {

using figures::Confidence;
using figures::Role;

bool any_of(const std::vector<int>& wanted, const PhraseIds& there) {
  return std::ranges::any_of(wanted,
                             [&](int id) { return std::ranges::find(there, id) != there.end(); });
}

bool in_context(const std::vector<int>& wanted, const FigureContext& figure) {
  if (any_of(wanted, figure.sentence)) return true;
  return figure.headings != nullptr && std::ranges::any_of(wanted, [&](int id) {
           return figure.headings->test(static_cast<std::size_t>(id));
         });
}

bool plays(Role role, const FigureContext& figure) {
  switch (role) {
    case Role::any:
      return true;
    case Role::numerator:
      return figure.numerator;
    case Role::denominator:
      return figure.denominator && !figure.numerator;
    case Role::not_numerator:
      return !figure.numerator;
    case Role::not_denominator:
      return !figure.denominator;
  }
  return true;
}

bool applies(const WordingRule& rule, const FigureContext& figure) {
  if (!rule.units.empty() && !rule.units[static_cast<std::size_t>(figure.unit)]) return false;
  if (!plays(rule.role, figure)) return false;
  if (!rule.also.empty() && !any_of(rule.also, figure.near)) return false;
  if (!rule.sentence.empty() && !any_of(rule.sentence, figure.sentence)) return false;
  if (!rule.context.empty() && !in_context(rule.context, figure)) return false;
  return !any_of(rule.without, figure.near);
}

void add(std::vector<ItemLink>& links, const FigureWords& words, const WordingRule& rule) {
  const std::string& item = words.items[static_cast<std::size_t>(rule.item)];
  const auto known = std::ranges::find(links, item, &ItemLink::item);
  if (known == links.end()) {
    links.push_back(
        {item, words.labels[static_cast<std::size_t>(rule.item)], rule.confidence, rule.id});
  } else if (rule.confidence < known->confidence) {
    known->confidence = rule.confidence;
    known->rule = rule.id;
  }
}

}  // namespace

std::vector<ItemLink> links_of(const FigureContext& figure, const FigureWords& words) {
  std::vector<ItemLink> links;
  for (const int phrase : figure.near) {
    for (const int index : words.rules_of_phrase[static_cast<std::size_t>(phrase)]) {
      const WordingRule& rule = words.rules[static_cast<std::size_t>(index)];
      if (applies(rule, figure)) add(links, words, rule);
    }
  }
  if (links.empty()) return links;
  const auto best = std::ranges::min_element(links, {}, &ItemLink::confidence)->confidence;
  std::erase_if(links, [&](const ItemLink& link) { return link.confidence != best; });
  if (links.size() > 1 || figure.softened) {
    for (auto& link : links) link.confidence = std::max(link.confidence, Confidence::probable);
  }
  return links;
}

}  // namespace liem::reading
