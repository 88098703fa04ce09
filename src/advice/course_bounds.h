// How much the rest of a course can still give, at prices for what it takes. See 0009.
#pragma once

#include <vector>

#include "advice/course.h"
#include "advice/multipliers.h"

namespace liem::advice::course {

using knapsack::Wide;

// Where a state stands within the run under way, piece by piece.
using Standing = std::vector<std::int64_t>;

// Of what is to be maximised: what one billionth of value counts, and what days and money take
// off. Together with what is left of two limits they make a bound.
struct Weights {
  Wide value = 0, day = 0, money = 0;
};

// The stages of a problem: the actions of its runs, then its groups.
struct Stage {
  std::size_t run = 0;   // of an action; else the number of runs
  std::size_t step = 0;  // within the run, or the group
};
std::vector<Stage> stages_of(const Problem& problem);

// Own steps of each piece that are decided before a step of the run.
std::vector<std::vector<std::size_t>> decided_before(const Joint& joint);

// How the cost of an action is shared among the pieces it moves: an equal part each and what is
// told here on top, which sums up to nothing. Prices of what is summed up stand beside.
struct Shares {
  std::vector<std::vector<std::vector<Wide>>> extra;  // by run, piece and own step
  std::vector<std::vector<Wide>> price;               // by run and piece, of a thousandth summed
};

// What the pieces' best moves come to at some prices, where they cannot be had together.
struct Reply {
  Wide bound = 0;
  double value = 0, days = 0, money = 0;
  Shares want;  // 1 where the piece would carry out the action; summed: what is more than it needs
};

class Table {
 public:
  explicit Table(const Problem& problem);  // to be weighed before it is asked

  void weigh(const Weights& weights, Shares shares);

  // At most what is added from this stage on, weighed; costs are taken off.
  Wide rest(std::size_t stage, const Standing& at) const;
  Reply reply(std::size_t stage, const Standing& at) const;
  const Weights& weights() const { return weights_; }
  const Shares& shares() const { return shares_; }

 private:
  struct OfPiece {
    std::vector<std::vector<Wide>> best;  // listed: by own step and standing
    std::vector<Wide> after;              // summed: what the adds from an own step on can give
    std::vector<Wide> higher;             // summed: the best of the cells above
  };
  void weigh_piece(std::size_t run, std::size_t piece);
  Wide net(const knapsack::Option& option) const;
  const knapsack::Option& best_option(std::size_t group) const;
  Wide cost(std::size_t run, std::size_t piece, std::size_t own) const;
  Wide at_least(std::size_t run, std::size_t piece, std::size_t own, std::int64_t standing) const;
  Wide of_run(std::size_t run, std::size_t step, const Standing& at) const;
  void follow(std::size_t run, std::size_t piece, std::size_t own, std::int64_t standing,
              Reply& reply) const;

  const Problem* problem_;
  Weights weights_;
  Shares shares_;
  std::vector<Stage> stages_;
  std::vector<std::vector<std::vector<std::size_t>>> decided_;  // by run, step and piece
  std::vector<std::vector<std::size_t>> moved_by_;              // by run and step: how many pieces
  std::vector<std::vector<OfPiece>> tables_;                    // by run and piece
  std::vector<Wide> after_runs_, after_groups_;                 // suffix sums
};

// No extra shares, no prices.
Shares equal_shares(const Problem& problem);

}  // namespace liem::advice::course
