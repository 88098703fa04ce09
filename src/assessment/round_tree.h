// The units of a round as they stand one above the other, with what each handed in.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assessment/round.h"
#include "figures/tree.h"
#include "indicators/unit_tree.h"

namespace liem::assessment {

// A unit that ended before the round did and handed in nothing is not asked: its successors answer
// for it, and who stood below it counts with the unit above.
class RoundTree {
 public:
  RoundTree(const Round& round, std::vector<Unit> units,
            const std::vector<Submission>& submissions);

  const std::vector<Unit>& units() const { return units_; }
  // Hashes of each unit's own answers.
  const std::vector<std::optional<std::string>>& answers() const { return answers_; }
  // What the scores depend on beside the set.
  std::string fingerprint() const;
  // Each unit with those below it, out of what each scores alone; nullptr where neither it nor a
  // unit below handed answers in.
  std::vector<std::shared_ptr<const indicators::ScoredInputs>> score(
      const indicators::IndicatorSet& set,
      const std::vector<std::shared_ptr<const indicators::ScoredInputs>>& own) const;

 private:
  std::optional<std::size_t> place_of(const std::string& unit) const;
  bool is_asked(std::size_t unit, const Date& last_day) const;
  std::uint32_t parent_of(std::size_t unit, const Date& last_day) const;

  std::vector<Unit> units_;
  std::vector<std::optional<std::string>> answers_;
  figures::Tree tree_;
};

}  // namespace liem::assessment
