#include "generated.h"

#include <fmt/format.h>

#include <cstdlib>
#include <random>

#include "base/messages.h"

namespace liem::bench {
namespace {

using figures::AnswerState;
using figures::UnitKind;

// Writes the rules of the leaves one after another, and the items they read.
class Writer {
 public:
  std::string items() const { return items_; }
  std::size_t count() const { return count_; }

  std::string rule(std::size_t leaf, const std::string& points, const std::string& half) {
    switch (leaf % 9) {
      case 0:
        return fmt::format("{{kind: documented, input: {}}}", yes_no());
      case 1:
        return fmt::format(
            "{{kind: checklist, parts: [{{input: {}, points: {}, title: {{vi: x, en: x}}}}, "
            "{{input: {}, points: {}, title: {{vi: x, en: x}}}}]}}",
            yes_no(), half, yes_no(), half);
      case 2:
        return ratio("kind: ratio, ", leaf % 2 == 0 ? "money" : counted, "full", "");
      case 3:
        return ratio("kind: ratio, ", counted, "none",
                     fmt::format(", beyond: full, bands: [{{from: 0, below: 50, points: 0}}, "
                                 "{{from: 50, below: 80, points: {}}}, {{from: 80, points: {}}}]",
                                 half, points));
      case 4:
        return fmt::format(
            "{{kind: parts, parts: [{{title: {{vi: x, en: x}}, points: {0}, ratio: {1}}}, "
            "{{title: {{vi: x, en: x}}, points: {0}, ratio: {2}}}]}}",
            half, ratio("", counted, "not_applicable", ""),
            ratio("", counted, "not_applicable", ""));
      case 5:
        return fmt::format("{{kind: count, input: {}, points_each: 0.3, cap: {}}}", item(counted),
                           points);
      case 6:
        return fmt::format("{{kind: external_index, input: {}, scale: 100}}", item("index"));
      case 7:
        return fmt::format(
            "{{kind: rubric, input: {}, levels: [{{level: 0, points: 0, title: {{vi: x, en: x}}}}, "
            "{{level: 1, points: {}, title: {{vi: x, en: x}}}}, "
            "{{level: 2, points: {}, title: {{vi: x, en: x}}}}]}}",
            item("level"), half, points);
      default:
        return fmt::format("{{kind: deduction, input: {}, points_each: 0.5, floor: 0}}",
                           item(counted));
    }
  }
  std::string item(const std::string& unit, const std::string& more = "",
                   const std::string& role = "other") {
    const std::string id = fmt::format("{}.number_{}", role, count_++);
    items_ +=
        fmt::format("  {}: {{label: {{vi: Số liệu {}, en: Figure {}}}, unit: {}, register: r{}}}\n",
                    id, count_, count_, unit, more);
    return id;
  }
  static constexpr const char* counted = "{count: {vi: việc, en: tasks}}";

 private:
  std::string yes_no() { return item("yes_no", ", roll_up: all"); }
  std::string ratio(const std::string& kind, const std::string& unit, const std::string& none,
                    const std::string& more) {
    const std::string done = item(unit, "", "done"), obliged = item(unit, "", "obliged");
    return fmt::format("{{{}done: {}, obliged: {}, no_occurrence: {}{}}}", kind, done, obliged,
                       none, more);
  }

