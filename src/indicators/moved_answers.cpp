#include "indicators/moved_answers.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "indicators/inputs_writing.h"

namespace liem::indicators {
namespace {

// What could be ids of data items in a formula.
std::vector<std::string> ids_in(std::string_view text) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789_.";
  std::vector<std::string> ids;
  while (true) {
    const auto begin = text.find_first_of(letters);
    if (begin == text.npos) return ids;
    text.remove_prefix(begin);
    const auto end = std::min(text.find_first_not_of(letters), text.size());
    ids.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

class Mover {
 public:
  Mover(const Inputs& inputs, const IndicatorSet& from, const IndicatorSet& to)
      : inputs_(inputs), from_(from), to_(to), aside_{from.id, {}, {}} {
    moved_.inputs.set = to.id;
    moved_.inputs.answers = inputs.answers;
    moved_.inputs.earlier = inputs.earlier;
  }

  void move_self(const Mapping& mapping);
  // Lets the new set's own loader judge, and sets aside what it refuses until it takes the rest.
  Result<void> judge();
  MovedAnswers finish() &&;

 private:
  std::optional<Decimal> self_of(const MappedCriteria& mapped) const;
  bool set_aside(const Error& problem);
  bool set_item_aside(const std::string& id);

  const Inputs& inputs_;
  const IndicatorSet& from_;
  const IndicatorSet& to_;
  MovedAnswers moved_;
  EarlierAnswers aside_;
};

// The sum of the old leaves' self points where they became one leaf of as many points.
std::optional<Decimal> Mover::self_of(const MappedCriteria& mapped) const {
  if (mapped.to.size() != 1 || mapped.from.empty()) return std::nullopt;
  Decimal points, self;
  for (const auto& code : mapped.from) {
    const auto own = inputs_.self.find(code);
    if (own == inputs_.self.end()) return std::nullopt;
    points += from_.find(code)->points;
    self += own->second;
  }
  if (points != to_.find(mapped.to.front())->points) return std::nullopt;
  return self;
}

void Mover::move_self(const Mapping& mapping) {
  for (const auto& mapped : mapping.criteria) {
    if (const auto self = self_of(mapped)) {
      moved_.inputs.self.emplace(mapped.to.front(), *self);
      continue;
    }
    for (const auto& code : mapped.from) {
      const auto own = inputs_.self.find(code);
      if (own == inputs_.self.end()) continue;
      aside_.self.insert(*own);
      moved_.self_set_aside.push_back(code);
    }
  }
}

bool Mover::set_item_aside(const std::string& id) {
  const auto found = moved_.inputs.answers.find(id);
  if (found == moved_.inputs.answers.end()) return false;
  aside_.answers.insert(*found);
  moved_.inputs.answers.erase(found);
  moved_.set_aside.push_back(id);
  return true;
}

// A refusal names what it refuses: an item, or the items and formulas of a ratio.
bool Mover::set_aside(const Error& problem) {
  bool any = false;
  for (const auto& [name, value] : problem.message.args) {
    if (name != "id" && name != "done" && name != "obliged") continue;
    for (const auto& id : ids_in(value)) any |= set_item_aside(id);
  }
  return any;
}

Result<void> Mover::judge() {
  for (;;) {
    const auto loaded = load_inputs(inputs_yaml(moved_.inputs), "", to_);
    if (loaded) return {};
    bool any = false;
    for (const auto& problem : loaded.error()) any |= set_aside(problem);
    if (!any) return std::unexpected(loaded.error().front());
  }
}

MovedAnswers Mover::finish() && {
  if (!aside_.answers.empty() || !aside_.self.empty()) {
    moved_.inputs.earlier.push_back(std::move(aside_));
  }
  for (auto& id : newly_read(to_, from_)) {  // read before and not now
    if (moved_.inputs.answers.contains(id)) moved_.not_counted.push_back(std::move(id));
  }
  return std::move(moved_);
}

}  // namespace

Result<MovedAnswers> move_answers(const Inputs& inputs, const IndicatorSet& from,
                                  const IndicatorSet& to, const Mapping& mapping) {
  Mover mover(inputs, from, to);
  mover.move_self(mapping);
  if (auto judged = mover.judge(); !judged) return std::unexpected(judged.error());
  return std::move(mover).finish();
}

std::vector<std::string> items_read(const IndicatorSet& set) {
  std::set<std::string> ids;
  for (const auto* leaf : leaves_of(set)) {
    for (auto& id : inputs_of(leaf->leaf->rule)) ids.insert(std::move(id));
  }
  return {ids.begin(), ids.end()};
}

std::vector<std::string> newly_read(const IndicatorSet& from, const IndicatorSet& to) {
  const auto before = items_read(from), after = items_read(to);
  std::vector<std::string> added;
  std::ranges::set_difference(after, before, std::back_inserter(added));
  return added;
}

}  // namespace liem::indicators
