#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <map>

#include "advice/action.h"
#include "advice/errors.h"
#include "base/loading.h"
#include "indicators/errors.h"

namespace liem::advice {
namespace {

using figures::UnitKind;
using yaml::Node;

constexpr std::int64_t most_day_hundredths = 1'000'000'000;
constexpr std::int64_t most_money = 999'999'999'999'999;

class ActionReader {
 public:
  explicit ActionReader(const IndicatorSet& set) : set_(set) {}

  std::vector<Action> read(const Node& root);
  Loading& loading() { return loading_; }

 private:
  struct Links {
    std::vector<Node> excludes, needs;
  };

  std::optional<Action> read_action(const Node& node);
  std::optional<Effect> read_effect(const Node& node);
  std::optional<Answer> read_value(const figures::DataItem& item, const Node& node,
                                   const std::string& text);
  std::optional<Decimal> read_add(const figures::DataItem& item, const Node& node);
  std::optional<std::int64_t> read_cost(const Node& node, std::string_view key,
                                        Result<std::int64_t> (*convert)(std::string_view));
  std::vector<Node> read_names(const Node& node, std::string_view key);
  void link(const std::vector<Node>& names, std::size_t own, std::vector<std::size_t>& out);

  const IndicatorSet& set_;
  Loading loading_;
  std::map<std::string, std::size_t> places_;
  std::vector<Links> links_;
};

bool is_action_id(std::string_view id) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !id.empty() && id.size() <= 100 && plain(id.front()) &&
         std::ranges::all_of(id, [&](char c) { return plain(c) || c == '-'; });
}

// A value is read as an answer of an inputs file is, and refused in the same words.
std::optional<Answer> ActionReader::read_value(const figures::DataItem& item, const Node& node,
                                               const std::string& text) {
  // The line of the list: the loader counts the lines of the text it is handed.
  const std::string file =
      std::string(static_cast<std::size_t>(node.line() - 1), '\n') +
      fmt::format("{{\"set\": {}, \"inputs\": {{{}: {}}}}}", boost::json::serialize(set_.id),
                  boost::json::serialize(item.id), scalar_text(text));
  const auto read = indicators::load_inputs(file, node.file(), set_);
  if (!read) {
    for (const auto& problem : read.error()) loading_.note(problem);
    return std::nullopt;
  }
  Answer answer = read->at(item.id);
  answer.source = {};
  return answer;
}

std::optional<Decimal> ActionReader::read_add(const figures::DataItem& item, const Node& node) {
  const auto add = loading_.take(node.decimal());
  if (!add) return std::nullopt;
  const bool number = item.unit.kind != UnitKind::yes_no && item.unit.kind != UnitKind::level;
  if (!number || add->is_zero()) {
    loading_.note(node.error(errors::cannot_add, {{"id", item.id}, {"value", add->to_string()}}));
    return std::nullopt;
  }
  const Decimal size = add->is_negative() ? -*add : *add;
  if (!read_value(item, node, size.to_string())) return std::nullopt;
  return add;
}

std::optional<Effect> ActionReader::read_effect(const Node& node) {
  if (!loading_.check_keys(node, {"id", "value", "add"})) return std::nullopt;
  const auto id = loading_.text_at(node, "id");
  if (!id) return std::nullopt;
  const auto* item = set_.items.find(*id);
  if (item == nullptr) {
    loading_.note(node.error(indicators::errors::unknown_input, {{"id", *id}}));
    return std::nullopt;
  }
  if (node.has("value") == node.has("add")) {
    loading_.note(node.error(errors::value_or_add, {{"id", *id}}));
    return std::nullopt;
  }
  Effect effect{*id, {}, {}, node.line()};
  if (node.has("add")) {
    effect.add = read_add(*item, *node.at("add"));
  } else if (const auto text = loading_.text_at(node, "value")) {
    effect.value = read_value(*item, *node.at("value"), *text);
  }
  if (!effect.value && !effect.add) return std::nullopt;
  return effect;
}

std::optional<std::int64_t> ActionReader::read_cost(
    const Node& node, std::string_view key, Result<std::int64_t> (*convert)(std::string_view)) {
  const auto text = loading_.text_at(node, key);
  if (!text) return std::nullopt;
  const auto cost = convert(*text);
  if (cost) return *cost;
  const Node place = *node.at(key);
  Args args = {{"file", place.file()}, {"line", std::to_string(place.line())}};
  args.insert(args.end(), cost.error().message.args.begin(), cost.error().message.args.end());
  loading_.note({cost.error().kind, {cost.error().message.id + "_in_list", std::move(args)}});
  return std::nullopt;
}

std::vector<Node> ActionReader::read_names(const Node& node, std::string_view key) {
  if (!node.has(key)) return {};
  const auto list = loading_.take((*node.at(key)).items());
  return list.value_or(std::vector<Node>{});
}

std::optional<Action> ActionReader::read_action(const Node& node) {
  if (!loading_.check_keys(node,
                           {"id", "title", "days", "money", "changes", "excludes", "needs"})) {
    return std::nullopt;
  }
  const auto id = loading_.text_at(node, "id");
  auto title = loading_.text_at(node, "title");
  const auto days = read_cost(node, "days", day_hundredths);
  const auto money = read_cost(node, "money", whole_money);
  const auto list = loading_.take(node.at("changes"));
  const auto changes = list ? loading_.take(list->items()) : std::nullopt;
  Action action;
  action.line = node.line();
  if (changes && changes->empty()) loading_.note(list->error(errors::no_changes));
  if (changes && changes->size() > most_changes) {
    loading_.note(list->error(errors::too_many_changes, {{"count", std::to_string(changes->size())},
                                                         {"most", std::to_string(most_changes)}}));
    return std::nullopt;
  }
  for (const auto& change : changes.value_or(std::vector<Node>{})) {
    if (auto effect = read_effect(change)) action.effects.push_back(std::move(*effect));
  }
  if (id && !is_action_id(*id)) {
    loading_.note((*node.at("id")).error(errors::bad_action_id, {{"id", *id}}));
  }
  if (!id || !title || !days || !money) return std::nullopt;
  action.id = *id;
  action.title = std::move(*title);
  action.day_hundredths = *days;
  action.money = *money;
  return action;
}

void ActionReader::link(const std::vector<Node>& names, std::size_t own,
                        std::vector<std::size_t>& out) {
  for (const auto& node : names) {
    const auto name = loading_.take(node.text());
    if (!name) continue;
    const auto found = places_.find(*name);
    if (found == places_.end() || found->second == own) {
      loading_.note(node.error(errors::unknown_action, {{"id", *name}}));
    } else {
      out.push_back(found->second);
    }
  }
}

std::vector<Action> ActionReader::read(const Node& root) {
  std::vector<Action> actions;
  const auto nodes = loading_.take(root.items());
  if (!nodes) return actions;
  if (nodes->empty()) loading_.note(root.error(errors::no_actions));
  if (nodes->size() > most_actions) {
    loading_.note(root.error(errors::too_many_actions, {{"count", std::to_string(nodes->size())},
                                                        {"most", std::to_string(most_actions)}}));
    return actions;
  }
  for (const auto& node : *nodes) {
    auto action = read_action(node);
    if (!action) continue;
    if (!places_.emplace(action->id, actions.size()).second) {
      loading_.note(node.error(errors::repeated_action, {{"id", action->id}}));
      continue;
    }
    links_.push_back({read_names(node, "excludes"), read_names(node, "needs")});
    actions.push_back(std::move(*action));
  }
  if (!loading_.clean()) return actions;  // a name may belong to an action that was refused
  for (std::size_t i = 0; i < actions.size(); ++i) {
    link(links_[i].excludes, i, actions[i].excludes);
    link(links_[i].needs, i, actions[i].needs);
  }
  return actions;
}

Result<std::int64_t> scaled(std::string_view text, int places, std::int64_t most, ErrorCode code) {
  const auto number = Decimal::parse(text);
  const auto refuse = fail(code, {{"value", std::string(text)}});
  if (!number || number->is_negative() || number->scale() > places) return refuse;
  __int128 whole = number->mantissa();
  for (int i = number->scale(); i < places; ++i) whole *= 10;
  if (whole > most) return refuse;
  return static_cast<std::int64_t>(whole);
}

}  // namespace

Result<std::int64_t> day_hundredths(std::string_view text) {
  return scaled(text, 2, most_day_hundredths, errors::bad_days);
}

Result<std::int64_t> whole_money(std::string_view text) {
  return scaled(text, 0, most_money, errors::bad_money);
}

std::expected<std::vector<Action>, Problems> load_actions(std::string_view text,
                                                          std::string_view file,
                                                          const IndicatorSet& set) {
  ActionReader reader(set);
  std::vector<Action> actions;
  if (const auto root = reader.loading().take(yaml::parse(text, file))) {
    actions = reader.read(*root);
  }
  if (!reader.loading().clean()) return std::unexpected(std::move(reader.loading()).problems());
  return actions;
}

}  // namespace liem::advice
