#include "advice/probe.h"

#include <algorithm>
#include <vector>

#include "indicators/score.h"

namespace liem::advice {
namespace {

using namespace indicators;

// A figure as a whole number of its steps: whole things, whole đồng, hundredths of an index, or
// finer where the figure itself is.
class Grid {
 public:
  Grid(const figures::DataItem& item, const Answer& now) {
    using figures::UnitKind;
    const bool whole = item.unit.kind == UnitKind::count || item.unit.kind == UnitKind::money ||
                       item.unit.kind == UnitKind::level;
    const int own = now.state == AnswerState::given ? now.number().scale() : 0;
    places_ = std::max(whole ? 0 : 2, own);
  }
  Answer at(std::int64_t steps) const { return answer_of(Decimal::of(steps, places_)); }
  // Rounded down to a step; nothing where it does not fit.
  std::optional<std::int64_t> steps(const Decimal& value) const {
    const Decimal down = value.rounded(places_, Rounding::down);
    __int128 whole = down.mantissa();
    for (int i = down.scale(); i < places_; ++i) whole *= 10;
    if (whole > most || whole < 0) return std::nullopt;
    return static_cast<std::int64_t>(whole);
  }
  static constexpr std::int64_t most = 999'999'999'999'999'999;

 private:
  int places_ = 0;
};

// Looks along one figure; `direction` is up or down from where it stands.
class Line {
 public:
  Line(LeafProbe& probe, const figures::DataItem& item, const InputLever& lever)
      : probe_(probe), lever_(lever), grid_(item, probe.inputs().at(lever.id)) {
    const Answer& now = probe.inputs().at(lever.id);
    const bool down = lever.lever == Lever::fewer;
    start_ = -1;  // a blank figure may become 0
    if (now.state == AnswerState::given) start_ = grid_.steps(now.number()).value_or(Grid::most);
    sign_ = down ? -1 : 1;
    const std::int64_t end =
        down ? 0 : grid_.steps(lever.most.value_or(Grid::most)).value_or(Grid::most);
    length_ = std::max<std::int64_t>(0, down ? start_ - end : end - start_);
  }

  // Points `offset` steps away; nothing where that is refused.
  std::optional<Decimal> points(std::int64_t offset) {
    return probe_.points_with(lever_.id, answer(offset));
  }
  Answer answer(std::int64_t offset) const { return grid_.at(start_ + sign_ * offset); }
  bool reaches(std::int64_t offset, const Decimal& above) {
    const auto found = points(offset);
    return found && *found > above;
  }
  std::int64_t length() const { return length_; }

  // The first offset that gets above, where points never fall along the line.
  std::optional<std::int64_t> first_above(const Decimal& above) {
    std::int64_t below = 0, at = 1;
    while (at < length_ && !reaches(at, above)) {
      below = at;
      at = at > length_ / 2 ? length_ : at * 2;
    }
    at = std::min(at, length_);
    if (at == 0 || !reaches(at, above)) return std::nullopt;
    while (at - below > 1) {
      const std::int64_t middle = below + (at - below) / 2;
      (reaches(middle, above) ? at : below) = middle;
    }
    return at;
  }

