#include "figures/roll_up.h"

#include <algorithm>
#include <utility>

namespace liem::figures {
namespace {

__int128 scaled(__int128 mantissa, std::int32_t by) {
  while (by-- > 0) mantissa *= 10;
  return mantissa;
}

void count(Tally& tally, AnswerState state) {
  switch (state) {
    case AnswerState::blank:
      ++tally.blank;
      break;
    case AnswerState::given:
      ++tally.given;
      break;
    case AnswerState::not_applicable:
      ++tally.not_applicable;
      break;
    case AnswerState::not_available:
      ++tally.not_available;
  }
}

AnswerState state_without_value(const Tally& tally) {
  if (tally.blank > 0) return AnswerState::blank;
  if (tally.not_available > 0) return AnswerState::not_available;
  return tally.not_applicable > 0 ? AnswerState::not_applicable : AnswerState::blank;
}

// What the values of `given` units come to, of which `mantissa` is the sum or the one that counts.
Decimal value_of(__int128 mantissa, std::int32_t scale, std::uint32_t given, RollUp way) {
  if (way == RollUp::any) return mantissa > 0 ? 1 : 0;
  if (way == RollUp::all) return mantissa == given ? 1 : 0;
  return Decimal::of(mantissa, scale);
}

}  // namespace

Message said(const Tally& tally) {
  const auto text = [](std::uint32_t number) { return std::to_string(number); };
  if (tally.missing() == 0) return {"figures.rolled_up.complete", {{"given", text(tally.given)}}};
  return {"figures.rolled_up.missing",
          {{"given", text(tally.given)},
           {"all", text(tally.given + tally.missing())},
           {"missing", text(tally.missing())}}};
}

RollUps::RollUps(Table own, Tree tree, std::vector<RollUp> ways)
    : own_(std::move(own)), tree_(std::move(tree)), ways_(std::move(ways)) {
  LIEM_CHECK(own_.units() == tree_.size() && own_.items() == ways_.size());
  places_.resize(tree_.size());
  for (std::size_t unit = 0; unit < tree_.size(); ++unit) {
    if (tree_.has_below(unit)) places_[unit] = static_cast<std::uint32_t>(inner_units_++);
  }
  for (const auto unit : tree_.upwards()) {
    if (tree_.has_below(unit)) inner_upwards_.push_back(unit);
  }
  places_above_.assign(tree_.size(), static_cast<std::uint32_t>(inner_units_));
  for (std::size_t unit = 0; unit < tree_.size(); ++unit) {
    const auto above = tree_.parent(unit);
    if (!tree_.has_below(unit) && above != Tree::none) places_above_[unit] = places_[above];
  }
  sums_.resize(inner_units_ * ways_.size());
  for (std::size_t item = 0; item < ways_.size(); ++item) roll_up(item);
}

void RollUps::roll_up(std::size_t item) {
  const RollUp way = ways_[item];
  const bool adds = way == RollUp::sum || way == RollUp::any || way == RollUp::all;
  const auto column = adds ? own_.whole_column(item) : std::nullopt;
  if (column) return roll_up(item, *column);
  for (const auto unit : inner_upwards_) kept(item, unit) = sum_from_below(item, unit);
}

// Column by column and without a branch: most units stand lowest, and there are few above them.
void RollUps::roll_up(std::size_t item, const Table::WholeColumn& column) {
  std::vector<Whole> lowest(inner_units_ + 1);
  for (std::size_t unit = 0; unit < column.values.size(); ++unit) {
    Whole& above = lowest[places_above_[unit]];
    above.value += column.values[unit];
    ++above.states[static_cast<std::size_t>(column.states[unit])];
  }
  for (const auto unit : inner_upwards_) {
    Sum& sum = kept(item, unit);
    const Whole& below = lowest[places_[unit]];
    const auto count = [&](AnswerState state) {
      return below.states[static_cast<std::size_t>(state)];
    };
    sum = sum_of_own(item, unit);
    add(sum,
        {below.value,
         0,
         0,
         {count(AnswerState::given), count(AnswerState::blank), count(AnswerState::not_applicable),
          count(AnswerState::not_available)}},
        ways_[item]);
  }
  for (const auto unit : inner_upwards_) {
    const auto above = tree_.parent(unit);
    if (above != Tree::none) add(kept(item, above), kept(item, unit), ways_[item]);
  }
}

// In any order the result is the same: of equals the one of the later day, of one day the larger.
void RollUps::add(Sum& sum, const Sum& part, RollUp way) {
  const bool first = sum.tally.given == 0;
  sum.tally.given += part.tally.given;
  sum.tally.blank += part.tally.blank;
  sum.tally.not_applicable += part.tally.not_applicable;
  sum.tally.not_available += part.tally.not_available;
  if (part.tally.given == 0) return;
  const std::int32_t scale = std::max(sum.scale, part.scale);
  const __int128 before = scaled(sum.mantissa, scale - sum.scale);
  const __int128 more = scaled(part.mantissa, scale - part.scale);
  sum.scale = scale;
  if (way == RollUp::last || way == RollUp::max) {
    const auto rank = [&](const Sum& of, __int128 mantissa) {
      return way == RollUp::last ? std::pair<__int128, __int128>(of.day, mantissa)
                                 : std::pair<__int128, __int128>(mantissa, of.day);
    };
    const bool counts = first || rank(part, more) > rank(sum, before);
    sum.mantissa = counts ? more : before;
    if (counts) sum.day = part.day;
    return;
  }
  sum.mantissa = before + more;
  sum.day = first ? part.day : std::max(sum.day, part.day);
}

RollUps::Sum RollUps::sum_of_own(std::size_t item, std::size_t unit) const {
  const Table::Cell cell = own_.cell(item, unit);
  Sum sum{cell.mantissa, cell.scale, cell.day, {}};
  const bool answers_through_others =
      cell.state == AnswerState::blank && ways_[item] != RollUp::apart && tree_.has_below(unit);
  if (!answers_through_others) count(sum.tally, cell.state);
  return sum;
}

RollUps::Sum RollUps::sum_from_below(std::size_t item, std::size_t unit) const {
  Sum all = sum_of_own(item, unit);
  if (ways_[item] == RollUp::apart) return all;
  for (const auto below : tree_.below(unit)) add(all, sum(item, below), ways_[item]);
  return all;
}

RollUps::Sum RollUps::sum(std::size_t item, std::size_t unit) const {
  if (!tree_.has_below(unit)) return sum_of_own(item, unit);
  return sums_[item * inner_units_ + places_[unit]];
}

RolledUp RollUps::result(const Sum& sum, RollUp way) {
  RolledUp out{{}, {}, sum.tally};
  if (sum.tally.given == 0) {
    out.figure.state = state_without_value(sum.tally);
    return out;
  }
  out.so_far = value_of(sum.mantissa, sum.scale, sum.tally.given, way);
  const bool settled = way == RollUp::last || (way == RollUp::any && out.so_far == 1) ||
                       (way == RollUp::all && out.so_far == 0);
  if (sum.tally.missing() > 0 && !settled) {
    out.figure.state = AnswerState::not_available;
    return out;
  }
  out.figure = {AnswerState::given, out.so_far, sum.day};
  return out;
}

Figure RollUps::figure_at(std::size_t item, std::size_t unit) const {
  if (tree_.has_below(unit)) return at(item, unit).figure;
  const Table::Cell cell = own_.cell(item, unit);
  if (cell.state != AnswerState::given) return {cell.state, {}, 0};
  return {cell.state, value_of(cell.mantissa, cell.scale, 1, ways_[item]), cell.day};
}

RolledUp RollUps::at(std::size_t item, std::size_t unit) const {
  return result(sum(item, unit), ways_[item]);
}

void RollUps::set(std::size_t item, std::size_t unit, const Figure& figure) {
  own_.set(item, unit, figure);
  if (tree_.has_below(unit)) kept(item, unit) = sum_from_below(item, unit);
  if (ways_[item] == RollUp::apart) return;
  for (auto above = tree_.parent(unit); above != Tree::none; above = tree_.parent(above)) {
    kept(item, above) = sum_from_below(item, above);
  }
}

}  // namespace liem::figures
