#include "reading/remainders.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "reading/arithmetic.h"
#include "reading/change_words.h"
#include "reading/fractions.h"
#include "reading/rest_words.h"
#include "reading/same_units.h"
#include "reading/sum_doubts.h"
#include "text/words.h"

namespace liem::reading {

namespace {

constexpr int fewest = 5;          // smaller totals are made up by accident
constexpr int never_chance = 100;  // larger ones hardly are
constexpr std::size_t many = 3;    // so many parts hardly make a total by accident

}  // namespace

void Remainders::unannounced(std::size_t total_index) {
  const auto& mentions = draft_.mentions;
  const Mention& total = mentions[total_index];
  if (total.unit < 0 || total.value < Decimal(fewest) || is_softened(draft_, total.span.begin)) {
    return;
  }
  constexpr std::size_t reach = 12;
  std::vector<std::size_t> parts;
  for (std::size_t i = total_index + 1; i < mentions.size() && i - total_index < reach; ++i) {
    if (mentions[i].segment != total.segment) break;
    // What another announcement explains are the parts of another total.
    if (lists_.announces_before(i)) break;
    if (!is_part(draft_, mentions[i])) continue;
    if (mentions[i].value == total.value) break;
    const bool same = same_unit(draft_, mentions[i], total);
    const bool bare = mentions[i].unit < 0 && mentions[i].noun[0] == 0;
    const bool alike =
        total.value >= Decimal(never_chance) && could_be_same(draft_, mentions[i], total);
    if (same || bare || alike) parts.push_back(i);
  }
  const std::size_t run = claims_.adding_up(total, parts);
  if (run < 2 || (run < many && may_be_accident(total_index))) {
    remainder(total_index);
    return;
  }
  if (is_difference(total, mentions[parts[run - 1]])) return;
  parts.resize(run);
  claims_.judge(total, std::move(parts), {}, Strength::same_unit);
}

// Itself one of several: only a large number is then not made up by accident.
bool Remainders::may_be_accident(std::size_t total_index) const {
  constexpr std::size_t reach = 12;
  const auto& mentions = draft_.mentions;
  const Mention& total = mentions[total_index];
  if (total.value >= Decimal(never_chance)) return false;
  for (std::size_t i = total_index; i-- > 0 && mentions[i].segment == total.segment;) {
    if (total_index - i > reach || mentions[i].unit == total.unit) return true;
  }
  return false;
}

void Remainders::remainder(std::size_t total_index) {
  const auto& mentions = draft_.mentions;
  const Mention& total = mentions[total_index];
  if (total.unit < 0 || total.value < Decimal(fewest) || is_softened(draft_, total.span.begin)) {
    return;
  }
  constexpr std::size_t reach = 14;
  std::vector<std::size_t> parts;
  if (const auto above = above_slash(draft_, total_index)) {
    const int unit = mentions[*above].unit;
    if (unit < 0 || is_one_unit(draft_, unit, total.unit)) parts.push_back(*above);
  }
  int depth = 0;
  for (std::size_t i = total_index + 1; i < mentions.size() && i - total_index < reach; ++i) {
    if (!in_scope(total, i)) break;
    const auto gap =
        draft_.text.substr(mentions[i - 1].end, mentions[i].span.begin - mentions[i - 1].end);
    depth += static_cast<int>(std::ranges::count(gap, '(') - std::ranges::count(gap, ')'));
    const bool bare = mentions[i].unit < 0 && mentions[i].noun[0] == 0 && is_remainder(draft_, i);
    if (depth > 0 || !is_part(draft_, mentions[i]) ||
        !(bare || same_unit(draft_, mentions[i], total))) {
      continue;
    }
    if (mentions[i].value == total.value ||
        change_before(draft_, mentions[i].span.begin).has_value()) {
      break;
    }
    if (lists_.announces_before(i)) {
      const std::size_t end = parts.empty() ? 0 : run_making(parts.back(), i);
      if (end == 0) break;
      i = end - 1;
      continue;
    }
    parts.push_back(i);
    const std::size_t run = claims_.adding_up(total, parts);
    if (run < 2) continue;
    const bool apart = mentions[i].segment != total.segment;
    const bool hardly_chance = total.value >= Decimal(never_chance) && (!apart || run >= many);
    // Above a slash or in another sentence only what is called the rest completes the whole.
    const bool beside = !apart && parts.front() > total_index;
    const Mention& last = mentions[parts[run - 1]];
    const bool rest =
        is_remainder(draft_, parts[run - 1]) || (beside && tells_of_the_others(draft_, last));
    const bool exact = rest || (hardly_chance && !is_difference(total, last));
    if (exact && parts[run - 1] != rest_read_) {
      rest_read_ = parts[run - 1];
      parts.resize(run);
      claims_.judge(total, std::move(parts), {}, Strength::same_unit);
    }
    return;
  }
}

// "163 lượt, năm trước 125 lượt, tăng 38 lượt"
bool Remainders::is_difference(const Mention& total, const Mention& last) const {
  return is_compared(draft_, total.figure_span().end, last.span.begin) ||
         change_before(draft_, last.span.begin).has_value() ||
         draft_.lexicon.sums_gaps.match_before(draft_.text, last.span.begin).has_value();
}

bool Remainders::in_scope(const Mention& total, std::size_t i) const {
  constexpr std::size_t most_sentences = 2;
  const auto& segments = draft_.segments;
  const std::size_t segment = draft_.mentions[i].segment;
  if (segment > total.segment + most_sentences) return false;
  for (std::size_t k = total.segment + 1; k <= segment; ++k) {
    if (segments[k].marker != Marker::none) return false;
  }
  return true;
}

std::size_t Remainders::run_making(std::size_t whole, std::size_t first) const {
  constexpr std::size_t longest = 8;
  const auto& mentions = draft_.mentions;
  Decimal sum;
  for (std::size_t k = first; k < mentions.size() && k - first < longest; ++k) {
    if (mentions[k].segment != mentions[whole].segment) return 0;
    if (!is_part(draft_, mentions[k])) continue;
    sum += scaled(draft_, mentions[k], draft_.unit(mentions[whole]));
    if (sum == mentions[whole].value) return k + 1;
    if (sum > mentions[whole].value) return 0;
  }
  return 0;
}

}  // namespace liem::reading
