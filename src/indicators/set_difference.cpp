#include "indicators/set_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <set>

#include "indicators/score_json.h"

namespace liem::indicators {
namespace {

namespace json = boost::json;

class Differences {
 public:
  void add(std::string_view what, std::string before, std::string after) {
    if (before == after) return;
    found_.push_back({std::string(what), std::move(before), std::move(after)});
  }
  std::vector<Difference> take() { return std::move(found_); }

 private:
  std::vector<Difference> found_;
};

std::string basis_text(const Leaf& leaf) {
  std::string out;
  for (const auto& law : leaf.legal_basis) {
    out.append(out.empty() ? "" : "; ").append(law.text);
    if (law.provenance == Provenance::assumed) out += "°";
  }
  return out;
}

std::string evidence_text(const Leaf& leaf) {
  std::string out;
  for (const auto& words : leaf.evidence) out.append(out.empty() ? "" : "; ").append(words.vi);
  return out;
}

std::string rounding_text(const RoundingRule& rule) {
  static constexpr std::string_view levels[] = {"leaf", "group", "total"};
  return fmt::format("{}{}, {}, {}, {}", rule.step ? rule.step->to_string() + "/" : "",
                     rule.decimals, name_of(rule.mode), levels[static_cast<int>(rule.at)],
                     name_of(rule.provenance));
}

std::string period_text(const AssessedPeriod& period) {
  return fmt::format("{:02}-{:02}..{:02}-{:02}", period.from.month, period.from.day,
                     period.to.month, period.to.day);
}

struct PolicyText {
  std::string operator()(const FullPoints&) const { return "full"; }
  std::string operator()(const NoPoints&) const { return "none"; }
  std::string operator()(const FixedPoints& fixed) const {
    return "{points: " + fixed.points.to_string() + "}";
  }
  std::string operator()(const NotApplicable&) const { return "not_applicable"; }
  std::string operator()(const MoveTo& move) const { return "{move_to: " + move.code + "}"; }
};

std::vector<Difference> compared(const Criterion& before, const Criterion& after) {
  Differences found;
  found.add("title", before.title.vi, after.title.vi);
  found.add("points", before.points.to_string(), after.points.to_string());
  found.add("provenance", std::string(name_of(before.provenance)),
            std::string(name_of(after.provenance)));
  const auto place = [](const Criterion& one) {
    return one.sum == Criterion::Sum::inside ? "inside" : "outside";
  };
  found.add("sum", place(before), place(after));
  found.add("not_applicable", std::visit(PolicyText{}, before.not_applicable),
            std::visit(PolicyText{}, after.not_applicable));
  if (before.leaf && after.leaf) {
    found.add("rule", before.leaf->rule_written, after.leaf->rule_written);
    found.add("rule_provenance", std::string(name_of(before.leaf->rule_provenance)),
              std::string(name_of(after.leaf->rule_provenance)));
    found.add("legal_basis", basis_text(*before.leaf), basis_text(*after.leaf));
    found.add("evidence", evidence_text(*before.leaf), evidence_text(*after.leaf));
  }
  return found.take();
}

void groups_below(const std::vector<Criterion>& criteria, std::vector<const Criterion*>& groups) {
  for (const auto& criterion : criteria) {
    if (criterion.leaf) continue;
    groups.push_back(&criterion);
    groups_below(criterion.children, groups);
  }
}

std::vector<const Criterion*> groups_of(const IndicatorSet& set) {
  std::vector<const Criterion*> groups;
  groups_below(set.criteria, groups);
  return groups;
}

const Criterion* group_named(const IndicatorSet& set, const std::string& code) {
  const auto* found = set.find(code);
  return found == nullptr || found->leaf ? nullptr : found;
}

void codes_below(const Criterion& criterion, std::set<std::string>& codes) {
  if (criterion.leaf) codes.insert(criterion.code);
  for (const auto& child : criterion.children) codes_below(child, codes);
}

// A group goes on under its code where a leaf of it leads to one below the group of that code.
bool goes_on(const Criterion& before, const Criterion& after, const Mapping& mapping) {
  std::set<std::string> old_leaves, new_leaves;
  codes_below(before, old_leaves);
  codes_below(after, new_leaves);
  return std::ranges::any_of(old_leaves, [&](const std::string& code) {
    const auto* mapped = mapping.of_old(code);
    return mapped != nullptr && std::ranges::any_of(mapped->to, [&](const std::string& to) {
             return new_leaves.contains(to);
           });
  });
}

std::vector<CriterionDifference> compare_groups(const IndicatorSet& from, const IndicatorSet& to,
                                                const Mapping& mapping) {
  std::vector<CriterionDifference> out;
  std::set<std::string> gone_on;
  for (const auto* group : groups_of(from)) {
    const auto* after = group_named(to, group->code);
    if (after == nullptr || !goes_on(*group, *after, mapping)) {
      out.push_back({Change::dropped, {group->code}, {}, group->title, {}});
      continue;
    }
    gone_on.insert(group->code);
    const auto change = group->title.vi == after->title.vi ? Change::kept : Change::renamed;
    if (auto differences = compared(*group, *after); !differences.empty()) {
      out.push_back({change, {group->code}, {group->code}, after->title, std::move(differences)});
    }
  }
  for (const auto* group : groups_of(to)) {
    if (gone_on.contains(group->code)) continue;
    out.push_back({Change::added, {}, {group->code}, group->title, {}});
  }
  return out;
}

json::array differences_json(const std::vector<Difference>& differences) {
  json::array out;
  for (const auto& one : differences) {
    out.push_back(json::object{{"what", one.what}, {"before", one.before}, {"after", one.after}});
  }
  return out;
}

json::array criteria_json(const std::vector<CriterionDifference>& criteria) {
  json::array out;
  for (const auto& one : criteria) {
    out.push_back(json::object{{"change", name_of(one.change)},
                               {"from", json::array(one.from.begin(), one.from.end())},
                               {"to", json::array(one.to.begin(), one.to.end())},
                               {"title", words_json(one.title)},
                               {"differences", differences_json(one.differences)}});
  }
  return out;
}

std::string codes(const std::vector<std::string>& all) {
  std::string out;
  for (const auto& code : all) out.append(out.empty() ? "" : ", ").append(code);
  return out;
}

}  // namespace

SetDifference difference_of(const IndicatorSet& from, const IndicatorSet& to,
                            const Mapping& mapping) {
  Differences whole;
  whole.add("title", from.title.vi, to.title.vi);
  whole.add("points", from.points.to_string(), to.points.to_string());
  whole.add("rounding", rounding_text(from.rounding), rounding_text(to.rounding));
  whole.add("period", period_text(from.period), period_text(to.period));
  SetDifference out{whole.take(), compare_groups(from, to, mapping), {}};
  for (const auto& mapped : mapping.criteria) {
    const auto& codes_now = mapped.to.empty() ? mapped.from : mapped.to;
    const auto& set_now = mapped.to.empty() ? from : to;
    CriterionDifference one{
        mapped.change, mapped.from, mapped.to, set_now.find(codes_now.front())->title, {}};
    if (mapped.from.size() == 1 && mapped.to.size() == 1) {
      one.differences = compared(*from.find(mapped.from.front()), *to.find(mapped.to.front()));
    }
    const bool unchanged = mapped.change == Change::kept && mapped.from == mapped.to;
    if (!unchanged || !one.differences.empty()) out.leaves.push_back(std::move(one));
  }
  return out;
}

json::object difference_json(const SetDifference& difference, const IndicatorSet& from,
                             const IndicatorSet& to) {
  return {{"from", set_json(from)},
          {"to", set_json(to)},
          {"whole", differences_json(difference.whole)},
          {"groups", criteria_json(difference.groups)},
          {"leaves", criteria_json(difference.leaves)}};
}

std::string difference_text(const SetDifference& difference, const IndicatorSet& from,
                            const IndicatorSet& to, const Catalogue& catalogue, Locale locale) {
  const auto say = [&](const std::string& id, Args args = {}) {
    return catalogue.render({"indicators.difference." + id, std::move(args)}, locale);
  };
  const auto lines = [&](const std::vector<Difference>& all, std::string_view indent) {
    std::string out;
    for (const auto& one : all) {
      out += fmt::format("{}{}: {} → {}\n", indent, say(one.what), one.before, one.after);
    }
    return out;
  };
  std::string out = say("title_line", {{"from", from.id},
                                       {"from_version", from.version},
                                       {"to", to.id},
                                       {"to_version", to.version}}) +
                    "\n" + lines(difference.whole, "  ");
  for (const auto* list : {&difference.groups, &difference.leaves}) {
    for (const auto& one : *list) {
      const std::string arrow = one.from == one.to ? codes(one.to)
                                : one.from.empty() ? codes(one.to)
                                : one.to.empty()   ? codes(one.from)
                                                   : codes(one.from) + " → " + codes(one.to);
      out += fmt::format("{} ({}) {}\n", arrow, say(fmt::format("change_{}", name_of(one.change))),
                         locale == Locale::vi ? one.title.vi : one.title.en);
      out += lines(one.differences, "    ");
    }
  }
  if (difference.whole.empty() && difference.groups.empty() && difference.leaves.empty()) {
    out += say("none") + "\n";
  }
  return out;
}

}  // namespace liem::indicators
