#include "advice/pieces.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "advice/errors.h"
#include "advice/levers.h"
#include "advice/outcomes.h"
#include "advice/standings.h"
#include "advice/sum_of_points.h"

namespace liem::advice {
namespace {

using knapsack::Items;

constexpr std::int64_t one_millionth = 1000;  // billionths

using Ids = std::vector<std::string>;

void join_sorted(Ids& into, const Ids& more) {
  into.insert(into.end(), more.begin(), more.end());
  std::ranges::sort(into);
  into.erase(std::ranges::unique(into).begin(), into.end());
}

bool shares(const Ids& a, const Ids& b) {
  return std::ranges::any_of(a, [&](const auto& id) { return std::ranges::binary_search(b, id); });
}

class Builder {
 public:
  Builder(const IndicatorSet& set, const Inputs& inputs, const std::vector<Action>& actions,
          const StepsLimits& limits)
      : set_(set), raw_(set), inputs_(inputs), actions_(actions), limits_(limits) {
    raw_.rounding = {6, std::nullopt, indicators::RoundingMode::half_up,
                     indicators::RoundingRule::At::leaf, indicators::Provenance::assumed};
    base_ = indicators::score(set_, inputs_);
    leaves_ = leaf_scores(set_, base_);
    for (const auto& action : actions_) {
      for (const auto& effect : action.effects) changed_.insert(effect.id);
    }
  }

  Result<Joint> build(const std::vector<std::size_t>& cluster,
                      const std::vector<std::size_t>& leaves);

 private:
  // Figures of a piece of a leaf that actions change, in the order of ids.
  std::vector<Ids> figures_of(std::size_t leaf) const;
  Ids with_limits(const Ids& read) const;
  bool may_be_split(const Ids& read) const;
  bool moves(std::size_t action, const Ids& figures) const {
    return std::ranges::any_of(actions_[action].effects, [&](const Effect& effect) {
      return std::ranges::binary_search(figures, effect.id);
    });
  }
  void order(const std::vector<std::size_t>& cluster, Joint& joint) const;
  Result<void> fill(Joint& joint, Piece& piece, const Ids& figures) const;
  Result<void> value_standings(const Joint& joint, Piece& piece, const Standings& standings,
                               bool alone) const;
  bool only_adds(const Joint& joint, const Piece& piece, const Ids& figures) const;
  bool only_says_yes(const Joint& joint, const Piece& piece, const Ids& figures) const;
  void sum_up(const Joint& joint, Piece& piece, const std::string& figure) const;
  Decimal counted(const IndicatorSet& set, const Inputs& after, std::size_t leaf) const {
    const Score scored = indicators::score(set, after);
    return leaf_scores(set, scored)[leaf].counted();
  }
  bool is_lever(const Joint& joint, const Piece& piece, const std::string& id,
                std::initializer_list<Lever> kinds) const;
  Error too_many(const Joint& joint, const Piece& piece) const;

