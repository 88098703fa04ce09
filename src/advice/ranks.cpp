#include "advice/ranks.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>

#include "advice/errors.h"
#include "advice/margin.h"

namespace liem::advice {
namespace {

// How one unit stands to another over all weights within the bounds.
struct RankStanding {
  bool may_lead = false;      // some weights put it strictly above
  bool always_leads = false;  // all do
};

class Table {
 public:
  Table(const IndicatorSet& set, const std::vector<const Score*>& scores, int percent)
      : set_(set), scores_(scores), finder_(set, percent) {
    for (const auto* score : scores) base_.push_back(finder_.total(*score, {}));
    for (std::size_t i = 0; i < scores.size(); ++i) {
      auto& row = margins_.emplace_back();
      for (std::size_t j = 0; j < scores.size(); ++j) {
        row.push_back(i == j ? Rational() : finder_.most(*scores[i], *scores[j]).points);
      }
    }
  }

  UnitRank rank_of(std::size_t unit) const {
    UnitRank out;
    out.unit = unit;
    out.rank = out.highest = out.lowest = 1;
    for (std::size_t other = 0; other < scores_.size(); ++other) {
      if (other == unit) continue;
      if (leads_now(other, unit)) ++out.rank;
      const RankStanding standing = standing_of(other, unit);
      if (standing.always_leads) ++out.highest;
      if (standing.may_lead) ++out.lowest;
    }
    const Seen seen = seen_of(out);
    out.attained = seen.highest <= out.highest && seen.lowest >= out.lowest;
    out.moved = seen.highest < out.rank || seen.lowest > out.rank;
    if (out.rests_on_assumption()) out.decided_by = deciding(unit);
    return out;
  }

 private:
  bool leads_now(std::size_t a, std::size_t b) const {
    return scores_[a]->total.points.reached > scores_[b]->total.points.reached;
  }
  // Where no weights change the distance, the points as rounded decide.
  bool moves(std::size_t a, std::size_t b) const { return margins_[a][b] != base_[a] - base_[b]; }
  RankStanding standing_of(std::size_t a, std::size_t b) const {
    const bool forward = moves(a, b), back = moves(b, a);
    RankStanding out;
    out.may_lead = leads_now(a, b) || (forward && margins_[a][b] > Rational());
    out.always_leads = leads_now(a, b) && (!back || margins_[b][a] < Rational());
    return out;
  }

  int rank_with(std::size_t unit, const Weights& weights) const {
    const Rational own = finder_.total(*scores_[unit], weights);
    int rank = 1;
    for (std::size_t other = 0; other < scores_.size(); ++other) {
      if (other != unit && finder_.total(*scores_[other], weights) > own) ++rank;
    }
    return rank;
  }

  // Ranks that some weights within the bounds give.
  struct Seen {
    int highest = 0, lowest = 0;
  };
  // Tried with the weights that serve best against those it may change places with, the nearest
  // first. Where no weights change its rank, points as rounded may still differ from the sum.
  Seen seen_of(const UnitRank& found) const {
    Seen seen{found.rank, found.rank};
    const int still = rank_with(found.unit, {});
    for (const auto other : rivals_of(found.unit)) {
      const bool passes = may_pass(found.unit, other);
      const Margin margin = passes ? finder_.most(*scores_[found.unit], *scores_[other])
                                   : finder_.most(*scores_[other], *scores_[found.unit]);
      Weights other_way = margin.against;
      other_way.insert(margin.weights.begin(), margin.weights.end());
      for (const Weights* weights :
           std::initializer_list<const Weights*>{&margin.weights, &other_way}) {
        const int rank = rank_with(found.unit, *weights);
        if (rank == still) continue;
        seen.highest = std::min(seen.highest, rank);
        seen.lowest = std::max(seen.lowest, rank);
      }
    }
    return seen;
  }
  // Those it may change places with: all that are hard to pass or to hold off come last, and are
  // what both ends need; of the others the nearest show that it moves at all.
  std::vector<std::size_t> rivals_of(std::size_t unit) const {
    constexpr std::size_t most = 4;
    std::vector<std::size_t> above, below;
    for (std::size_t other = 0; other < scores_.size(); ++other) {
      if (other == unit) continue;
      if (may_pass(unit, other)) above.push_back(other);
      if (may_fall(unit, other)) below.push_back(other);
    }
    const auto ends = [&](std::vector<std::size_t>& list, const auto& margin) {
      std::ranges::stable_sort(list, std::greater{}, margin);
      if (list.size() > most) list.erase(list.begin() + most - 1, list.end() - 1);
    };
    ends(above, [&](std::size_t other) { return margins_[unit][other]; });
    ends(below, [&](std::size_t other) { return margins_[other][unit]; });
    above.insert(above.end(), below.begin(), below.end());
    return above;
  }
  // Changes places with `other`, that now leads; with `other`, that does not.
  bool may_pass(std::size_t unit, std::size_t other) const {
    return leads_now(other, unit) && !standing_of(other, unit).always_leads;
  }
  bool may_fall(std::size_t unit, std::size_t other) const {
    return !leads_now(other, unit) && standing_of(other, unit).may_lead;
  }

  static void add_gains(const Margin& margin, std::map<const Criterion*, Rational>& sums) {
    for (const auto& [criterion, gain] : margin.gains) sums[criterion] += gain;
  }

  const Criterion* deciding(std::size_t unit) const {
    std::map<const Criterion*, Rational> sums;
    for (std::size_t other = 0; other < scores_.size(); ++other) {
      if (other == unit) continue;
      if (may_pass(unit, other)) add_gains(finder_.most(*scores_[unit], *scores_[other]), sums);
      if (may_fall(unit, other)) add_gains(finder_.most(*scores_[other], *scores_[unit]), sums);
    }
    const Criterion* most = nullptr;
    each_in_order(set_.criteria, [&](const Criterion& criterion) {
      const auto found = sums.find(&criterion);
      if (found == sums.end()) return;
      if (most == nullptr || found->second > sums.at(most)) most = &criterion;
    });
    return most;
  }
  template <class See>
  static void each_in_order(const std::vector<Criterion>& criteria, const See& see) {
    for (const auto& criterion : criteria) {
      see(criterion);
      each_in_order(criterion.children, see);
    }
  }

  const IndicatorSet& set_;
  const std::vector<const Score*>& scores_;
  MarginFinder finder_;
  std::vector<Rational> base_;
  std::vector<std::vector<Rational>> margins_;  // the most the row leads the column by
};

}  // namespace

Result<int> parse_bounds(std::string_view text) {
  const auto number = Decimal::parse(text);
  const bool fits =
      number && number->is_whole() && !number->is_negative() && *number <= Decimal(widest_bounds);
  if (fits) return static_cast<int>(*number->to_int64());
  return fail(errors::bad_bounds,
              {{"value", std::string(text)}, {"most", std::to_string(widest_bounds)}});
}

std::vector<UnitRank> ranks(const IndicatorSet& set, const std::vector<const Score*>& scores,
                            int percent) {
  const Table table(set, scores, percent);
  std::vector<UnitRank> out;
  for (std::size_t i = 0; i < scores.size(); ++i) out.push_back(table.rank_of(i));
  std::ranges::stable_sort(out, {}, &UnitRank::rank);
  return out;
}

}  // namespace liem::advice