 private:
  LeafProbe& probe_;
  const InputLever& lever_;
  Grid grid_;
  std::int64_t start_ = 0, length_ = 0;
  int sign_ = 1;
};

Found found_at(Line& line, std::int64_t offset) {
  return {line.answer(offset), *line.points(offset), true};
}

// Values of a figure worth trying where nothing is known of the rule: near ones one by one, then
// ever further apart, and those of the figures beside it.
std::vector<Answer> candidates(const LeafProbe& probe, const figures::DataItem& item,
                               const InputLever& lever) {
  constexpr std::int64_t near = 100;
  const Answer& now = probe.inputs().at(lever.id);
  const Grid grid(item, now);
  std::vector<std::int64_t> steps;
  const std::int64_t start =
      now.state == AnswerState::given ? grid.steps(now.number()).value_or(0) : -1;
  for (std::int64_t i = 1; i <= near; ++i) steps.push_back(start + i);
  for (std::int64_t far = near * 2; far < Grid::most / 2 - start; far *= 2) {
    steps.push_back(start + far);
  }
  for (const auto& [id, other] : probe.inputs().answers) {
    if (other.state != AnswerState::given || !std::holds_alternative<Decimal>(other.value))
      continue;
    if (const auto at = grid.steps(other.number()); at && *at > start) steps.push_back(*at);
  }
  if (lever.most) {
    const auto end = grid.steps(*lever.most).value_or(Grid::most);
    std::erase_if(steps, [&](std::int64_t at) { return at > end; });
    if (end > start) steps.push_back(end);
  }
  std::ranges::sort(steps);
  steps.erase(std::ranges::unique(steps).begin(), steps.end());
  std::vector<Answer> out;
  for (const auto at : steps) out.push_back(grid.at(at));
  return out;
}

// The answers to try one by one for levers that are no line.
std::vector<Answer> choices(const LeafProbe& probe, const figures::DataItem& item,
                            const InputLever& lever) {
  std::vector<Answer> out;
  switch (lever.lever) {
    case Lever::say_yes:
      out = {answer_yes()};
      break;
    case Lever::judged:
      for (const auto& level : lever.levels) out.push_back(answer_of(level));
      break;
    case Lever::searched:
      if (item.unit.kind == figures::UnitKind::yes_no) {
        Answer no = answer_yes();
        no.value = false;
        out = {answer_yes(), no};
      } else {
        out = candidates(probe, item, lever);
      }
      break;
    default:
      break;
  }
  return out;
}

bool is_line(Lever lever) {
  return lever == Lever::more || lever == Lever::fewer || lever == Lever::published;
}

// The first choice above, or with `best` the first of those that reach the most.
enum class Pick { lowest_above, most };
std::optional<Found> pick(LeafProbe& probe, const std::vector<Answer>& answers,
                          const InputLever& lever, const Decimal& above, Pick wanted) {
  std::optional<Found> found;
  for (const auto& answer : answers) {
    const auto points = probe.points_with(lever.id, answer);
    if (!points || *points <= above) continue;
    const bool in_order = lever.lever == Lever::searched;  // candidates rise: the first is least
    const bool better = !found || (wanted == Pick::most ? *points > found->points
                                                        : !in_order && *points < found->points);
    if (better) found = Found{answer, *points, lever.lever != Lever::searched};
  }
  return found;
}

}  // namespace

Answer answer_of(Decimal value) {
  Answer answer;
  answer.state = AnswerState::given;
  answer.value = value;
  return answer;
}

Answer answer_yes() {
  Answer answer;
  answer.state = AnswerState::given;
  answer.value = true;
  return answer;
}

LeafProbe::LeafProbe(const IndicatorSet& set, const Criterion& leaf, Inputs inputs)
    : set_(set), code_(leaf.code), inputs_(std::move(inputs)) {}

void LeafProbe::set(const std::string& id, Answer answer) {
  inputs_.answers.insert_or_assign(id, std::move(answer));
}

std::optional<Decimal> LeafProbe::points() const {
  if (!check_inputs(inputs_, "", set_).empty()) return std::nullopt;
  const Score scored = score(set_, inputs_);
  const auto* leaf = scored.find(code_);
  return leaf->state == State::scored ? leaf->points.reached : Decimal();
}

std::optional<Decimal> LeafProbe::points_with(const std::string& id, const Answer& answer) {
  Answer before = inputs_.at(id);
  set(id, answer);
  auto found = points();
  set(id, std::move(before));
  return found;
}

std::optional<Found> least_above(LeafProbe& probe, const figures::DataItem& item,
                                 const InputLever& lever, const Decimal& above) {
  if (!is_line(lever.lever)) {
    return pick(probe, choices(probe, item, lever), lever, above, Pick::lowest_above);
  }
  Line line(probe, item, lever);
  const auto first = line.first_above(above);
  if (!first) return std::nullopt;
  return found_at(line, *first);
}

std::optional<Found> least_for_most(LeafProbe& probe, const figures::DataItem& item,
                                    const InputLever& lever, const Decimal& above) {
  if (!is_line(lever.lever)) {
    return pick(probe, choices(probe, item, lever), lever, above, Pick::most);
  }
  Line line(probe, item, lever);
  const auto most = line.length() > 0 ? line.points(line.length()) : std::nullopt;
  if (!most || *most <= above) return std::nullopt;
  // Above everything that is less than the most: the points before it, however near.
  std::int64_t below = 0, at = line.length();
  while (at - below > 1) {
    const std::int64_t middle = below + (at - below) / 2;
    const auto points = line.points(middle);
    (points && *points >= *most ? at : below) = middle;
  }
  return found_at(line, at);
}

}  // namespace liem::advice
