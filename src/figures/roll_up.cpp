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
  sums_.resize(inner_units_ * ways_.size());
  for (std::size_t item = 0; item < ways_.size(); ++item) {
    for (const auto unit : tree_.upwards()) {
      if (tree_.has_below(unit)) kept(item, unit) = sum_from_below(item, unit);
    }
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
  out.so_far = Decimal::of(sum.mantissa, sum.scale);
  if (way == RollUp::any) out.so_far = sum.mantissa > 0 ? 1 : 0;
  if (way == RollUp::all) out.so_far = sum.mantissa == sum.tally.given ? 1 : 0;
  const bool settled = way == RollUp::last || (way == RollUp::any && out.so_far == 1) ||
                       (way == RollUp::all && out.so_far == 0);
  if (sum.tally.missing() > 0 && !settled) {
    out.figure.state = AnswerState::not_available;
    return out;
  }
  out.figure = {AnswerState::given, out.so_far, sum.day};
  return out;
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