  const IndicatorSet& set_;
  IndicatorSet raw_;  // rounds nothing but to the places shown
  const Inputs& inputs_;
  const std::vector<Action>& actions_;
  const StepsLimits& limits_;
  Score base_;
  std::vector<LeafScore> leaves_;
  std::set<std::string, std::less<>> changed_;
};

Ids Builder::with_limits(const Ids& read) const {
  Ids out;
  for (const auto& id : read) {
    if (!changed_.contains(id)) continue;
    out.push_back(id);
    for (const auto& other : obliged_for(set_, id)) {
      if (changed_.contains(other)) out.push_back(other);
    }
  }
  Ids sorted;
  join_sorted(sorted, out);
  return sorted;
}

// Where parts may drop out the others are brought to the whole, so they do not add up.
bool Builder::may_be_split(const Ids& read) const {
  return std::ranges::none_of(read, [&](const std::string& id) {
    return is_obliged(set_, id) || inputs_.at(id).state == indicators::AnswerState::not_applicable;
  });
}

std::vector<Ids> Builder::figures_of(std::size_t leaf) const {
  const indicators::Rule& rule = leaves_[leaf].criterion->leaf->rule;
  const Ids all = with_limits(indicators::inputs_of(rule));
  std::vector<Ids> parts;
  const auto add = [&](const Ids& read) { parts.push_back(with_limits(read)); };
  if (const auto* list = std::get_if<indicators::Checklist>(&rule)) {
    for (const auto& part : list->parts) add(indicators::items_of(part.input));
  }
  if (const auto* list = std::get_if<indicators::Parts>(&rule)) {
    for (const auto& part : list->parts) add(indicators::inputs_of(part.ratio));
  }
  std::erase_if(parts, [](const Ids& ids) { return ids.empty(); });
  if (parts.size() < 2 || !may_be_split(all)) return {all};
  std::vector<Ids> out;
  for (auto& part : parts) {  // those that share a figure are one
    for (auto other = out.begin(); other != out.end();) {
      if (!shares(part, *other)) {
        ++other;
        continue;
      }
      join_sorted(part, *other);
      other = out.erase(other);
    }
    out.push_back(std::move(part));
  }
  return out;
}

// Criteria whose actions are soonest decided come first, and within one its pieces; large additions
// before small ones.
void Builder::order(const std::vector<std::size_t>& cluster, Joint& joint) const {
  Items placed;
  const auto open = [&](const Joint::Leaf& leaf) { return (leaf.actions & ~placed).count(); };
  std::vector<std::vector<Ids>> figures;
  for (const auto& leaf : joint.leaves) figures.push_back(figures_of(leaf.place));
  const auto size_of = [&](std::size_t action) {
    Decimal most;
    for (const auto& effect : actions_[action].effects) {
      if (effect.add) most = std::max(most, *effect.add);
    }
    return most;
  };
  for (std::size_t round = 0; round < joint.leaves.size(); ++round) {
    std::size_t next = joint.leaves.size();
    for (std::size_t i = 0; i < joint.leaves.size(); ++i) {
      const std::size_t count = open(joint.leaves[i]);
      const bool fewer = next == joint.leaves.size() || count < open(joint.leaves[next]);
      if (count > 0 && fewer) next = i;
    }
    if (next == joint.leaves.size()) break;
    for (const auto& piece : figures[next]) {
      std::vector<std::size_t> own;
      for (const auto action : cluster) {
        if (!placed.test(action) && moves(action, piece)) own.push_back(action);
      }
      std::ranges::stable_sort(own, std::greater{}, size_of);
      for (const auto action : own) {
        placed.set(action);
        joint.course.push_back(action);
      }
    }
  }
  for (const auto action : cluster) {
    if (!placed.test(action)) joint.course.push_back(action);
  }
}

bool Builder::is_lever(const Joint& joint, const Piece& piece, const std::string& id,
                       std::initializer_list<Lever> kinds) const {
  const auto levers = levers_of(set_, *leaves_[joint.leaves[piece.leaf].place].criterion, inputs_);
  return std::ranges::any_of(levers, [&](const InputLever& lever) {
    return lever.id == id && std::ranges::find(kinds, lever.lever) != kinds.end();
  });
}

bool Builder::only_adds(const Joint& joint, const Piece& piece, const Ids& figures) const {
  if (figures.size() != 1 || is_obliged(set_, figures[0])) return false;
  if (inputs_.at(figures[0]).state != indicators::AnswerState::given) return false;
  for (const auto step : piece.steps) {
    for (const auto& effect : actions_[joint.course[step]].effects) {
      if (effect.id != figures[0]) continue;
      if (!effect.add || effect.add->is_negative() || effect.add->scale() > 3) return false;
    }
  }
  return is_lever(joint, piece, figures[0], {Lever::more, Lever::published});
}

bool Builder::only_says_yes(const Joint& joint, const Piece& piece, const Ids& figures) const {
  if (figures.size() != 1) return false;
  for (const auto step : piece.steps) {
    for (const auto& effect : actions_[joint.course[step]].effects) {
      if (effect.id != figures[0]) continue;
      const bool* yes = effect.value ? std::get_if<bool>(&effect.value->value) : nullptr;
      if (yes == nullptr || !*yes) return false;
    }
  }
  return is_lever(joint, piece, figures[0], {Lever::say_yes});
}

Error Builder::too_many(const Joint& joint, const Piece& piece) const {
  const auto place = joint.leaves[piece.leaf].place;
  return {errors::too_many_interact.kind,
          {std::string(errors::too_many_interact.id),
           {{"actions", std::to_string(piece.steps.size())},
            {"criteria", leaves_[place].criterion->code},
            {"most", std::to_string(limits_.standings)}}}};
}

// A leaf of one piece is valued as it is rounded, pieces of one leaf before rounding.
Result<void> Builder::value_standings(const Joint& joint, Piece& piece, const Standings& standings,
                                      bool alone) const {
  const Joint::Leaf& leaf = joint.leaves[piece.leaf];
  const IndicatorSet& set = alone ? set_ : raw_;
  const Decimal start = counted(set, inputs_, leaf.place);
  const bool applies = leaves_[leaf.place].score->state != State::not_applicable;
  piece.gain.assign(standings.count(), never);
  for (const auto standing : standings.in_the_end()) {
    const Inputs after =
        after_actions(set, inputs_, actions_, actions_in(standings.example(standing)));
    if (standing != 0 && !indicators::check_inputs(after, "", set).empty()) continue;
    const Score scored = indicators::score(set, after);
    const LeafScore then = leaf_scores(set, scored)[leaf.place];
    if ((then.score->state != State::not_applicable) != applies) {
      return fail(errors::come_and_go, {{"criterion", leaves_[leaf.place].criterion->code},
                                        {"actions", std::to_string(joint.course.size())}});
    }
    piece.gain[static_cast<std::size_t>(standing)] =
        billionths(then.counted() - start) + (alone ? 0 : one_millionth);
  }
  return {};
}

// Cells of equal gain where they are few, so that a bound knows the very sum that wins more; else
// of equal width.
class Cells {
 public:
  Cells(const std::function<std::int64_t(std::int64_t)>& gain_at, Piece& piece)
      : gain_at_(gain_at), piece_(piece) {}

