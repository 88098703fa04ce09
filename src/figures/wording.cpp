#include "figures/wording.h"

#include <algorithm>
#include <array>

#include "base/loading.h"

namespace liem::figures {
namespace {

template <class Value>
struct Named {
  Value value;
  std::string_view name;
};

constexpr std::array<Named<Confidence>, 3> confidences = {{{Confidence::certain, "certain"},
                                                           {Confidence::probable, "probable"},
                                                           {Confidence::possible, "possible"}}};
constexpr std::array<Named<Role>, 5> roles = {{{Role::any, "any"},
                                               {Role::numerator, "numerator"},
                                               {Role::denominator, "denominator"},
                                               {Role::not_numerator, "not_numerator"},
                                               {Role::not_denominator, "not_denominator"}}};

// The value named under `key`, or `otherwise` where there is no such key.
template <class Value, std::size_t size>
Value named_at(Loading& loading, const yaml::Node& node, std::string_view key,
               const std::array<Named<Value>, size>& known, Value otherwise) {
  if (!node.has(key)) return otherwise;
  const auto child = loading.take(node.at(key));
  const auto name = child ? loading.take(child->text()) : std::nullopt;
  if (!name) return otherwise;
  const auto* found = std::ranges::find(known, *name, &Named<Value>::name);
  if (found != known.end()) return found->value;
  std::string names;
  for (const auto& one : known) names += (names.empty() ? "" : ", ") + std::string(one.name);
  loading.note(child->error(errors::unknown_word, {{"word", *name}, {"known", names}}));
  return otherwise;
}

}  // namespace

std::string_view name_of(Confidence confidence) {
  return std::ranges::find(confidences, confidence, &Named<Confidence>::value)->name;
}

std::vector<std::string> read_phrases(Loading& loading, const yaml::Node& node,
                                      std::string_view key) {
  std::vector<std::string> out;
  if (!node.has(key)) return out;
  const auto list = loading.take(node.at(key));
  const auto items = list ? loading.take(list->items()) : std::nullopt;
  for (const auto& item : items.value_or(std::vector<yaml::Node>{})) {
    if (auto phrase = loading.take(item.text())) out.push_back(std::move(*phrase));
  }
  return out;
}

std::vector<Wording> read_wordings(Loading& loading, const yaml::Node& node) {
  std::vector<Wording> out;
  const auto entries = loading.take(node.entries());
  for (const auto& [id, entry] :
       entries.value_or(std::vector<std::pair<std::string, yaml::Node>>{})) {
    if (!loading.check_keys(entry, {"confidence", "role", "units", "near", "also", "sentence",
                                    "context", "without"}))
      continue;
    out.push_back({id, named_at(loading, entry, "confidence", confidences, Confidence::probable),
                   named_at(loading, entry, "role", roles, Role::any),
                   read_phrases(loading, entry, "units"), read_phrases(loading, entry, "near"),
                   read_phrases(loading, entry, "also"), read_phrases(loading, entry, "sentence"),
                   read_phrases(loading, entry, "context"),
                   read_phrases(loading, entry, "without")});
  }
  return out;
}

}  // namespace liem::figures
