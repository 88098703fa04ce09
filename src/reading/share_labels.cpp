#include "reading/share_labels.h"

#include <algorithm>

#include "reading/change_words.h"
#include "text/words.h"

namespace liem::reading {

std::string share_label(const Draft& draft, const Mention& before, const Mention& share) {
  constexpr std::size_t longest = 60;
  const std::size_t from = end_of_figure(before);
  const std::size_t begin = text::skip_gap(draft.text, from);
  if (begin >= share.span.begin || share.span.begin - from > longest) return {};
  if (std::string_view(",;").find(draft.text[begin]) == std::string_view::npos) return {};
  std::size_t first = text::skip_gap(draft.text, begin + 1);
  if (const auto head = draft.lexicon.sums_rest_heads.match_at(draft.text, first)) {
    first = text::skip_gap(draft.text, head->span.end);
  }
  std::size_t end = share.span.begin;
  for (text::Word word = text::word_before(draft.text, end); word;
       word = text::word_before(draft.text, end)) {
    const auto& words = draft.lexicon.changes;
    if (!words.shares.holds(word) && !words.share_fillers.spells(word)) break;
    end = word.span.begin;
  }
  if (end <= first) return {};
  const std::string label = text::folded(draft.text.substr(first, end - first));
  const bool words = label.find_first_of(",;.:()") == std::string::npos;
  return words && label.find(' ') != std::string::npos ? label : std::string();
}

bool bears_name(const Draft& draft, const Mention& count, const std::string& label) {
  const std::size_t room = 2 * label.size() + 8;
  std::size_t begin = count.span.begin - std::min(count.span.begin, room);
  while ((static_cast<unsigned char>(draft.text[begin]) & 0xC0) == 0x80) ++begin;
  if (begin >= count.span.begin) return false;
  const std::string before = text::folded(draft.text.substr(begin, count.span.begin - begin));
  return (" " + before).ends_with(" " + label);
}

}  // namespace liem::reading