  void cut(std::int64_t steps) {
    constexpr std::int64_t most = 512;
    const std::int64_t first = gain_at_(0), last = gain_at_(piece_.room);
    if (steps <= most) {
      between(0, first, piece_.room, last);
      add(piece_.room, last);
      return;
    }
    const std::int64_t width = piece_.room / (2 * most) + 1;
    for (std::int64_t from = 0; from <= piece_.room; from += width) {
      piece_.starts.push_back(from);
      piece_.gain_within.push_back(gain_at_(std::min(piece_.room, from + width - 1)));
    }
  }

 private:
  // What lies from `low` up to, but without, `high`; more is never worth less.
  void between(std::int64_t low, std::int64_t at_low, std::int64_t high, std::int64_t at_high) {
    add(low, at_low);
    if (at_low == at_high || high - low <= 1) return;
    const std::int64_t middle = low + (high - low) / 2, at_middle = gain_at_(middle);
    between(low, at_low, middle, at_middle);
    between(middle, at_middle, high, at_high);
  }
  void add(std::int64_t start, std::int64_t gain) {
    if (!piece_.starts.empty() && piece_.gain_within.back() == gain) return;
    piece_.starts.push_back(start);
    piece_.gain_within.push_back(gain);
  }

  const std::function<std::int64_t(std::int64_t)>& gain_at_;
  Piece& piece_;
};

// Sums too many to list.
void Builder::sum_up(const Joint& joint, Piece& piece, const std::string& figure) const {
  const auto thousandths = [](const Decimal& value) {
    const Decimal all = Decimal::multiply(value, 1000).value(),
                  cut = all.rounded(0, Rounding::down);
    return cut.to_int64().value() + (cut < all ? 1 : 0);
  };
  std::int64_t all = 0;
  for (const auto step : piece.steps) {
    std::int64_t add = 0;
    for (const auto& effect : actions_[joint.course[step]].effects) {
      if (effect.id == figure) add += thousandths(*effect.add);
    }
    piece.adds.push_back(add);
    all += add;
  }
  const Decimal now = inputs_.at(figure).number();
  const auto limit = limit_of(set_, inputs_, figure);
  piece.listed = false;
  piece.rising = true;
  piece.room = limit ? std::min(all, thousandths(std::max(Decimal(), *limit - now))) : all;
  const Joint::Leaf& leaf = joint.leaves[piece.leaf];
  const bool alone = leaf.pieces.size() == 1;
  const IndicatorSet& set = alone ? set_ : raw_;
  const Decimal start = counted(set, inputs_, leaf.place);
  const std::function<std::int64_t(std::int64_t)> gain_at = [&](std::int64_t sum) {
    Inputs after = inputs_;
    Decimal then = now + Decimal::of(sum, 3);
    if (limit) then = std::min(then, std::max(now, *limit));
    after.answers[figure].value = then;
    return billionths(counted(set, after, leaf.place) - start) + (alone ? 0 : one_millionth);
  };
  const bool rounded = alone && set.rounding.at == indicators::RoundingRule::At::leaf;
  const std::int64_t most = gain_at(piece.room) - gain_at(0);
  Cells(gain_at, piece).cut(rounded ? most / billionths(set.rounding.unit()) : most);
}

Result<void> Builder::fill(Joint& joint, Piece& piece, const Ids& figures) const {
  for (std::size_t step = 0; step < joint.course.size(); ++step) {
    if (moves(joint.course[step], figures)) piece.steps.push_back(step);
  }
  const bool adds = only_adds(joint, piece, figures);
  Standings standings(set_, inputs_, actions_, figures);
  std::vector<std::size_t> own;
  for (const auto step : piece.steps) own.push_back(joint.course[step]);
  if (!standings.list(own, limits_.standings)) {
    if (!adds) return std::unexpected(too_many(joint, piece));
    sum_up(joint, piece, figures[0]);
    return {};
  }
  if (adds) standings.sort_by_sum();
  piece.rising = adds || only_says_yes(joint, piece, figures);
  const bool alone = joint.leaves[piece.leaf].pieces.size() == 1;
  if (auto valued = value_standings(joint, piece, standings, alone); !valued) return valued;
  standings.hand_over(piece);
  return {};
}

Result<Joint> Builder::build(const std::vector<std::size_t>& cluster,
                             const std::vector<std::size_t>& leaves) {
  Joint joint;
  std::vector<Ids> figures;  // of each piece
  for (const auto place : leaves) {
    Joint::Leaf leaf;
    leaf.place = place;
    for (const auto& piece : figures_of(place)) {
      if (piece.empty()) {  // it moves though no figure it reads is changed
        return fail(errors::come_and_go, {{"criterion", leaves_[place].criterion->code},
                                          {"actions", std::to_string(cluster.size())}});
      }
      for (const auto action : cluster) {
        if (moves(action, piece)) leaf.actions.set(action);
      }
      leaf.pieces.push_back(joint.pieces.size());
      Piece made;
      made.leaf = joint.leaves.size();
      joint.pieces.push_back(std::move(made));
      figures.push_back(piece);
    }
    joint.leaves.push_back(std::move(leaf));
  }
  order(cluster, joint);
  const Score raw = indicators::score(raw_, inputs_);
  const auto raw_leaves = leaf_scores(raw_, raw);
  const auto& rule = set_.rounding;
  for (auto& leaf : joint.leaves) {
    for (std::size_t step = 0; step < joint.course.size(); ++step) {
      if (leaf.actions.test(joint.course[step])) leaf.closes = step + 1;
    }
    const bool alone = leaf.pieces.size() == 1;
    leaf.base = billionths((alone ? leaves_ : raw_leaves)[leaf.place].counted());
    if (!alone) leaf.base += one_millionth;
    if (!alone && rule.at == indicators::RoundingRule::At::leaf)
      leaf.base += billionths(rule.unit());
  }
  for (std::size_t i = 0; i < joint.pieces.size(); ++i) {
    if (auto filled = fill(joint, joint.pieces[i], figures[i]); !filled) {
      return std::unexpected(filled.error());
    }
  }
  return joint;
}

}  // namespace

Result<Joint> take_apart(const IndicatorSet& set, const Inputs& inputs,
                         const std::vector<Action>& actions,
                         const std::vector<std::size_t>& cluster,
                         const std::vector<std::size_t>& leaves, const StepsLimits& limits) {
  return Builder(set, inputs, actions, limits).build(cluster, leaves);
}

std::optional<Decimal> points_after(const IndicatorSet& set, const Inputs& inputs,
                                    const std::vector<Action>& actions, std::size_t leaf,
                                    const Items& items) {
  const Inputs after = after_actions(set, inputs, actions, actions_in(items));
  if (items.any() && !indicators::check_inputs(after, "", set).empty()) return std::nullopt;
  const Score scored = indicators::score(set, after);
  return leaf_scores(set, scored)[leaf].counted();
}

}  // namespace liem::advice
