#include "reading/part_lists.h"

#include <algorithm>

#include "reading/sum_doubts.h"
#include "text/words.h"

namespace liem::reading {

using text::Word;

PartItems PartLists::items(std::size_t total, std::size_t first, const Announcement& announced) {
  const std::size_t segment = draft_.mentions[first].segment;
  const bool list =
      segment != draft_.mentions[total].segment && draft_.segments[segment].marker != Marker::none;
  return list ? list_items(first) : inline_items(first, announced);
}

PartItems PartLists::list_items(std::size_t first) const {
  PartItems items;
  const auto& mentions = draft_.mentions;
  const auto& segments = draft_.segments;
  const Marker marker = segments[mentions[first].segment].marker;
  std::size_t segment = mentions[first].segment;
  for (std::size_t i = first; segment < segments.size() && segments[segment].marker == marker &&
                              items.size() < most_parts_in_list;
       ++segment) {
    std::vector<std::size_t> item;
    while (i < mentions.size() && mentions[i].segment == segment) item.push_back(i++);
    // Sentences behind the item's first one belong to it but hold no part.
    while (segment + 1 < segments.size() && segments[segment + 1].marker == Marker::none &&
           !segments[segment + 1].starts_line) {
      ++segment;
      while (i < mentions.size() && mentions[i].segment == segment) ++i;
    }
    // Deeper items explain this one.
    while (segment + 1 < segments.size() && marker == Marker::dash &&
           segments[segment + 1].marker == Marker::plus) {
      ++segment;
      while (i < mentions.size() && mentions[i].segment == segment) ++i;
    }
    if (!item.empty()) items.push_back(std::move(item));
  }
  return items;
}

// "Chủ tịch (01), Phó Giám đốc (03 người)"
bool PartLists::fills_bracket(const Mention& mention) const {
  const std::size_t begin = mention.span.begin;
  const std::size_t end = std::max(mention.end, mention.figure_span().end);
  return begin > 0 && draft_.text[begin - 1] == '(' && end < draft_.text.size() &&
         draft_.text[end] == ')';
}

PartItems PartLists::inline_items(std::size_t first, const Announcement& announced) {
  PartItems items;
  const auto& mentions = draft_.mentions;
  const std::size_t segment = mentions[first].segment;
  // The bracket around the first part is its own, not that around all of them.
  int depth = announced.bracket && fills_bracket(mentions[first]) ? 1 : 0;
  std::size_t from = announced.end;
  bool labelled = false;  // a label stands before the next number
  for (std::size_t i = first;
       i < mentions.size() && mentions[i].segment == segment && i - first < most_parts_in_sentence;
       ++i) {
    bool split = items.empty() || labelled;
    const auto gap = draft_.text.substr(from, mentions[i].span.begin - from);
    for (std::size_t k = 0; k < gap.size(); ++k) {
      if (gap[k] == '(') ++depth;
      if (gap[k] == ')' && --depth < 0 && !items.empty()) return items;
      if (depth <= 0 && (gap[k] == ',' || gap[k] == ';' || gap[k] == '+')) split = true;
    }
    if (!announced.bracket && depth < 0) depth = 0;
    split = split ||
            ((depth <= 0 || fills_bracket(mentions[i])) && has_and(from, mentions[i].span.begin));
    if (depth <= 0 && !items.empty() && announces_before(i)) return items;
    from = mentions[i].figure_span().end;
    labelled = is_label(draft_, mentions[i]);
    if (labelled) continue;
    if (depth > 0 && !fills_bracket(mentions[i])) continue;
    if (split) items.emplace_back();
    items.back().push_back(i);
  }
  return items;
}

bool PartLists::announces_before(std::size_t mention) {
  auto& known = announces_[mention];
  if (known == Known::not_asked) {
    const auto& mentions = draft_.mentions;
    known = announces_more(mentions[mention - 1].figure_span().end, mentions[mention].span.begin)
                ? Known::yes
                : Known::no;
  }
  return known == Known::yes;
}

bool PartLists::announces_more(std::size_t from, std::size_t to) const {
  for (std::size_t at = text::next_word(draft_.text, from); at < to;
       at = text::next_word(draft_.text, at)) {
    const Word word = text::word_at(draft_.text, at);
    const auto all = draft_.lexicon.sums_all.match_from(draft_.text, word);
    const auto some = draft_.lexicon.sums_some.match_from(draft_.text, word);
    if ((all && all->span.end <= to) || (some && some->span.end <= to)) return true;
    at = word.span.end;
  }
  return false;
}

bool PartLists::has_and(std::size_t from, std::size_t to) const {
  for (std::size_t at = text::next_word(draft_.text, from); at < to;) {
    const Word word = text::word_at(draft_.text, at);
    if (word.is("va")) return word.span.end <= to;
    at = text::next_word(draft_.text, word.span.end);
  }
  return false;
}

std::size_t PartLists::list_end(const std::vector<std::size_t>& parts) const {
  bool commas = false;
  for (std::size_t k = 1; k < parts.size(); ++k) {
    const Mention& before = draft_.mentions[parts[k - 1]];
    const Mention& part = draft_.mentions[parts[k]];
    if (before.segment != part.segment) return parts.size();
    const std::size_t from = before.figure_span().end;
    const auto gap = draft_.text.substr(from, part.span.begin - from);
    if (has_and(from, part.span.begin)) return k + 1;
    const bool semicolon = gap.find(';') != std::string_view::npos;
    if (semicolon && commas) return k;
    commas = commas || !semicolon;
  }
  return parts.size();
}

bool PartLists::closed_by_and(const std::vector<std::size_t>& parts) const {
  if (parts.size() < 2) return false;
  for (std::size_t i = parts.front(), k = 0; i <= parts.back(); ++i) {
    if (i == parts[k]) {
      ++k;
    } else if (draft_.mentions[i].kind == MentionKind::number) {
      return false;
    }
  }
  const Mention& last = draft_.mentions[parts.back()];
  std::size_t from = draft_.mentions[parts[parts.size() - 2]].figure_span().end;
  const auto gap = draft_.text.substr(from, last.span.begin - from);
  if (gap.find(';') != std::string_view::npos) return false;
  if (const auto comma = gap.rfind(','); comma != std::string_view::npos) from += comma + 1;
  return has_and(from, last.span.begin);
}

}  // namespace liem::reading
