// Shares of a total whose parts are listed, wrong by one slip of the pen.
#include "reading/arithmetic.h"
#include "reading/change_words.h"
#include "reading/percent_words.h"
#include "reading/ratio_pairs.h"
#include "reading/same_units.h"
#include "text/words.h"

namespace liem::reading {

std::optional<Pair> PairSearch::slipped_share(std::size_t percent,
                                              const std::vector<std::size_t>& counts) const {
  if (at(percent).decimals == 0 || counts.empty()) return std::nullopt;
  for (const std::size_t part : counts) {
    const auto whole = announced_total(part, percent, at(part).segment);
    if (whole && names_rate(percent, part) && is_slip_of(percent, {part, *whole})) {
      return Pair{part, *whole};
    }
  }
  const std::size_t part = counts.front();
  if (counts.size() > 1 || at(part).segment == 0 || !is_alone_in_its_sentence(part)) {
    return std::nullopt;
  }
  const auto whole = announced_total(part, part, at(part).segment - 1);
  if (whole && is_slip_of(percent, {part, *whole})) return Pair{part, *whole};
  return std::nullopt;
}

// The first count of the part's unit in the segment, where it announces at least two others before
// `end`.
std::optional<std::size_t> PairSearch::announced_total(std::size_t part, std::size_t end,
                                                       std::size_t segment) const {
  std::optional<std::size_t> first;
  std::size_t others = 0;
  for (std::size_t k = end; k-- > 0 && at(k).segment >= segment;) {
    if (at(k).segment != segment || !is_count(draft_, at(k)) ||
        !same_unit(draft_, at(k), at(part))) {
      continue;
    }
    if (first) ++others;
    first = k;
  }
  const bool listed = first && *first != part && others >= 2 && opens_parts(*first);
  return listed ? first : std::nullopt;
}

// "đã thu 7,9 tỷ đồng, ...; tỷ lệ thu đạt 45,2%"
bool PairSearch::names_rate(std::size_t percent, std::size_t part) const {
  const auto text = draft_.text;
  const std::size_t begin = end_of_figure(at(percent - 1));
  if (begin >= at(percent).span.begin) return false;
  for (std::size_t k = text::next_word(text, begin); k < at(percent).span.begin;) {
    const text::Word word = text::word_at(text, k);
    const text::Word next = text::word_after(text, word.span.end);
    if (word.is("le") && next && next.span.end <= at(percent).span.begin) {
      const text::Word done = text::word_before(text, at(part).span.begin);
      return done && done.key == next.key;
    }
    k = text::next_word(text, word.span.end);
  }
  return false;
}

bool PairSearch::is_slip_of(std::size_t percent, Pair pair) const {
  const Mention& written = at(percent);
  if (!is_sure(percent, pair) || names_another_whole(draft_, written, at(pair.denominator))) {
    return false;
  }
  const auto actual =
      percent_of(in_base_unit(draft_, at(pair.numerator)),
                 in_base_unit(draft_, at(pair.denominator)), written.decimals, Rounding::half_up);
  return actual && is_misprint(*actual, written.value);
}

}  // namespace liem::reading
