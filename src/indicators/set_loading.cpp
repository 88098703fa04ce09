#include <algorithm>
#include <map>

#include "base/loading.h"
#include "indicators/errors.h"
#include "indicators/flow_text.h"
#include "indicators/rules/kind.h"
#include "indicators/set.h"

namespace liem::indicators {
namespace {

using yaml::Node;

class SetReader {
 public:
  SetReader(const figures::ItemCatalogue& items, std::string_view file, const law::Parameters& law,
            std::optional<Date> law_day)
      : items_(items), law_(law), law_day_(law_day), file_(file) {}

  IndicatorSet read(const Node& root);
  Loading& loading() { return loading_; }

 private:
  // The children under `key` of `parent`, whose code is `above` (empty for the set itself).
  std::vector<Criterion> read_criteria(const Node& parent, std::string_view key,
                                       const std::string& above,
                                       const std::optional<Decimal>& points);
  std::optional<Criterion> read_criterion(const Node& node, const std::string& above);
  std::optional<Leaf> read_leaf(const Node& node, const std::optional<Decimal>& points);
  // "Law, article", or {assumed: "Law"} where nobody has read that the criterion rests on it.
  std::optional<LegalBasis> read_basis(const Node& node);
  std::optional<Decimal> read_points(const Node& node);
  Criterion::Sum read_sum(const Node& node, const Criterion& criterion);
  Policy read_not_applicable(const Node& node, const Criterion& criterion);
  // Points move to a sibling inside the sum that moves none itself.
  void check_moves(const std::vector<Criterion>& siblings);
  void read_steps(const Node& node, RoundingRule& rule);
  void note_code(const std::string& code, const std::string& above, const Node& node);
  // The nodes of a list that may not be empty.
  std::vector<Node> entries_at(const Node& node, std::string_view key);
  Provenance read_provenance(const Node& node, std::string_view key);
  RoundingRule read_rounding(const Node& node);
  AssessedPeriod::Day read_day(const Node& node, std::string_view key);
  // The text under `key` where it is one of `known`.
  std::optional<std::string> choice(const Node& node, std::string_view key,
                                    std::initializer_list<std::string_view> known);

