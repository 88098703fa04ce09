#include "reading/sum_doubts.h"

#include <algorithm>

#include "reading/change_words.h"
#include "reading/same_units.h"
#include "text/utf8.h"

namespace liem::reading {

using text::Word;

bool is_part(const Draft& draft, const Mention& mention) {
  if (mention.kind != MentionKind::number) return false;
  const Unit* unit = draft.unit(mention);
  if (unit && (unit->dimension == Dimension::percent || unit->dimension == Dimension::time)) {
    return false;
  }
  return !is_counted_already(draft, mention) && !is_month_of_year(draft, mention) &&
         !is_label(draft, mention);
}

bool is_label(const Draft& draft, const Mention& number) {
  const std::size_t end = number.end;
  if (number.unit >= 0 || end >= draft.text.size() || draft.text[end] != ':') return false;
  const std::size_t next = text::skip_gap(draft.text, end + 1);
  return next < draft.text.size() && text::is_digit(draft.text[next]);
}

bool is_counted_already(const Draft& draft, const Mention& part) {
  const std::size_t at = text::skip_gap(draft.text, end_of_figure(part));
  if (at >= draft.text.size() || draft.text[at] != '(') return false;
  return draft.lexicon.sums_counted.match_at(draft.text, at + 1).has_value();
}

bool is_month_of_year(const Draft& draft, const Mention& number) {
  const auto behind = text::clip(draft.text, number.end, 5);
  if (number.unit >= 0 || behind.size() < 5 || behind[0] != '/') return false;
  return (behind.starts_with("/19") || behind.starts_with("/20")) && text::is_digit(behind[3]) &&
         text::is_digit(behind[4]);
}

namespace {

// "71 đơn vị đã gửi": what some did, not a kind of the whole.
bool tells_a_state(const Draft& draft, const Mention& part) {
  const Word behind = text::word_after(draft.text, end_of_figure(part));
  return draft.lexicon.sums_states.match_exactly_from(draft.text, behind).has_value();
}

// "xã 0,9 tỷ đồng, còn lại xã hội hóa": the rest is named without its number.
bool leaves_a_rest(const Draft& draft, const Mention& last_part) {
  constexpr std::size_t reach = 160;
  const std::size_t begin = end_of_figure(last_part);
  const std::size_t end = std::min(draft.segments[last_part.segment].span.end, begin + reach);
  for (std::size_t at = text::next_word(draft.text, begin); at < end;
       at = text::next_word(draft.text, at)) {
    const Word word = text::word_at(draft.text, at);
    if (draft.lexicon.sums_rest.match_exactly_from(draft.text, word)) return true;
    at = word.span.end;
  }
  return false;
}

// Persons named between, up to the end of the sentence that `begin` stands in.
std::size_t persons_between(const Draft& draft, std::size_t from, std::size_t begin,
                            std::size_t end) {
  std::size_t persons = 0;
  bool starts = true;  // an item may start at the next word
  for (std::size_t at = from; at < end;) {
    at = text::skip_gap(draft.text, at);
    const Word word = text::word_at(draft.text, at);
    if (!word) {
      if (at >= end || (at >= begin && draft.text[at] == '.')) break;
      const char mark = draft.text[at];
      starts = mark == ',' || mark == ';' || mark == ':';
      at += utf8::decode(draft.text, at).length;
      continue;
    }
    const bool joins = word.is("va");
    if (starts && !joins) {
      const auto post = draft.lexicon.unit_phrases.match_from(draft.text, word);
      const bool person =
          post &&
          draft.lexicon.units[static_cast<std::size_t>(post->id)].dimension == Dimension::person;
      if (person || word.capitalised) ++persons;
    }
    starts = joins;
    at = word.span.end;
  }
  return persons;
}

std::size_t persons_without_number(const Draft& draft, std::size_t from, const Mention& last_part) {
  constexpr std::size_t behind = 60;
  const std::size_t begin = end_of_figure(last_part);
  const std::size_t end = std::min(draft.segments[last_part.segment].span.end, begin + behind);
  return persons_between(draft, from, begin, end);
}

// "gồm ba Vụ trưởng, mười lăm Phó Vụ trưởng và 23 chuyên viên": parts counted in words.
bool counts_in_words(const Draft& draft, std::size_t from, std::size_t to) {
  bool starts = true;  // an item may start at the next word
  for (std::size_t at = text::skip_gap(draft.text, from); at < to;
       at = text::skip_gap(draft.text, at)) {
    const Word word = text::word_at(draft.text, at);
    if (!word) {
      starts = draft.text[at] == ',' || draft.text[at] == ';' || draft.text[at] == ':';
      at += utf8::decode(draft.text, at).length;
      continue;
    }
    if (starts && is_one_of(word, {"một", "hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười"}))
      return true;
    starts = word.is("va");
    at = word.span.end;
  }
  return false;
}

bool softened(const Draft& draft, const Mention& mention) {
  return is_softened(draft, mention.span.begin);
}

}  // namespace

std::size_t persons_named(const Draft& draft, std::size_t from, std::size_t to) {
  return persons_between(draft, from, to, to);
}

bool leaves_room(const Draft& draft, const Mention& total, const std::vector<std::size_t>& parts,
                 const Announcement& announced, const Decimal& missing) {
  const auto part = [&](std::size_t i) -> const Mention& { return draft.mentions[i]; };
  const Unit* unit = draft.unit(total);
  const bool names_nothing = !unit && total.noun[0] == 0;
  if (announced.only_some || (names_nothing && !announced.equation)) return true;
  if (softened(draft, total) ||
      std::ranges::any_of(parts, [&](std::size_t i) { return softened(draft, part(i)); })) {
    return true;
  }
  if (announced.kind != Announced::no && part(parts.front()).span.begin > announced.end &&
      counts_in_words(draft, announced.end, part(parts.back()).span.begin)) {
    return true;
  }
  if (missing.is_negative()) return false;
  const Mention& last = part(parts.back());
  if (leaves_a_rest(draft, last)) return true;
  const bool inline_some =
      announced.kind == Announced::some && !announced.colon && !announced.bracket;
  if (inline_some &&
      std::ranges::any_of(parts, [&](std::size_t i) { return tells_a_state(draft, part(i)); })) {
    return true;
  }
  if (announced.kind == Announced::no || !unit || unit->dimension != Dimension::person ||
      last.segment != total.segment) {
    return false;
  }
  const auto named = persons_without_number(draft, announced.end, last);
  return missing <= Decimal(static_cast<std::int64_t>(named));
}

bool exceed_total(const Draft& draft, const Mention& total, const std::vector<std::size_t>& parts,
                  const std::vector<Decimal>& values, const Announcement& announced) {
  constexpr std::size_t fewest = 3;  // two may be one amount by source and by use
  const Unit* unit = draft.unit(total);
  if (!unit || (unit->dimension != Dimension::money && unit->dimension != Dimension::area) ||
      announced.kind != Announced::some || announced.weak || values.size() < fewest) {
    return false;
  }
  Decimal sum;
  for (const Decimal& value : values) sum += value;
  if (sum <= total.value) return false;
  for (const Decimal& value : values) {
    // Larger than the whole: of something else. Twice counted: one part explains another.
    if (value > total.value || sum - value == total.value || sum - value == value) return false;
  }
  // "kiến nghị thu hồi 90 triệu đồng, đã thu 70 triệu đồng": the second lies in the first.
  const std::size_t end = draft.mentions[parts.back()].span.begin;
  for (std::size_t at = text::next_word(draft.text, announced.end); at < end;) {
    const Word word = text::word_at(draft.text, at);
    if (draft.lexicon.sums_states.match_exactly_from(draft.text, word)) return false;
    at = text::next_word(draft.text, word.span.end);
  }
  return true;
}

Slack slack_of(const Draft& draft, const Mention& total, const std::vector<std::size_t>& parts) {
  Slack out;
  const Unit* unit = draft.unit(total);
  if (!unit || (unit->dimension != Dimension::money && unit->dimension != Dimension::area)) {
    return out;
  }
  Decimal coarsest = unit->factor, coarse_step;
  Decimal finest = half_step(draft, total);
  bool mixed = false;
  const auto look = [&](const Mention& amount) {
    const Unit* own = draft.unit(amount);
    const Decimal factor = own ? own->factor : unit->factor;
    const auto base = Decimal::multiply(half_step(draft, amount), factor);
    const auto step = base ? Decimal::divide(*base, unit->factor, 9, Rounding::half_up) : base;
    if (!step) return;
    mixed = mixed || factor != unit->factor;
    if (factor > coarsest) coarse_step = Decimal();
    coarsest = std::max(coarsest, factor);
    if (factor == coarsest) coarse_step += *step;
    if (!step->is_zero() && (finest.is_zero() || *step < finest)) finest = *step;
  };
  look(total);
  for (const std::size_t part : parts) look(draft.mentions[part]);
  if (mixed) out.coarser = coarse_step;
  const auto amounts = static_cast<std::int64_t>(parts.size() + 1);
  out.rounding = Decimal::multiply(finest, amounts).value_or(finest);
  return out;
}

}  // namespace liem::reading
