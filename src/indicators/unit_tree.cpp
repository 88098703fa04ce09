#include "indicators/unit_tree.h"

#include <algorithm>
#include <limits>

#include "indicators/bulk.h"

namespace liem::indicators {
namespace {

using figures::Figure;
using figures::RolledUp;
using figures::RollUp;

using Scored = std::shared_ptr<const ScoredInputs>;

// A value whose day is not told counts as of the assessed year's last day, after every day told.
constexpr std::int32_t untold = std::numeric_limits<std::int32_t>::max();

Figure figure_of(const Answer& answer) {
  Figure figure{answer.state, {}, untold};
  if (answer.state != AnswerState::given) return figure;
  const auto* yes = std::get_if<bool>(&answer.value);
  figure.value = yes != nullptr ? Decimal(*yes ? 1 : 0) : answer.number();
  if (answer.day) {
    figure.day =
        static_cast<std::int32_t>(std::chrono::sys_days(*answer.day).time_since_epoch().count());
  }
  return figure;
}

figures::Table table_of(const IndicatorSet& set, const std::vector<UnitAnswers>& units) {
  figures::Table table(set.items.items().size(), units.size());
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    for (const auto& [id, answer] : units[unit].own->inputs.answers) {
      if (const auto* item = set.items.find(id)) table.set(item->index, unit, figure_of(answer));
    }
  }
  return table;
}

// By unit: whether a unit below it says something of the item.
using Spoken = std::vector<bool>;

Spoken spoken_below(const figures::Table& table, const figures::Tree& tree, std::size_t item) {
  Spoken spoken(tree.size());
  for (const auto unit : tree.upwards()) {
    const bool own = table.cell(item, unit).state != AnswerState::blank;
    if ((own || spoken[unit]) && tree.parent(unit) != figures::Tree::none) {
      spoken[tree.parent(unit)] = true;
    }
  }
  return spoken;
}

// Of what a unit alone speaks, nobody below it is asked: for units further up they are not missing.
void excuse_silent(figures::Table& table, const figures::Tree& tree, std::size_t item,
                   const Spoken& spoken) {
  std::vector<bool> excused(tree.size());
  const auto upwards = tree.upwards();
  for (auto unit = upwards.rbegin(); unit != upwards.rend(); ++unit) {
    const auto above = tree.parent(*unit);
    if (above == figures::Tree::none) continue;
    const bool alone = table.cell(item, above).state != AnswerState::blank && !spoken[above];
    excused[*unit] = excused[above] || alone;
  }
  for (std::size_t unit = 0; unit < tree.size(); ++unit) {
    if (excused[unit]) table.set(item, unit, Figure{AnswerState::not_applicable, {}, 0});
  }
}

std::optional<Date> day_of(const Figure& figure) {
  if (figure.state != AnswerState::given || figure.day == untold) return std::nullopt;
  return Date(std::chrono::sys_days(std::chrono::days(figure.day)));
}

// Whether the text of a rule's side names the item.
bool names(std::string_view text, std::string_view id) {
  const auto belongs = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  };
  for (auto at = text.find(id); at != text.npos; at = text.find(id, at + 1)) {
    const auto end = at + id.size();
    if ((at == 0 || !belongs(text[at - 1])) && (end == text.size() || !belongs(text[end]))) {
      return true;
    }
  }
  return false;
}

class TreeScorer {
 public:
  TreeScorer(const IndicatorSet& set, const std::vector<UnitAnswers>& units,
             const figures::Tree& tree)
      : set_(set),
        units_(units),
        spoken_(set.items.items().size()),
        figures_(asked_table(tree), tree, ways_of(set)) {
    for (const auto& unit : units) names_.push_back(std::make_shared<const UnitName>(unit.name));
  }

  std::vector<Scored> run() {
    scored_.resize(units_.size());
    for (const auto unit : tree().upwards()) {
      scored_[unit] = tree().has_below(unit) ? with_below(unit) : units_[unit].own;
    }
    return std::move(scored_);
  }

 private:
  const figures::Tree& tree() const { return figures_.tree(); }

  figures::Table asked_table(const figures::Tree& tree) {
    auto table = table_of(set_, units_);
    for (const auto& [id, item] : set_.items.items()) {
      if (item.roll_up == RollUp::apart) continue;
      spoken_[item.index] = spoken_below(table, tree, item.index);
      excuse_silent(table, tree, item.index, spoken_[item.index]);
    }
    return table;
  }

