#include "assessment/publication.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <span>

#include "assessment/package_json.h"
#include "indicators/mapping.h"
#include "ledger/canonical.h"
#include "ledger/export.h"

namespace liem::assessment {
namespace {

namespace json = boost::json;
using indicators::Criterion;
using indicators::CriterionScore;

// Names the shape of the document to whoever reads it in ten years.
constexpr std::string_view form = "liem.publication/1";

void add_scores(const Scores& scores, std::span<const std::string_view> shown, json::object& out) {
  for (const auto name : shown) {
    const auto found = scores.find(name);
    out[name] =
        found == scores.end() ? json::value(nullptr) : json::value(found->second.to_string());
  }
}

json::object criterion_json(const PublishedCriterion& one) {
  json::object out{{"code", text_or_null(one.code)},
                   {"above", text_or_null(one.above)},
                   {"title", words_json(one.title)},
                   {"leaf", one.leaf},
                   {"state", std::string(indicators::name_of(one.state))},
                   {"maximum", one.maximum.to_string()},
                   {"reason", text_or_null(one.reason)}};
  add_scores(one.scores, workflow::scores, out);
  return out;
}

json::object part_json(const PublishedCriterion& one, std::span<const std::string_view> shown) {
  json::object out{{"code", text_or_null(one.code)}, {"maximum", one.maximum.to_string()}};
  add_scores(one.scores, shown, out);
  return out;
}

json::object unit_json(const PublishedUnit& one, std::span<const std::string_view> shown) {
  json::array parts;
  for (const auto& part : one.parts) parts.push_back(part_json(part, shown));
  return {{"id", one.unit.id},
          {"name", words_json(one.unit.name)},
          {"kind", std::string(organisation::name_of(one.unit.kind))},
          {"above", text_or_null(one.unit.parent)},
          {"handed_in", one.handed_in},
          {"rank", one.rank ? json::value(*one.rank) : json::value(nullptr)},
          {"parts", std::move(parts)}};
}

json::object publisher_json(const Publisher& by) {
  return {{"name", by.name},
          {"role", std::string(name_of(by.role))},
          {"unit", json::object{{"id", by.unit}, {"name", words_json(by.unit_name)}}},
          {"on_behalf_of", text_or_null(by.for_name)}};
}

json::object round_json(const Round& round) {
  return {{"id", round.id},
          {"title", words_json(round.title)},
          {"year", round.year},
          {"from", to_iso(round.from)},
          {"to", to_iso(round.to)}};
}

json::object set_json(const SetReference& set) {
  return {{"id", set.id},
          {"version", set.version},
          {"sha256", set.sha256},
          {"title", words_json(set.title)}};
}

// The set's tree with the scores of each place; those of leaves are given, those of groups summed.
class Rows {
 public:
  Rows(const indicators::IndicatorSet& set, const indicators::ScoredInputs& scored,
       const std::map<std::string, LeafPoints, std::less<>>& points)
      : set_(set), scored_(scored), points_(points) {
    for (const auto& [name, leaves] : points) {
      indicators::Inputs inputs = scored.inputs;
      inputs.self = leaves;
      sums_.emplace(name, indicators::score(set, inputs));
    }
  }

  std::vector<PublishedCriterion> all() {
    rows_.push_back(row("", "", set_.title, false, set_.points, scored_.score.total));
    for (const auto& one : set_.criteria) add(one, "");
    return std::move(rows_);
  }

 private:
  PublishedCriterion row(const std::string& code, const std::string& above, const Words& title,
                         bool leaf, const Decimal& maximum, const CriterionScore& score) const {
    PublishedCriterion out{code, above, title, leaf, score.state, maximum, {}, ""};
    if (leaf) {
      // As they were given: the set rounds what it adds up.
      for (const auto& [name, leaves] : points_) {
        if (const auto own = leaves.find(code); own != leaves.end()) {
          out.scores.emplace(name, own->second);
        }
      }
      return out;
    }
    for (const auto& [name, sum] : sums_) {
      const auto* found = code.empty() ? &sum.total : sum.find(code);
      if (found != nullptr && found->self) out.scores.emplace(name, *found->self);
    }
    return out;
  }
  void add(const Criterion& one, const std::string& above) {
    const auto* score = scored_.score.find(one.code);
    LIEM_CHECK(score != nullptr);
    rows_.push_back(row(one.code, above, one.title, one.leaf.has_value(), one.points, *score));
    for (const auto& child : one.children) add(child, one.code);
  }

  const indicators::IndicatorSet& set_;
  const indicators::ScoredInputs& scored_;
  const std::map<std::string, LeafPoints, std::less<>>& points_;
  std::map<std::string, indicators::Score, std::less<>> sums_;
  std::vector<PublishedCriterion> rows_;
};

}  // namespace

std::vector<PublishedCriterion> published_criteria(
    const indicators::IndicatorSet& set, const indicators::ScoredInputs& scored,
    const std::map<std::string, LeafPoints, std::less<>>& points) {
  return Rows(set, scored, points).all();
}

void rank_units(std::vector<PublishedUnit>& units, std::string_view score) {
  const auto points = [&](const PublishedUnit& one) -> const Decimal* {
    if (one.parts.empty()) return nullptr;
    const auto found = one.parts.front().scores.find(score);
    return found == one.parts.front().scores.end() ? nullptr : &found->second;
  };
  for (auto& one : units) {
    one.rank.reset();
    const auto* own = points(one);
    if (own == nullptr) continue;
    const auto better = std::ranges::count_if(units, [&](const PublishedUnit& other) {
      const auto* theirs = points(other);
      return other.unit.kind == one.unit.kind && theirs != nullptr && *theirs > *own;
    });
    one.rank = static_cast<int>(better) + 1;
  }
}

std::string document_of(const PublishedRound& all) {
  const auto& publication = all.publication;
  json::array criteria, units, shown;
  for (const auto& one : all.criteria) criteria.push_back(criterion_json(one));
  const std::vector<std::string_view> names(all.unit_scores.begin(), all.unit_scores.end());
  for (const auto& one : all.units) units.push_back(unit_json(one, names));
  for (const auto& name : all.unit_scores) shown.emplace_back(name);
  return ledger::canonical_json(json::object{
      {"form", std::string(form)},
      {"number", publication.number},
      {"act", publication.act},
      {"published_at", ledger::time_text(publication.at)},
      {"published_by", publisher_json(publication.by)},
      {"reason", text_or_null(publication.reason)},
      {"province", json::object{{"id", all.province}, {"name", words_json(all.province_name)}}},
      {"round", round_json(all.round)},
      {"set", set_json(all.round.set)},
      {"criteria", std::move(criteria)},
      {"units", std::move(units)},
      {"unit_scores", std::move(shown)},
      {"ranked_by", text_or_null(all.ranked_by)}});
}

}  // namespace liem::assessment