  const figures::ItemCatalogue& items_;
  Loading loading_;
  const law::Parameters& law_;
  std::optional<Date> law_day_;    // where the set names none
  std::optional<LegalDay> legal_;  // where there is a day
  std::string_view file_;
  std::map<std::string, int> lines_of_codes_;
};

std::optional<std::string> SetReader::choice(const Node& node, std::string_view key,
                                             std::initializer_list<std::string_view> known) {
  const auto value = loading_.text_at(node, key);
  if (!value || std::ranges::find(known, *value) != known.end()) return value;
  std::string list;
  for (const auto name : known) list.append(list.empty() ? "" : ", ").append(name);
  loading_.note(
      (*node.at(key)).error(errors::unknown_choice, {{"value", *value}, {"known", list}}));
  return std::nullopt;
}

Provenance SetReader::read_provenance(const Node& node, std::string_view key) {
  return choice(node, key, {"published", "assumed"}) == "published" ? Provenance::published
                                                                    : Provenance::assumed;
}

std::optional<Decimal> SetReader::read_points(const Node& node) {
  const auto points = loading_.take(node.decimal_at("points"));
  if (!points) return std::nullopt;
  if (*points > 0 && *points <= 1'000'000 && points->scale() <= 6) return points;
  loading_.note(
      (*node.at("points")).error(errors::must_be_positive, {{"value", points->to_string()}}));
  return std::nullopt;
}

// "B.1.9" stands under "B.1"; a code without a parent has no dot.
bool stands_under(std::string_view code, std::string_view above) {
  if (!above.empty()) {
    if (!code.starts_with(above) || !code.substr(above.size()).starts_with('.')) return false;
    code.remove_prefix(above.size() + 1);
  }
  const auto plain = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  };
  return !code.empty() && std::ranges::all_of(code, plain);
}

void SetReader::note_code(const std::string& code, const std::string& above, const Node& node) {
  if (!stands_under(code, above)) {
    loading_.note((*node.at("code"))
                      .error(errors::bad_code,
                             {{"code", code}, {"wanted", above.empty() ? "A" : above + ".1"}}));
  }
  if (code == total_code) {
    loading_.note((*node.at("code")).error(errors::code_of_total, {{"code", code}}));
  }
  const auto [first, added] = lines_of_codes_.emplace(code, node.line());
  if (added) return;
  loading_.note(node.error(errors::repeated_code,
                           {{"code", code}, {"first", std::to_string(first->second)}}));
}

std::vector<Node> SetReader::entries_at(const Node& node, std::string_view key) {
  const auto list = loading_.take(node.at(key));
  auto nodes = list ? loading_.take(list->items()) : std::nullopt;
  if (nodes && nodes->empty()) {
    loading_.note(list->error(errors::empty_list, {{"key", std::string(key)}}));
  }
  return std::move(nodes).value_or(std::vector<Node>{});
}

std::optional<LegalBasis> SetReader::read_basis(const Node& node) {
  if (node.is_map()) {
    loading_.check_keys(node, {"assumed"});
    auto text = loading_.text_at(node, "assumed");
    if (!text) return std::nullopt;
    return LegalBasis{std::move(*text), Provenance::assumed};
  }
  auto text = loading_.take(node.text());
  if (!text) return std::nullopt;
  if (text->find_first_not_of(" \t\n") == text->npos) {
    loading_.note(node.error(yaml::errors::empty_text, {{"key", "legal_basis"}}));
  }
  return LegalBasis{std::move(*text), Provenance::published};
}

std::optional<Leaf> SetReader::read_leaf(const Node& node, const std::optional<Decimal>& points) {
  Leaf leaf;
  leaf.rule_provenance = read_provenance(node, "rule_provenance");
  for (const auto& law : entries_at(node, "legal_basis")) {
    if (auto basis = read_basis(law)) leaf.legal_basis.push_back(std::move(*basis));
  }
  for (const auto& document : entries_at(node, "evidence")) {
    if (auto words = loading_.words(document)) leaf.evidence.push_back(std::move(*words));
  }
  const auto rule_node = loading_.take(node.at("rule"));
  if (!rule_node) return std::nullopt;
  rules::Reader reader{loading_, items_, points.value_or(0), legal_ ? &*legal_ : nullptr,
                       points.has_value()};
  auto rule = rules::read_rule(reader, *rule_node);
  if (!rule) return std::nullopt;
  leaf.rule = std::move(*rule);
  leaf.rule_written = flow_text(*rule_node);
  return leaf;
}

std::optional<Criterion> SetReader::read_criterion(const Node& node, const std::string& above) {
  if (!loading_.check_keys(
          node, {"code", "title", "points", "provenance", "children", "legal_basis", "evidence",
                 "rule_provenance", "rule", "sum", "not_applicable"})) {
    return std::nullopt;
  }
  const auto code = loading_.text_at(node, "code");
  if (code) note_code(*code, above, node);
  const auto title = loading_.words_at(node, "title");
  const auto points = read_points(node);
  Criterion criterion{code.value_or(""),
                      title.value_or(Words{}),
                      points.value_or(0),
                      read_provenance(node, "provenance"),
                      {},
                      {},
                      Criterion::Sum::inside,
                      NotApplicable{}};
  if (node.has("children") == node.has("rule")) {
    loading_.note(node.error(errors::group_or_leaf, {{"code", criterion.code}}));
  } else if (node.has("children")) {
    criterion.children = read_criteria(node, "children", criterion.code, points);
  } else {
    criterion.leaf = read_leaf(node, points);
  }
  criterion.sum = read_sum(node, criterion);
  criterion.not_applicable = read_not_applicable(node, criterion);
  return criterion;
}

Criterion::Sum SetReader::read_sum(const Node& node, const Criterion& criterion) {
  if (!node.has("sum") || choice(node, "sum", {"inside", "outside"}) != "outside") {
    return Criterion::Sum::inside;
  }
  const bool fits = criterion.leaf && (std::holds_alternative<Bonus>(criterion.leaf->rule) ||
                                       std::holds_alternative<Deduction>(criterion.leaf->rule));
  const bool refused = node.has("rule") && !criterion.leaf;  // its problems are noted
  if (!fits && !refused) {
    loading_.note((*node.at("sum")).error(errors::outside_rule, {{"code", criterion.code}}));
  }
  return Criterion::Sum::outside;
}

Policy SetReader::read_not_applicable(const Node& node, const Criterion& criterion) {
  if (!node.has("not_applicable")) return NotApplicable{};
  rules::Reader reader{loading_, items_, criterion.points, nullptr, !criterion.points.is_zero()};
  return reader.policy_at(node, "not_applicable", rules::Reader::Moving::allowed)
      .value_or(NotApplicable{});
}

// The sibling that a criterion's points may move to, by any of its policies.
std::vector<std::string> moves_of(const Criterion& criterion) {
  std::vector<std::string> codes;
  const auto add = [&](const Policy& policy) {
    if (const auto* move = std::get_if<MoveTo>(&policy)) codes.push_back(move->code);
  };
  add(criterion.not_applicable);
  if (criterion.leaf) {
    for (const auto& policy : policies_of(criterion.leaf->rule)) add(policy);
  }
  return codes;
}

void SetReader::check_moves(const std::vector<Criterion>& siblings) {
  for (const auto& criterion : siblings) {
    for (const auto& code : moves_of(criterion)) {
      const auto to = std::ranges::find(siblings, code, &Criterion::code);
      const bool there = to != siblings.end() && &*to != &criterion &&
                         to->sum == Criterion::Sum::inside &&
                         criterion.sum == Criterion::Sum::inside;
      if (there && moves_of(*to).empty()) continue;
      const ErrorCode error = there ? errors::move_in_chain : errors::move_to_nowhere;
      loading_.note(Error{error.kind,
                          {std::string(error.id),
                           {{"file", std::string(file_)},
                            {"line", std::to_string(lines_of_codes_[criterion.code])},
                            {"code", criterion.code},
                            {"to", code}}}});
    }
  }
}

std::vector<Criterion> SetReader::read_criteria(const Node& parent, std::string_view key,
                                                const std::string& above,
                                                const std::optional<Decimal>& points) {
  std::vector<Criterion> criteria;
  Decimal sum;
  bool known = points.has_value();  // the points of all, so that they can be added up
  const auto nodes = entries_at(parent, key);
  for (const auto& node : nodes) {
    auto criterion = read_criterion(node, above);
    known = known && criterion && !criterion->points.is_zero();
    if (!criterion) continue;
    if (criterion->sum == Criterion::Sum::inside) sum += criterion->points;
    criteria.push_back(std::move(*criterion));
  }
  if (!nodes.empty() && known && sum != *points) {
    loading_.note(
        (*parent.at("points"))
            .error(above.empty() ? errors::set_does_not_add_up : errors::points_do_not_add_up,
                   {{"code", above}, {"sum", sum.to_string()}, {"points", points->to_string()}}));
  }
  check_moves(criteria);
  return criteria;
}

void SetReader::read_steps(const Node& node, RoundingRule& rule) {
  if (node.has("decimals") == node.has("step")) {
    loading_.note(node.error(errors::one_rounding));
    return;
  }
  if (node.has("step")) {
    rules::Reader reader{loading_, items_, 0};
    rule.step = reader.positive_at(node, "step");
    return;
  }
  if (const auto decimals = loading_.take(node.whole_at("decimals"))) {
    if (*decimals < 0 || *decimals > 6) {
      loading_.note((*node.at("decimals"))
                        .error(errors::unknown_choice, {{"value", std::to_string(*decimals)},
                                                        {"known", "0, 1, 2, 3, 4, 5, 6"}}));
    } else {
      rule.decimals = *decimals;
    }
  }
}

RoundingRule SetReader::read_rounding(const Node& node) {
  RoundingRule rule;
  loading_.check_keys(node, {"decimals", "step", "mode", "at", "provenance"});
  read_steps(node, rule);
  const auto mode = choice(node, "mode", {"half_up", "half_even", "half_down", "up", "down"});
  for (const auto& [name, value] : rounding_modes) {
    if (mode == name) rule.mode = value;
  }
  const auto at = choice(node, "at", {"leaf", "group", "total"});
  if (at == "group") rule.at = RoundingRule::At::group;
  if (at == "total") rule.at = RoundingRule::At::total;
  rule.provenance = read_provenance(node, "provenance");
  return rule;
}

AssessedPeriod::Day SetReader::read_day(const Node& node, std::string_view key) {
  const auto text = loading_.text_at(node, key);
  if (!text) return {};
  const auto date = parse_iso_date("2001-" + *text);  // a year without 29 February
  if (!date) {
    loading_.note((*node.at(key)).error(errors::bad_day, {{"value", *text}}));
    return {};
  }
  return {static_cast<int>(static_cast<unsigned>(date->month())),
          static_cast<int>(static_cast<unsigned>(date->day()))};
}

IndicatorSet SetReader::read(const Node& root) {
  IndicatorSet set;
  if (!loading_.check_keys(root, {"id", "version", "title", "source", "period", "law_on",
                                  "rounding", "points", "criteria"})) {
    return set;
  }
  set.id = loading_.text_at(root, "id").value_or("");
  set.version = loading_.text_at(root, "version").value_or("");
  set.title = loading_.words_at(root, "title").value_or(Words{});
  set.source = loading_.words_at(root, "source").value_or(Words{});
  if (const auto period = loading_.take(root.at("period"))) {
    loading_.check_keys(*period, {"from", "to"});
    set.period = {read_day(*period, "from"), read_day(*period, "to")};
  }
  set.law_on = root.has("law_on") ? loading_.take(root.date_at("law_on")) : law_day_;
  if (set.law_on) legal_.emplace(LegalDay{law_, *set.law_on});
  if (const auto rounding = loading_.take(root.at("rounding"))) {
    set.rounding = read_rounding(*rounding);
  }
  const auto points = read_points(root);
  set.points = points.value_or(0);
  set.criteria = read_criteria(root, "criteria", "", points);
  return set;
}

}  // namespace

std::expected<IndicatorSet, Problems> load_set(std::string_view yaml, std::string_view file,
                                               const figures::ItemCatalogue& items,
                                               std::string sha256, const law::Parameters& law,
                                               std::optional<Date> law_day) {
  SetReader reader(items, file, law, law_day);
  IndicatorSet set;
  if (const auto root = reader.loading().take(yaml::parse(yaml, file))) set = reader.read(*root);
  if (!reader.loading().clean()) return std::unexpected(std::move(reader.loading()).problems());
  set.sha256 = std::move(sha256);
  set.items = items;
  return set;
}

}  // namespace liem::indicators