  Scored with_below(std::uint32_t unit) const {
    Inputs inputs = units_[unit].own->inputs;
    UnitsBelow below;
    for (const auto one : tree().below(unit)) {
      below.units.push_back({units_[one].name.words.vi, scored_[one]});
    }
    inputs.below = std::make_shared<const UnitsBelow>(std::move(below));
    for (const auto& [id, item] : set_.items.items()) {
      if (is_together(item, unit)) inputs.answers.insert_or_assign(id, rolled_up(item, unit));
    }
    drop_contradictions(inputs);
    Score all = score(set_, inputs);
    return std::make_shared<const ScoredInputs>(std::move(inputs), std::move(all));
  }

  bool is_together(const figures::DataItem& item, std::uint32_t unit) const {
    return item.roll_up != RollUp::apart && spoken_[item.index][unit];
  }

  Answer rolled_up(const figures::DataItem& item, std::uint32_t unit) const {
    RolledUpFigure figure{item.roll_up, figures_.at(item.index, unit), {}, false};
    const Figure own = figures_.own().at(item.index, unit);
    if (own.state != AnswerState::blank) {
      figure.parts.push_back({names_[unit], true, {own, own.value, {}}, day_of(own)});
    }
    for (const auto below : tree().below(unit)) {
      const RolledUp part = figures_.at(item.index, below);
      figure.parts.push_back({names_[below], false, part, day_of(part.figure)});
    }
    Answer answer;
    answer.state = figure.whole.figure.state;
    answer.source.kind = SourceKind::units;
    if (answer.state == AnswerState::given) {
      const Decimal& value = figure.whole.figure.value;
      answer.value = value;
      if (item.unit.kind == figures::UnitKind::yes_no) answer.value = !value.is_zero();
      answer.day = day_of(figure.whole.figure);
    }
    if (answer.state == AnswerState::not_applicable) answer.ground = grounds(item, unit);
    answer.rolled_up = std::make_shared<const RolledUpFigure>(std::move(figure));
    return answer;
  }

  // Where it concerns none of the units: why, once each.
  std::string grounds(const figures::DataItem& item, std::uint32_t unit) const {
    std::vector<std::string> all;
    const auto add = [&](const std::string& ground) {
      if (!ground.empty() && std::ranges::find(all, ground) == all.end()) all.push_back(ground);
    };
    add(units_[unit].own->inputs.at(item.id).ground);
    for (const auto below : tree().below(unit)) add(scored_[below]->inputs.at(item.id).ground);
    std::string text;
    for (const auto& ground : all) text.append(text.empty() ? "" : "; ").append(ground);
    return text;
  }

  // Each unit's own answers hold together; their sums may not where some gave one side only.
  void drop_contradictions(Inputs& inputs) const {
    for (bool dropped = true; dropped;) {
      dropped = false;
      for (const auto& problem : check_inputs(inputs, "", set_)) {
        for (const auto& [name, text] : problem.message.args) {
          if (name == "done" || name == "obliged") dropped |= drop(inputs, text);
        }
      }
    }
  }

  static bool drop(Inputs& inputs, std::string_view text) {
    bool any = false;
    for (auto& [id, answer] : inputs.answers) {
      if (!answer.rolled_up || answer.state != AnswerState::given || !names(text, id)) continue;
      RolledUpFigure figure = *answer.rolled_up;
      figure.contradictory = any = true;
      answer.state = AnswerState::not_available;
      answer.value = {};
      answer.rolled_up = std::make_shared<const RolledUpFigure>(std::move(figure));
    }
    return any;
  }

  const IndicatorSet& set_;
  const std::vector<UnitAnswers>& units_;
  std::vector<Spoken> spoken_;  // by item that is rolled up
  figures::RollUps figures_;
  std::vector<std::shared_ptr<const UnitName>> names_;
  std::vector<Scored> scored_;
};

}  // namespace

std::vector<Scored> score_units(const IndicatorSet& set, const std::vector<UnitAnswers>& units,
                                const figures::Tree& tree) {
  return TreeScorer(set, units, tree).run();
}

Scored with_units_below(const IndicatorSet& set, const std::vector<UnitAnswers>& units) {
  std::vector<std::uint32_t> parents(units.size(), 0);
  parents.front() = figures::Tree::none;
  return score_units(set, units, *figures::Tree::of(std::move(parents))).front();
}

}  // namespace liem::indicators
