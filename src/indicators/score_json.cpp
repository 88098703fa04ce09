#include "indicators/score_json.h"

#include <algorithm>

#include "indicators/rolled_up.h"
#include "law/names.h"

namespace liem::indicators {
namespace {

namespace json = boost::json;

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value points_or_null(const std::optional<Decimal>& points) {
  return points ? json::value(points->to_string()) : json::value(nullptr);
}

json::value value_json(const Answer& answer) {
  if (const auto* yes = std::get_if<bool>(&answer.value)) return *yes ? "true" : "false";
  if (const auto* number = std::get_if<Decimal>(&answer.value))
    return json::value(number->to_string());
  return nullptr;
}

json::object source_json(const Source& source) {
  json::value bytes = nullptr;
  if (source.bytes) bytes = json::array{source.bytes->first, source.bytes->second};
  return {{"kind", name_of(source.kind)},
          {"report", text_or_null(source.report)},
          {"bytes", std::move(bytes)},
          {"text", text_or_null(source.text)},
          {"note", text_or_null(source.note)}};
}

std::string value_text(const figures::DataItem& item, const Decimal& value) {
  if (item.unit.kind != figures::UnitKind::yes_no) return value.to_string();
  return value.is_zero() ? "false" : "true";
}

Words said_words(const Message& message, const Catalogue& catalogue) {
  return {catalogue.render(message, Locale::vi), catalogue.render(message, Locale::en)};
}

json::object part_json(const FigurePart& part, const figures::DataItem& item,
                       const Catalogue& catalogue) {
  const auto& [figure, so_far, tally] = part.figure;
  const bool given = figure.state == AnswerState::given;
  const bool of_several = tally.given + tally.missing() + tally.not_applicable > 1;
  json::value value = nullptr, partial = nullptr, day = nullptr, said = nullptr;
  if (given) value = json::value(value_text(item, figure.value));
  if (!given && tally.given > 0) partial = json::value(value_text(item, so_far));
  if (part.day) day = json::value(to_iso(*part.day));
  if (of_several) said = words_json(said_words(figures::said(tally), catalogue));
  return {{"unit", {{"id", part.unit->id}, {"name", words_json(part.unit->words)}}},
          {"own", part.own},
          {"state", name_of(figure.state)},
          {"value", std::move(value)},
          {"so_far", std::move(partial)},
          {"day", std::move(day)},
          {"said", std::move(said)}};
}

json::value rolled_up_json(const Answer& answer, const figures::DataItem& item,
                           const Catalogue& catalogue) {
  if (answer.rolled_up == nullptr) return nullptr;
  const RolledUpFigure& figure = *answer.rolled_up;
  json::array parts;
  for (const auto& part : figure.parts) parts.push_back(part_json(part, item, catalogue));
  json::value so_far = nullptr;
  if (figure.whole.tally.given > 0) {
    so_far = json::value(value_text(item, figure.whole.so_far));
  }
  return json::object{
      {"way", figures::name_of(figure.way)},
      {"how", words_json(say(how_sentence(figure), catalogue))},
      {"said", words_json(said_words(figures::said(figure.whole.tally), catalogue))},
      {"so_far", std::move(so_far)},
      {"parts", std::move(parts)}};
}

json::object input_json(const figures::DataItem& item, const Answer& answer,
                        const Catalogue& catalogue) {
  return {{"id", item.id},
          {"label", words_json(item.label)},
          {"unit", words_json(item.unit.words)},
          {"value", value_json(answer)},
          {"state", name_of(answer.state)},
          {"kind", figures::name_of(item.unit.kind)},
          {"ground", text_or_null(answer.ground)},
          {"source", source_json(answer.source)},
          {"day", answer.day ? json::value(to_iso(*answer.day)) : json::value(nullptr)},
          {"rolled_up", rolled_up_json(answer, item, catalogue)}};
}

std::string_view status_of(const LegalValue& value) {
  return law::statuses[static_cast<std::size_t>(value.status)];
}

json::object law_json(const LegalValue& value, const Catalogue& catalogue) {
  return {{"id", value.id},
          {"label", words_json(value.label)},
          {"value", value.value.to_string()},
          {"unit", law::units[static_cast<std::size_t>(value.unit)]},
          {"status", status_of(value)},
          {"status_text", words_json(say(status_sentence(value), catalogue))},
          {"basis", value.basis},
          {"from", to_iso(value.from)},
          {"to", value.to ? json::value(to_iso(*value.to)) : json::value(nullptr)}};
}

json::value rule_kind(const Criterion& criterion) {
  return criterion.leaf ? json::value(kind_of(criterion.leaf->rule)) : json::value(nullptr);
}

json::value rule_provenance(const Criterion& criterion) {
  return criterion.leaf ? json::value(name_of(criterion.leaf->rule_provenance))
                        : json::value(nullptr);
}

json::array criteria_json(const std::vector<CriterionScore>& scores,
                          const std::vector<Criterion>& criteria) {
  json::array out;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const Criterion& criterion = criteria[i];
    const CriterionScore& score = scores[i];
    out.push_back(json::object{{"code", criterion.code},
                               {"title", words_json(criterion.title)},
                               {"provenance", name_of(criterion.provenance)},
                               {"state", name_of(score.state)},
                               {"points", points_json(score.points)},
                               {"self", points_or_null(score.self)},
                               {"gap", points_or_null(score.gap)},
                               {"rule", rule_kind(criterion)},
                               {"rule_provenance", rule_provenance(criterion)},
                               {"children", criteria_json(score.children, criterion.children)}});
  }
  return out;
}

void add_leaf(json::object& out, const Leaf& leaf, const IndicatorSet& set, const Inputs& inputs,
              const Catalogue& catalogue) {
  for (const auto& law : leaf.legal_basis) {
    out["legal_basis"].as_array().emplace_back(say(basis_sentence(law), catalogue).vi);
  }
  for (const auto& words : leaf.evidence) {
    out["evidence_asked"].as_array().push_back(words_json(words));
  }
  for (const auto& id : inputs_of(leaf.rule)) {
    out["inputs"].as_array().push_back(input_json(*set.items.find(id), inputs.at(id), catalogue));
  }
  for (const auto& value : law_of(leaf.rule)) {
    out["law"].as_array().push_back(law_json(value, catalogue));
  }
}

// Of a rule that takes the mean of units: what each of them has there, and on which answers.
json::array units_below(const Criterion& criterion, const IndicatorSet& set, const Inputs& inputs,
                        const Catalogue& catalogue) {
  json::array out;
  const auto* averaged = units_averaged(criterion.leaf->rule, inputs);
  if (averaged == nullptr) return out;
  for (const auto& unit : averaged->units) {
    const CriterionScore& scored = *unit.scored->score.find(criterion.code);
    json::array answers;
    for (const auto& id : inputs_of(criterion.leaf->rule)) {
      answers.push_back(input_json(*set.items.find(id), unit.scored->inputs.at(id), catalogue));
    }
    out.push_back(json::object{{"name", unit.name},
                               {"state", name_of(scored.state)},
                               {"points", points_json(scored.points)},
                               {"inputs", std::move(answers)}});
  }
  return out;
}

// Each criterion after those below it.
void add_explanations(const std::vector<Criterion>& criteria, const Score& score,
                      const IndicatorSet& set, const Inputs& inputs, const Catalogue& catalogue,
                      json::array& out) {
  for (const auto& criterion : criteria) {
    add_explanations(criterion.children, score, set, inputs, catalogue, out);
    out.push_back(explanation_json(criterion.code, score, set, inputs, catalogue));
  }
}

bool any_assumed(const std::vector<Criterion>& criteria) {
  return std::ranges::any_of(criteria, [](const Criterion& one) {
    return one.provenance == Provenance::assumed || any_assumed(one.children);
  });
}

json::value below_json(const Inputs& inputs, const Catalogue& catalogue) {
  if (inputs.below == nullptr) return nullptr;
  const auto day = latest_day(inputs);
  return json::object{{"units", inputs.below->units.size()},
                      {"values_on", day ? json::value(to_iso(*day)) : json::value(nullptr)},
                      {"tree_on", nullptr},
                      {"said", words_json(said_words(below_dates(inputs), catalogue))}};
}

json::object outline_of(const CriterionScore& scored, const IndicatorSet& set,
                        const Catalogue& catalogue) {
  json::array steps;
  for (const auto& step : scored.steps) steps.push_back(words_json(say(step, catalogue)));
  return {{"code", scored.code},
          {"title", nullptr},
          {"path", json::array()},
          {"provenance", nullptr},
          {"legal_basis", json::array()},
          {"evidence_asked", json::array()},
          {"state", name_of(scored.state)},
          {"points", points_json(scored.points)},
          {"self", points_or_null(scored.self)},
          {"gap", points_or_null(scored.gap)},
          {"rule", nullptr},
          {"rule_provenance", nullptr},
          {"rule_text", nullptr},
          {"inputs", json::array()},
          {"below", json::array()},
          {"law", json::array()},
          {"steps", std::move(steps)},
          {"set", set_json(set)},
          {"evidence", json::array()},
          {"report", nullptr}};
}

// Of assumed points as soon as one criterion's are.
json::object total_explanation(const Score& score, const IndicatorSet& set,
                               const Catalogue& catalogue) {
  auto out = outline_of(score.total, set, catalogue);
  const bool assumed = any_assumed(set.criteria);
  out["code"] = total_code;
  out["title"] = words_json(said_words({"indicators.text.total", {}}, catalogue));
  out["provenance"] = name_of(assumed ? Provenance::assumed : Provenance::published);
  return out;
}

}  // namespace