  std::string items_ = "items:\n";
  std::size_t count_ = 0;
};

// Eight groups under four parts; 30 leaves of 3 points and 5 of 2.
constexpr std::size_t groups_of_parts[] = {2, 3, 2, 1};
constexpr std::size_t leaves_of_groups[] = {4, 4, 5, 5, 5, 4, 4, 4};

std::string node(int depth, const std::string& code, std::size_t points, const std::string& more) {
  const std::string pad(static_cast<std::size_t>(depth) * 4 + 2, ' ');
  return fmt::format(
      "{0}- code: {1}\n{0}  title: {{vi: x, en: x}}\n{0}  points: {2}\n"
      "{0}  provenance: assumed\n{0}  {3}\n",
      pad, code, points, more);
}

std::string criteria(Writer& writer) {
  std::string out;
  std::size_t leaf = 0, group = 0;
  for (std::size_t part = 0; part < 4; ++part) {
    std::string groups;
    std::size_t of_part = 0;
    for (std::size_t i = 0; i < groups_of_parts[part]; ++i, ++group) {
      std::string leaves;
      std::size_t of_group = 0;
      for (std::size_t j = 0; j < leaves_of_groups[group]; ++j, ++leaf) {
        const bool three = leaf < 30;
        of_group += three ? 3 : 2;
        leaves += node(2, fmt::format("{}.{}.{}", "ABCD"[part], i + 1, j + 1), three ? 3 : 2,
                       "rule_provenance: assumed\n            legal_basis: [x]\n            "
                       "evidence: [{vi: x, en: x}]\n            rule: " +
                           writer.rule(leaf, three ? "3" : "2", three ? "1.5" : "1"));
      }
      of_part += of_group;
      groups += node(1, fmt::format("{}.{}", "ABCD"[part], i + 1), of_group, "children:") + leaves;
    }
    out += node(0, std::string(1, "ABCD"[part]), of_part, "children:") + groups;
  }
  return out;
}

[[noreturn]] void stop(const Problems& problems) {
  for (const auto& problem : problems) {
    fmt::print(stderr, "{}", problem.message.id);
    for (const auto& [name, value] : problem.message.args)
      fmt::print(stderr, " {}={}", name, value);
    fmt::print(stderr, "\n");
  }
  std::exit(1);
}

}  // namespace

indicators::IndicatorSet generated_set() {
  Writer writer;
  const std::string tree = criteria(writer);
  while (writer.count() < item_count) writer.item(Writer::counted);
  auto items = figures::load_items(writer.items(), "items.yaml");
  if (!items) stop(items.error());
  auto set = indicators::load_set(
      "id: bench\nversion: '1'\ntitle: {vi: x, en: x}\nsource: {vi: x, en: x}\n"
      "period: {from: '12-16', to: '12-15'}\n"
      "rounding: {decimals: 2, mode: half_up, at: leaf, provenance: assumed}\npoints: 100\n"
      "criteria:\n" +
          tree,
      "set.yaml", *items, std::string(64, '0'));
  if (!set) stop(set.error());
  return std::move(*set);
}

figures::Tree generated_tree(std::size_t provinces, std::size_t units) {
  std::vector<std::uint32_t> parents = {figures::Tree::none};
  if (provinces > 1) parents.resize(provinces + 1, 0);
  const std::size_t first = provinces > 1 ? 1 : 0;
  for (std::size_t unit = 0; unit < units; ++unit) {
    parents.push_back(static_cast<std::uint32_t>(first + unit % provinces));
  }
  return *figures::Tree::of(std::move(parents));
}

figures::Table generated_figures(const indicators::IndicatorSet& set, const figures::Tree& tree,
                                 std::uint64_t year) {
  std::mt19937_64 random(2024 + year);
  const auto below = [&](std::uint64_t limit) {
    return static_cast<std::int64_t>(random() % limit);
  };
  // Obliged is mostly more than done, and nothing for some.
  const auto value = [&](const figures::DataItem& item) -> Decimal {
    const bool obliged = item.id.starts_with("obliged.");
    const std::int64_t scale = item.unit.kind == UnitKind::money ? 1'000'000 : 1;
    switch (item.unit.kind) {
      case UnitKind::yes_no:
        return below(200) == 0 ? 0 : 1;
      case UnitKind::index:
        return Decimal::of(below(1001), 1);
      case UnitKind::level:
        return below(3);
      default:
        if (!obliged) return below(50) * scale + below(scale);
        return below(20) == 0 ? 0 : (30 + below(40)) * scale;
    }
  };
  figures::Table table(set.items.items().size(), tree.size());
  for (std::size_t unit = 0; unit < tree.size(); ++unit) {
    const bool late = below(1000) == 0;
    for (const auto& [id, item] : set.items.items()) {
      if (item.roll_up != figures::RollUp::apart && tree.has_below(unit)) continue;
      if (late && below(10) == 0) continue;
      figures::Figure figure{AnswerState::given, value(item), 0};
      if (below(50) == 0) figure = {AnswerState::not_applicable, {}, 0};
      table.set(item.index, unit, figure);
    }
  }
  return table;
}

}  // namespace liem::bench
