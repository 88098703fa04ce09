#include "advice/course_bounds.h"

#include <algorithm>

namespace liem::advice::course {
namespace {

std::size_t as_place(std::int64_t value) { return static_cast<std::size_t>(value); }

}  // namespace

std::vector<Stage> stages_of(const Problem& problem) {
  std::vector<Stage> stages;
  for (std::size_t run = 0; run < problem.runs.size(); ++run) {
    const std::size_t steps = problem.runs[run].joint->course.size();
    for (std::size_t step = 0; step < steps; ++step) stages.push_back({run, step});
  }
  for (std::size_t group = 0; group < problem.groups.size(); ++group) {
    stages.push_back({problem.runs.size(), group});
  }
  return stages;
}

std::vector<std::vector<std::size_t>> decided_before(const Joint& joint) {
  std::vector<std::vector<std::size_t>> out(joint.course.size() + 1);
  for (std::size_t step = 0; step < out.size(); ++step) {
    for (const auto& piece : joint.pieces) {
      const auto next = std::ranges::lower_bound(piece.steps, step);
      out[step].push_back(static_cast<std::size_t>(next - piece.steps.begin()));
    }
  }
  return out;
}

Shares equal_shares(const Problem& problem) {
  Shares out;
  for (const auto& run : problem.runs) {
    auto& extra = out.extra.emplace_back();
    for (const auto& piece : run.joint->pieces) extra.emplace_back(piece.steps.size(), Wide{0});
    out.price.emplace_back(run.joint->pieces.size(), Wide{0});
  }
  return out;
}

Table::Table(const Problem& problem) : problem_(&problem), stages_(stages_of(problem)) {
  for (std::size_t run = 0; run < problem.runs.size(); ++run) {
    const Joint& joint = *problem.runs[run].joint;
    decided_.push_back(decided_before(joint));
    auto& moved = moved_by_.emplace_back(joint.course.size(), 0);
    for (const auto& piece : joint.pieces) {
      for (const auto step : piece.steps) ++moved[step];
    }
    auto& tables = tables_.emplace_back(joint.pieces.size());
    for (std::size_t p = 0; p < joint.pieces.size(); ++p) {
      const Piece& piece = joint.pieces[p];
      if (!piece.listed) continue;
      tables[p].best.resize(piece.steps.size() + 1);
      for (auto& row : tables[p].best) row.resize(piece.gain.size());
    }
  }
}

// Many prices are tried, so the rows are filled anew where they stand.
void Table::weigh(const Weights& weights, Shares shares) {
  const Problem& problem = *problem_;
  weights_ = weights;
  shares_ = std::move(shares);
  for (std::size_t run = 0; run < problem.runs.size(); ++run) {
    const std::size_t pieces = problem.runs[run].joint->pieces.size();
    for (std::size_t piece = 0; piece < pieces; ++piece) weigh_piece(run, piece);
  }
  after_groups_.assign(problem.groups.size() + 1, 0);
  for (std::size_t g = problem.groups.size(); g-- > 0;) {
    after_groups_[g] = after_groups_[g + 1] + net(best_option(g));
  }
  after_runs_.assign(problem.runs.size() + 1, after_groups_[0]);
  for (std::size_t run = problem.runs.size(); run-- > 0;) {
    const Standing start(problem.runs[run].joint->pieces.size(), 0);
    after_runs_[run] = after_runs_[run + 1] + of_run(run, 0, start);
  }
}

Wide Table::net(const knapsack::Option& option) const {
  return weights_.value * option.value - weights_.day * option.days - weights_.money * option.money;
}

const knapsack::Option& Table::best_option(std::size_t group) const {
  return *std::ranges::max_element(problem_->groups[group], {},
                                   [&](const auto& option) { return net(option); });
}

// An equal part each, what does not divide with the first piece, and the extra share.
Wide Table::cost(std::size_t run, std::size_t piece, std::size_t own) const {
  const Joint& joint = *problem_->runs[run].joint;
  const std::size_t step = joint.pieces[piece].steps[own];
  const Action& action = (*problem_->actions)[joint.course[step]];
  const Wide whole = weights_.day * action.day_hundredths + weights_.money * action.money;
  const auto among = static_cast<Wide>(moved_by_[run][step]);
  return whole / among + shares_.extra[run][piece][own];  // cut downwards: still a bound
}

void Table::weigh_piece(std::size_t run, std::size_t place) {
  const Piece& piece = problem_->runs[run].joint->pieces[place];
  const auto& gains = problem_->runs[run].gains[place];
  OfPiece& table = tables_[run][place];
  const std::size_t own_steps = piece.steps.size();
  if (piece.listed) {
    for (std::size_t i = 0; i < gains.size(); ++i) {
      table.best[own_steps][i] = weights_.value * gains[i];
    }
    for (std::size_t own = own_steps; own-- > 0;) {
      const Wide price = cost(run, place, own);
      for (const auto standing : piece.before[own]) {
        const auto at = as_place(standing);
        table.best[own][at] = std::max(table.best[own + 1][as_place(piece.left[own][at])],
                                       table.best[own + 1][as_place(piece.taken[own][at])] - price);
      }
    }
    return;
  }
  const Wide price = shares_.price[run][place];
  table.after.assign(own_steps + 1, 0);
  for (std::size_t own = own_steps; own-- > 0;) {
    const Wide won = price * piece.adds[own] - cost(run, place, own);
    table.after[own] = table.after[own + 1] + std::max(Wide{0}, won);
  }
  const std::size_t cells = gains.size();
  const auto at_start = [&](std::size_t cell) {
    return weights_.value * gains[cell] - price * piece.starts[cell];
  };
  table.higher.assign(cells, at_start(cells - 1));
  for (std::size_t cell = cells - 1; cell-- > 0;) {
    table.higher[cell] = std::max(table.higher[cell + 1], at_start(cell + 1));
  }
}

Wide Table::at_least(std::size_t run, std::size_t place, std::size_t own,
                     std::int64_t standing) const {
  const OfPiece& table = tables_[run][place];
  const Piece& piece = problem_->runs[run].joint->pieces[place];
  if (piece.listed) return table.best[own][as_place(standing)];
  const std::size_t cell = piece.cell_of(standing);
  const Wide here = weights_.value * problem_->runs[run].gains[place][cell];
  if (cell + 1 == problem_->runs[run].gains[place].size()) return here + table.after[own];
  const Wide above = shares_.price[run][place] * standing + table.higher[cell];
  return std::max(here, above) + table.after[own];
}

Wide Table::of_run(std::size_t run, std::size_t step, const Standing& at) const {
  const Run& under_way = problem_->runs[run];
  const Joint& joint = *under_way.joint;
  Wide sum = 0;
  for (std::size_t leaf = 0; leaf < joint.leaves.size(); ++leaf) {
    if (step >= joint.leaves[leaf].closes) continue;
    sum += weights_.value * under_way.bases[leaf];
    for (const auto piece : joint.leaves[leaf].pieces) {
      sum += at_least(run, piece, decided_[run][step][piece], at[piece]);
    }
  }
  return sum;
}

Wide Table::rest(std::size_t stage, const Standing& at) const {
  if (stage == stages_.size()) return 0;
  const auto [run, step] = stages_[stage];
  if (run == problem_->runs.size()) return after_groups_[step];
  if (step == 0) return after_runs_[run];
  return of_run(run, step, at) + after_runs_[run + 1];
}

void Table::follow(std::size_t run, std::size_t place, std::size_t own, std::int64_t standing,
                   Reply& reply) const {
  const Piece& piece = problem_->runs[run].joint->pieces[place];
  const auto& gains = problem_->runs[run].gains[place];
  const OfPiece& table = tables_[run][place];
  auto& want = reply.want.extra[run][place];
  if (piece.listed) {
    for (; own < piece.steps.size(); ++own) {
      const auto at = as_place(standing);
      const auto left = piece.left[own][at], taken = piece.taken[own][at];
      const bool takes = table.best[own][at] != table.best[own + 1][as_place(left)];
      want[own] = takes ? 1 : 0;
      standing = takes ? taken : left;
    }
    reply.value += static_cast<double>(gains[as_place(standing)]);
    return;
  }
  const Wide price = shares_.price[run][place];
  std::size_t best = piece.cell_of(standing);
  Wide most = weights_.value * gains[best];
  for (std::size_t cell = best + 1; cell < gains.size(); ++cell) {
    const Wide there = weights_.value * gains[cell] - price * (piece.starts[cell] - standing);
    if (there > most) {
      most = there;
      best = cell;
    }
  }
  reply.value += static_cast<double>(gains[best]);
  Wide more = standing - std::max(standing, piece.starts[best]);
  for (; own < piece.steps.size(); ++own) {
    if (price * piece.adds[own] <= cost(run, place, own)) continue;
    want[own] = 1;
    more += piece.adds[own];
  }
  reply.want.price[run][place] = more;
}

Reply Table::reply(std::size_t stage, const Standing& at) const {
  Reply out;
  out.bound = rest(stage, at);
  out.want = equal_shares(*problem_);
  const auto [run, step] = stage < stages_.size()
                               ? stages_[stage]
                               : Stage{problem_->runs.size(), problem_->groups.size()};
  for (std::size_t r = run; r < problem_->runs.size(); ++r) {
    const Joint& joint = *problem_->runs[r].joint;
    const std::size_t from = r == run ? step : 0;
    for (std::size_t leaf = 0; leaf < joint.leaves.size(); ++leaf) {
      if (from >= joint.leaves[leaf].closes) continue;
      out.value += static_cast<double>(problem_->runs[r].bases[leaf]);
      for (const auto piece : joint.leaves[leaf].pieces) {
        follow(r, piece, decided_[r][from][piece], from == 0 ? 0 : at[piece], out);
      }
    }
    for (std::size_t p = 0; p < joint.pieces.size(); ++p) {
      const auto& steps = joint.pieces[p].steps;
      for (std::size_t own = 0; own < steps.size(); ++own) {
        if (out.want.extra[r][p][own] == 0) continue;
        const Action& action = (*problem_->actions)[joint.course[steps[own]]];
        const auto among = static_cast<double>(moved_by_[r][steps[own]]);
        out.days += static_cast<double>(action.day_hundredths) / among;
        out.money += static_cast<double>(action.money) / among;
      }
    }
  }
  for (std::size_t g = run == problem_->runs.size() ? step : 0; g < problem_->groups.size(); ++g) {
    const auto& option = best_option(g);
    out.value += static_cast<double>(option.value);
    out.days += static_cast<double>(option.days);
    out.money += static_cast<double>(option.money);
  }
  return out;
}

}  // namespace liem::advice::course
