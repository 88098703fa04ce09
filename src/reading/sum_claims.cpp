#include "reading/sum_claims.h"

#include <algorithm>

#include "reading/arithmetic.h"
#include "reading/change_words.h"
#include "reading/same_units.h"
#include "reading/sum_doubts.h"

namespace liem::reading {

std::size_t SumClaims::adding_up(const Mention& total,
                                 const std::vector<std::size_t>& parts) const {
  Decimal sum;
  for (std::size_t k = 0; k < parts.size(); ++k) {
    sum += scaled(draft_, draft_.mentions[parts[k]], draft_.unit(total));
    if (k == 0 || sum != total.value) continue;
    while (k + 1 < parts.size() && draft_.mentions[parts[k + 1]].value.is_zero()) ++k;
    return k + 1;
  }
  return 0;
}

void SumClaims::judge(const Mention& total, std::vector<std::size_t> parts,
                      const Announcement& announced, Strength strength) {
  const Unit* unit = draft_.unit(total);
  const std::size_t offered = parts.size();
  const std::size_t run = adding_up(total, parts);
  parts.resize(run > 0 ? run : lists_.list_end(parts));
  if (parts.size() < 2) return;
  SumClaim claim;
  claim.total = total.value;
  claim.unit = unit ? unit->name : noun_of(draft_, total);
  for (const std::size_t i : parts) {
    claim.parts.push_back(scaled(draft_, draft_.mentions[i], unit));
  }
  const Decimal sum = sum_of(claim.parts);
  claim.holds = sum == claim.total;
  const Mention& first = announced.in_note ? draft_.mentions[parts.front()] : total;
  claim.span = {first.span.begin, draft_.mentions[parts.back()].figure_span().end};
  const Slack slack = slack_of(draft_, total, parts);
  const Decimal off = claim.total > sum ? claim.total - sum : sum - claim.total;
  if (!claim.holds) {
    // A part as large as the total repeats it.
    const bool repeats = std::ranges::find(claim.parts, claim.total) != claim.parts.end();
    const bool impossible =
        strength == Strength::same_unit &&
        (exceed_total(draft_, total, parts, claim.parts, announced) ||
         (announced.composed && parts.size() == offered && lists_.closed_by_and(parts)));
    if (repeats || !(impossible || is_claimed(claim, sum, announced, strength))) return;
    if (leaves_room(draft_, total, parts, announced, claim.total - sum)) return;
    claim.holds = off <= slack.coarser;
  } else if (announced.only_some && run < offered) {
    return;  // the first of several examples add up by accident
  }
  if (!seen_.insert({total.span.begin, claim.span.end}).second) return;
  const bool sure = announced.kind == Announced::all || announced.bracket ||
                    (are_the_whole(total, parts, strength) &&
                     !(announced.kind == Announced::some && leave_much(claim, off)));
  const bool rounded = off <= slack.rounding;
  add_sum(draft_, std::move(claim), sure && !rounded ? Severity::error : Severity::warning);
}

bool SumClaims::with_named_persons(const Mention& total, const std::vector<std::size_t>& parts,
                                   const Announcement& announced) {
  const Unit* unit = draft_.unit(total);
  if (!unit || unit->dimension != Dimension::person || announced.kind != Announced::all ||
      announced.weak || parts.empty() || is_softened(draft_, total.span.begin)) {
    return false;
  }
  Decimal sum;
  for (const std::size_t i : parts) {
    const Mention& part = draft_.mentions[i];
    if (part.segment != total.segment || !draft_.unit(part) ||
        !could_be_same(draft_, part, total)) {
      return false;
    }
    sum += part.value;
  }
  const Mention& last = draft_.mentions[parts.back()];
  if (sum >= total.value) return false;
  const auto named = persons_named(draft_, announced.end, last.span.begin);
  if (sum + Decimal(static_cast<std::int64_t>(named)) != total.value) return false;
  SumClaim claim;
  claim.total = total.value;
  claim.unit = unit->name;
  claim.parts.assign(named, Decimal(1));
  for (const std::size_t i : parts) claim.parts.push_back(draft_.mentions[i].value);
  claim.span = {total.span.begin, last.figure_span().end};
  if (seen_.insert({total.span.begin, claim.span.end}).second) {
    add_sum(draft_, std::move(claim), Severity::error);
  }
  return true;
}

// "350 hồ sơ, trong đó 300 hồ sơ đất đai, 20 hồ sơ hộ tịch": two of several kinds.
bool SumClaims::leave_much(const SumClaim& claim, const Decimal& off) {
  constexpr std::size_t many = 3;
  constexpr int share = 20, few = 2;
  return claim.parts.size() < many && off > Decimal(few) &&
         Decimal::multiply(off, share) > claim.total && !single_mend(claim.total, claim.parts);
}

// Parts of another wording behind "trong đó" may overlap, and kinds of what is counted ("52 đơn,
// trong đó 30 đơn khiếu nại") may be left out; there it is only probable.
bool SumClaims::are_the_whole(const Mention& total, const std::vector<std::size_t>& parts,
                              Strength strength) const {
  const auto all = [&](auto holds) {
    return std::ranges::all_of(parts, [&](std::size_t i) { return holds(draft_.mentions[i]); });
  };
  constexpr std::size_t many = 3;
  const bool bare = parts.size() >= many &&
                    all([](const Mention& part) { return part.unit < 0 && part.noun[0] == 0; });
  const auto is_kind = [&](const Mention& part) {
    if (part.unit < 0) return false;
    const auto& names = draft_.lexicon.units[static_cast<std::size_t>(part.unit)].short_for;
    return std::ranges::find(names, total.unit) != names.end();
  };
  return bare || (strength == Strength::same_unit && !all(is_kind));
}

// Parts that do not add up are a claim only where the words say that they are the whole, or where
// one slip of the pen explains the difference.
bool SumClaims::is_claimed(const SumClaim& claim, const Decimal& sum, const Announcement& announced,
                           Strength strength) const {
  const bool explained = single_mend(claim.total, claim.parts).has_value();
  // What is left out of "trong đó" on purpose is seldom little; a slip is.
  const Decimal off = claim.total > sum ? claim.total - sum : sum - claim.total;
  const auto within = [&](int share) { return Decimal::multiply(off, share) <= claim.total; };
  const bool close = within(10);
  if (announced.equation) return true;
  if (announced.weak) {
    return strength == Strength::same_unit && claim.parts.size() >= 3 && (explained || within(20));
  }
  if (strength == Strength::alike) {
    if (announced.kind == Announced::all) return within(8);
    return close && (explained || within(20) || (announced.bracket && claim.parts.size() >= 3) ||
                     claim.parts.size() >= 3);
  }
  if (announced.kind == Announced::all)
    return close || explained || (sum > claim.total && within(1));
  return close || (explained && (sum > claim.total || claim.parts.size() >= 3 || announced.colon));
}

}  // namespace liem::reading
