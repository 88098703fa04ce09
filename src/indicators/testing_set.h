// A small set for tests: one leaf with the rule under test and one plain neighbour.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "base/messages.h"
#include "indicators/inputs.h"
#include "indicators/score.h"
#include "indicators/set.h"

namespace liem::indicators::testing_set {

inline std::string file_text(const std::string& name) {
  std::ifstream in(std::string(LIEM_SOURCE_DIR) + "/" + name, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline Decimal dec(std::string_view text) { return Decimal::parse(text).value(); }

inline Catalogue catalogue() {
  Catalogue all;
  for (const auto* name : {"yaml", "figures", "indicators", "law"}) {
    const auto file = std::string("data/locales/messages/") + name + ".yaml";
    EXPECT_TRUE(all.add(file_text(file), file));
  }
  return all;
}

inline const std::string items_text =
    "items:\n"
    "  t.done: {label: {vi: làm, en: done}, unit: {count: {vi: việc, en: tasks}}, "
    "register: r}\n"
    "  t.due: {label: {vi: phải, en: due}, unit: {count: {vi: việc, en: tasks}}, "
    "register: r}\n"
    "  t.settled: {label: {vi: xong, en: settled}, unit: {count: {vi: y, en: r}}, "
    "register: r}\n"
    "  t.asked: {label: {vi: xin, en: asked}, unit: {count: {vi: y, en: r}}, register: "
    "r}\n"
    "  t.paid: {label: {vi: trả, en: paid}, unit: money, register: r}\n"
    "  t.days: {label: {vi: hạn, en: days}, unit: days, register: r}\n"
    "  t.yes: {label: {vi: có, en: there}, unit: yes_no, register: r}\n"
    "  t.also: {label: {vi: nữa, en: also}, unit: yes_no, register: r}\n"
    "  t.index: {label: {vi: chỉ số, en: index}, unit: index, register: r}\n"
    "  t.share: {label: {vi: tỷ lệ, en: share}, unit: percent, register: r}\n"
    "  t.level: {label: {vi: mức, en: level}, unit: level, register: r}\n"
    "  n.yes: {label: {vi: bên, en: neighbour}, unit: yes_no, register: r}\n";

inline figures::ItemCatalogue items() {
  return figures::load_items(items_text, "items.yaml").value();
}

inline const std::string published_rounding =
    "{decimals: 2, mode: half_up, at: leaf, provenance: published}";

// The shipped ones: tip.notify 10 working days, verification.units 20 %, declaration.asset_min
// 150,000,000 đồng from 2026-07-01.
inline law::Parameters legal_parameters() {
  std::vector<NamedFile> files;
  for (const auto* name : {"declarations", "verification", "petitions", "working-days"}) {
    const auto file = std::string("data/law/") + name + ".yaml";
    files.push_back({file, file_text(file)});
  }
  return law::load_law(files).value().parameters;
}

// `rule` is flow YAML for leaf T of 4 points; leaf N of 6 points is a plain yes or no.
inline std::string set_text(const std::string& rule,
                            const std::string& rounding = published_rounding) {
  const auto leaf = [](const std::string& code, int points, const std::string& of) {
    return "  - code: " + code +
           "\n    title: {vi: x, en: x}\n    points: " + std::to_string(points) +
           "\n    provenance: assumed\n    rule_provenance: assumed\n    legal_basis: [law]\n"
           "    evidence: [{vi: x, en: x}]\n    rule: " +
           of + "\n";
  };
  return "id: small\nversion: '1'\ntitle: {vi: x, en: x}\nsource: {vi: x, en: x}\n"
         "period: {from: '12-16', to: '12-15'}\nrounding: " +
         rounding + "\npoints: 10\ncriteria:\n" + leaf("T", 4, rule) +
         leaf("N", 6, "{kind: documented, input: n.yes}");
}

inline IndicatorSet set_with(const std::string& rule,
                             const std::string& rounding = published_rounding) {
  return load_set(set_text(rule, rounding), "small.yaml", items(), std::string(64, 'a')).value();
}

// The score of `answers`, flow YAML such as "{t.done: 3, t.due: 4}".
inline Score score_of(const IndicatorSet& set, const std::string& answers) {
  const auto inputs = load_inputs("set: small\ninputs: " + answers + "\n", "inputs.yaml", set);
  EXPECT_TRUE(inputs) << (inputs ? "" : catalogue().render(inputs.error()[0].message, Locale::en));
  return score(set, inputs.value());
}

inline CriterionScore leaf_of(const std::string& rule, const std::string& answers) {
  return *score_of(set_with(rule), answers).find("T");
}

inline std::vector<std::string> lines_of(const Problems& problems) {
  const auto words = catalogue();
  std::vector<std::string> lines;
  for (const auto& problem : problems) lines.push_back(words.render(problem.message, Locale::en));
  return lines;
}

// The refusals of the set whose leaf T has this rule.
inline std::vector<std::string> refusals_of_rule(const std::string& rule) {
  const auto set = load_set(set_text(rule), "s", items(), "");
  return set ? std::vector<std::string>{} : lines_of(set.error());
}

inline std::vector<std::string> steps_of(const CriterionScore& score, Locale locale = Locale::en) {
  const auto words = catalogue();
  std::vector<std::string> lines;
  for (const auto& step : score.steps) {
    const auto said = say(step, words);
    lines.push_back(locale == Locale::vi ? said.vi : said.en);
  }
  return lines;
}

}  // namespace liem::indicators::testing_set
