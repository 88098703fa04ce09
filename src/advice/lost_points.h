// Where a unit, or a province, lost points: leaf by leaf, why, and against whom. Pure.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "advice/tree.h"
#include "indicators/inputs.h"
#include "indicators/sentence.h"

namespace liem::advice {

enum class Cause {
  nothing_reported,
  not_yet_available,
  refused_evidence,
  no_document,  // a no where yes was asked for
  ratio_low,    // less done than obliged
  count_low,
  index_low,
  judged_low,
  deduction,
  nothing_occurred,  // or does not apply, for which the set gives less than all
  other,             // a rule kind without words of its own here: its figures speak
};
std::string_view name_of(Cause cause);

struct PeerPoints {
  int count = 0;  // peers whose leaf is scored
  Decimal median, best;
};

// The unit's own points a year before, of what they were then: another set may give another
// maximum.
struct PointsBefore {
  Decimal reached, maximum;
};

struct LostPoints {
  std::string code;
  State state = State::scored;
  indicators::Points points;
  Decimal lost;  // reachable less reached: of what is answered
  // The same times what the leaf weighs, rounded half up to six places.
  Decimal lost_of_total;
  // Maximum less reachable: not answered yet, so neither reached nor lost.
  Decimal unanswered;
  Decimal unanswered_of_total;
  // Reached on evidence that was refused: lost unless something else proves it.
  Decimal at_stake;
  Cause cause = Cause::other;
  std::vector<std::string> figures;  // ids of those that cost the points
  std::optional<PeerPoints> peers;
  std::optional<PointsBefore> last_year;
};

// What a score is compared with, by the codes of its set.
struct Comparison {
  std::vector<const Score*> peers;  // without the unit itself
  int fewest_peers = 1;             // with fewer scored at a leaf, nothing is said of them there
  const Score* last_year = nullptr;
  std::set<std::string, std::less<>> refused_evidence;  // codes of leaves
};

// The leaves that reach less than their maximum or rest on refused evidence: the most of the total
// lost first, then the most not answered yet, then in the order of the set.
std::vector<LostPoints> lost_points(const IndicatorSet& set, const indicators::Inputs& inputs,
                                    const Score& score, const Comparison& comparison);

// The cause with its figures, in words.
std::vector<indicators::Sentence> reason(const LostPoints& lost, const IndicatorSet& set,
                                         const indicators::Inputs& inputs);

}  // namespace liem::advice
