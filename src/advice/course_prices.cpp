#include "advice/course_prices.h"

#include <algorithm>
#include <cmath>

namespace liem::advice::course {
namespace {

using knapsack::price_bits;

struct Prices {
  double first = 0, second = 0;
  Shares shares;
};

Wide wide(double value) { return static_cast<Wide>(value); }

Weights weights_for(const Aim& aim, Wide first, Wide second) {
  const Wide one = Wide{1} << price_bits;
  if (aim.what == Aim::What::value) return {one, first, second};
  return {second, one + first, one * (Wide{aim.budget.days} + 1)};
}

void weigh(const Aim& aim, const Prices& prices, Fit& fit) {
  fit.first = wide(prices.first);
  fit.second = wide(prices.second);
  fit.table.weigh(weights_for(aim, fit.first, fit.second), prices.shares);
}

// What is left of the second limit: money, or value above the target (lacking: below 0).
Wide second_left(const Aim& aim, const knapsack::Option& so_far) {
  return aim.what == Aim::What::value ? Wide{aim.budget.money} - so_far.money
                                      : Wide{so_far.value} - aim.target;
}

double size_of(Wide limit) { return std::max(1.0, std::abs(static_cast<double>(limit))); }

// One step against the slope of the bound, as long as the distance to what is known lets it be.
// Each price is measured by its limit, so that all count alike.
class Slope {
 public:
  Slope(const Problem& problem, const Aim& aim, const Partial& from) : problem_(problem) {
    first_left_ = static_cast<double>(Wide{aim.budget.days} - from.so_far.days);
    second_left_ = static_cast<double>(second_left(aim, from.so_far));
    first_size_ = size_of(Wide{aim.budget.days});
    second_size_ =
        size_of(aim.what == Aim::What::value ? Wide{aim.budget.money} : Wide{aim.target});
    value_ = aim.what == Aim::What::value;
  }

  void step(const Reply& reply, double above, Prices& prices) {
    const double first = (first_left_ - reply.days) / first_size_;
    const double used = value_ ? -reply.money : reply.value;
    const double second = (second_left_ + used) / second_size_;
    double steep = first * first + second * second;
    each_share(
        reply,
        [&](const Piece& piece, double slope, Wide&, bool summed) {
          const double scaled = summed ? slope / static_cast<double>(piece.room + 1) : slope;
          steep += scaled * scaled;
        },
        prices);
    if (steep <= 0) return;
    const double far = above / steep;
    prices.first = std::max(0.0, prices.first - far * first / first_size_);
    prices.second = std::max(0.0, prices.second - far * second / second_size_);
    each_share(
        reply,
        [&](const Piece& piece, double slope, Wide& share, bool summed) {
          const double size = static_cast<double>(piece.room + 1);
          if (summed) {
            share = std::max(Wide{0}, share - wide(far * slope / (size * size)));
          } else {
            share += wide(far * slope);
          }
        },
        prices);
    balance(prices.shares);
  }

 private:
  template <class See>
  void each_share(const Reply& reply, const See& see, Prices& prices) const {
    for (std::size_t run = 0; run < problem_.runs.size(); ++run) {
      const Joint& joint = *problem_.runs[run].joint;
      std::vector<double> wanted(joint.course.size()), among(joint.course.size());
      each_own(joint, [&](std::size_t p, std::size_t own, std::size_t step) {
        wanted[step] += static_cast<double>(reply.want.extra[run][p][own]);
        among[step] += 1;
      });
      each_own(joint, [&](std::size_t p, std::size_t own, std::size_t step) {
        const double mean = wanted[step] / among[step];
        see(joint.pieces[p], static_cast<double>(reply.want.extra[run][p][own]) - mean,
            prices.shares.extra[run][p][own], false);
      });
      for (std::size_t p = 0; p < joint.pieces.size(); ++p) {
        if (joint.pieces[p].listed) continue;
        see(joint.pieces[p], static_cast<double>(reply.want.price[run][p]),
            prices.shares.price[run][p], true);
      }
    }
  }
  template <class See>
  static void each_own(const Joint& joint, const See& see) {
    for (std::size_t p = 0; p < joint.pieces.size(); ++p) {
      for (std::size_t own = 0; own < joint.pieces[p].steps.size(); ++own) {
        see(p, own, joint.pieces[p].steps[own]);
      }
    }
  }
  // The extra shares of one action sum up to nothing, exactly.
  void balance(Shares& shares) const {
    for (std::size_t run = 0; run < problem_.runs.size(); ++run) {
      const Joint& joint = *problem_.runs[run].joint;
      std::vector<Wide> over(joint.course.size(), 0);
      each_own(joint, [&](std::size_t p, std::size_t own, std::size_t step) {
        over[step] += shares.extra[run][p][own];
      });
      each_own(joint, [&](std::size_t p, std::size_t own, std::size_t step) {
        shares.extra[run][p][own] -= over[step];
        over[step] = 0;
      });
    }
  }

  const Problem& problem_;
  double first_left_ = 0, second_left_ = 0, first_size_ = 1, second_size_ = 1;
  bool value_ = true;
};

}  // namespace

Wide bound_of(const Fit& fit, const Aim& aim, std::size_t stage, const knapsack::Option& so_far,
              const Standing& at) {
  const Wide own =
      aim.what == Aim::What::value ? Wide{so_far.value} : -knapsack::cost_of(so_far, aim.budget);
  return (own << price_bits) + fit.table.rest(stage, at) +
         fit.first * (Wide{aim.budget.days} - so_far.days) + fit.second * second_left(aim, so_far);
}

Fit good_fit(const Problem& problem, const Aim& aim, const Partial& from, Wide known,
             const Fit* start, int tries) {
  Prices prices;
  prices.shares = equal_shares(problem);
  if (start != nullptr) {
    prices = {static_cast<double>(start->first), static_cast<double>(start->second),
              start->table.shares()};
  }
  Slope slope(problem, aim, from);
  Fit fit{Table(problem), 0, 0};
  std::optional<Prices> best;
  Wide least = 0;
  double boldness = 1;
  int since = 0;
  for (int i = 0; i < tries; ++i) {
    weigh(aim, prices, fit);
    const Wide bound = bound_of(fit, aim, from.stage, from.so_far, from.at);
    if (!best || bound < least) {
      least = bound;
      best = prices;
      since = 0;
    } else if (++since % 6 == 0) {
      boldness /= 2;
    }
    if (bound <= known) break;
    const Reply reply = fit.table.reply(from.stage, from.at);
    slope.step(reply, boldness * static_cast<double>(bound - known), prices);
  }
  weigh(aim, *best, fit);
  return fit;
}

}  // namespace liem::advice::course