json::object words_json(const Words& words) { return {{"vi", words.vi}, {"en", words.en}}; }

json::object points_json(const Points& points) {
  return {{"reached", points.reached.to_string()},
          {"reachable", points.reachable.to_string()},
          {"maximum", points.maximum.to_string()}};
}

json::object set_json(const IndicatorSet& set) {
  return {{"id", set.id},
          {"version", set.version},
          {"sha256", set.sha256},
          {"title", words_json(set.title)}};
}

json::array criteria_json(const Score& score, const IndicatorSet& set) {
  return criteria_json(score.total.children, set.criteria);
}

json::object explanation_json(std::string_view code, const Score& score, const IndicatorSet& set,
                              const Inputs& inputs, const Catalogue& catalogue) {
  LIEM_CHECK(can_be_explained(set, code));
  if (code == total_code) return total_explanation(score, set, catalogue);
  const CriterionScore& scored = *score.find(code);
  auto out = outline_of(scored, set, catalogue);
  auto path = set.path_to(code);
  const Criterion& criterion = *path.back();
  path.pop_back();
  for (const auto* group : path) {
    out["path"].as_array().push_back(
        json::object{{"code", group->code}, {"title", words_json(group->title)}});
  }
  out["title"] = words_json(criterion.title);
  out["provenance"] = name_of(criterion.provenance);
  if (!criterion.leaf) return out;
  out["rule"] = rule_kind(criterion);
  out["rule_provenance"] = rule_provenance(criterion);
  out["rule_text"] = words_json(say(scored.rule_text, catalogue));
  add_leaf(out, *criterion.leaf, set, inputs, catalogue);
  out["below"] = units_below(criterion, set, inputs, catalogue);
  return out;
}

json::object score_json(const Score& score, const IndicatorSet& set, const Inputs& inputs,
                        const Catalogue& catalogue) {
  json::array explanations;
  add_explanations(set.criteria, score, set, inputs, catalogue, explanations);
  explanations.push_back(total_explanation(score, set, catalogue));
  return {{"set", set_json(set)},
          {"below", below_json(inputs, catalogue)},
          {"points", points_json(score.total.points)},
          {"self", points_or_null(score.total.self)},
          {"criteria", criteria_json(score, set)},
          {"explanations", std::move(explanations)}};
}

}  // namespace liem::indicators
