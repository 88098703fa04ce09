#include "reading/percent_words.h"

#include "reading/change_words.h"
#include "reading/same_units.h"
#include "text/utf8.h"

namespace liem::reading {

using text::Spelling;
using text::Word;

namespace {

bool is_mark(char c) { return std::string_view(",;:()[]=-").find(c) != std::string_view::npos; }

// Back over "đạt tỷ lệ", "tương ứng", "chiếm" before the percentage.
struct Leading {
  bool any = false;     // such a word, or an opening bracket, stands directly before
  bool joined = false;  // nothing but such words and a mark lies between it and the fraction
};

Leading leading(const Draft& draft, std::size_t from, std::size_t percent) {
  const ChangeWords& words = draft.lexicon.changes;
  Leading out;
  for (std::size_t end = percent;;) {
    const std::size_t gap = text::skip_gap_back(draft.text, end);
    if (gap <= from) return {out.any || end == percent, true};
    if (is_mark(draft.text[gap - 1])) {
      out.any = out.any || end == percent;
      out.joined = true;
      return out;
    }
    const Word word = text::word_ending(draft.text, gap);
    if (!words.shares.holds(word) && !words.share_fillers.spells(word)) return out;
    out.any = true;
    end = word.span.begin;
  }
}

bool is_body(const Draft& draft, const Mention& mention) {
  const Unit* unit = draft.unit(mention);
  return unit && unit->kind == "body";
}

}  // namespace

Lead lead_of(const Draft& draft, const Mention& percent, std::size_t from) {
  std::size_t end = percent.span.begin;
  const std::size_t gap = text::skip_gap_back(draft.text, end);
  Lead lead = Lead::none;
  if (gap > from && (draft.text[gap - 1] == '(' || draft.text[gap - 1] == '=')) lead = Lead::share;
  for (int words = 0; words < 7; ++words) {
    std::size_t before = text::skip_gap_back(draft.text, end);
    while (before > from &&
           std::string_view("(=:,").find(draft.text[before - 1]) != std::string_view::npos) {
      before = text::skip_gap_back(draft.text, before - 1);
    }
    const Word word = text::word_ending(draft.text, before);
    if (!word || word.span.begin < from) break;
    if (draft.lexicon.changes.levels.spells(word)) return Lead::change;
    if (draft.lexicon.changes.shares.holds(word)) lead = Lead::share;
    end = word.span.begin;
  }
  return lead;
}

bool is_bound(const Draft& draft, const Mention& percent) {
  const ChangeWords& words = draft.lexicon.changes;
  const Word before = text::word_before(draft.text, percent.span.begin);
  if (words.softeners.spells(before) || words.bounds.spells(before)) return true;
  const Word behind = text::word_after(draft.text, end_of_figure(percent));
  return words.bounds_behind.spells(behind);
}

bool names_its_whole(const Draft& draft, const Mention& percent, int unit) {
  const std::size_t at = text::skip_gap(draft.text, end_of_figure(percent));
  Word word = text::word_at(draft.text, at);
  if (!word || word.capitalised || draft.lexicon.changes.share_tails.spells(word)) return false;
  if (word == Spelling("số")) word = text::word_after(draft.text, word.span.end);
  const auto noun = draft.lexicon.unit_phrases.match_from(draft.text, word);
  return !noun || !is_one_unit(draft, noun->id, unit);
}

bool names_another_whole(const Draft& draft, const Mention& percent, const Mention& whole) {
  const auto text = draft.text;
  Word first = text::word_at(text, text::skip_gap(text, end_of_figure(percent)));
  if (!first) return false;
  Word second = text::word_after(text, first.span.end);
  const bool target = !first.is("va") && draft.lexicon.changes.bounds.spells(second);
  if (!target && !names_its_whole(draft, percent, whole.unit)) return false;
  if (first == Spelling("số")) {
    first = second;
    second = text::word_after(text, first.span.end);
  }
  const std::size_t begin = draft.segments[whole.segment].span.begin;
  const std::string before = text::folded(text.substr(begin, whole.span.begin - begin));
  const std::size_t end = second ? second.span.end : first.span.end;
  if (end <= first.span.begin) return true;
  return before.find(text::folded(text.substr(first.span.begin, end - first.span.begin))) ==
         std::string::npos;
}

Bearing bearing_of(const Draft& draft, const Mention& denominator, const Mention& percent) {
  if (is_bound(draft, percent)) return Bearing::foreign;
  const std::size_t from = end_of_figure(denominator);
  if (percent.span.begin < from) return Bearing::foreign;
  const Leading lead = leading(draft, from, percent.span.begin);
  const auto between = draft.text.substr(from, percent.span.begin - from);
  const bool parted = between.find(';') != std::string_view::npos;
  if (parted && !(lead.any && lead.joined)) return Bearing::foreign;
  const bool body = is_body(draft, denominator);
  if (!lead.any) return Bearing::unsure;
  if (names_its_whole(draft, percent, denominator.unit)) {
    return body || !lead.joined ? Bearing::unsure : Bearing::own;
  }
  return lead.joined || !body ? Bearing::own : Bearing::unsure;
}

}  // namespace liem::reading
