#include "reading/citation_list.h"

#include <algorithm>

#include "text/words.h"

namespace liem::reading {
namespace {

using text::Word;

constexpr std::size_t most_items = 60;
constexpr std::size_t most_mentions = 400;  // of one sentence: time must stay linear

// What stands between a document and the next one.
enum class Joint { semicolon, comma, none, words };

Joint joint_before(const Draft& draft, std::size_t begin, std::size_t from) {
  std::size_t end = text::skip_gap_back(draft.text, begin);
  if (end <= from) return Joint::none;
  Word word = text::word_ending(draft.text, end);
  bool joined = false;
  if (word == text::Spelling("và")) {
    joined = true;
    end = text::skip_gap_back(draft.text, word.span.begin);
    if (end <= from) return Joint::comma;
  }
  const char mark = draft.text[end - 1];
  if (mark == ';') return Joint::semicolon;
  if (mark == ',' || joined) return Joint::comma;
  return Joint::words;
}

// "và các văn bản khác", ", Quy chế chi tiêu nội bộ", "...": more is meant than is cited.
bool holds_more(const Draft& draft, std::size_t from, std::size_t to) {
  const auto rest = draft.text.substr(from, to - from);
  if (rest.find("...") != std::string_view::npos || rest.find("…") != std::string_view::npos ||
      rest.find("v.v") != std::string_view::npos) {
    return true;
  }
  for (std::size_t at = from; at < to;) {
    at = draft.text.find_first_of(",;", at);
    if (at == std::string_view::npos || at >= to) return false;
    ++at;
    if (draft.lexicon.type_phrases.match_at(draft.text, at)) return true;
  }
  return false;
}

struct Joints {
  std::vector<std::size_t> semicolon, comma;
  bool words = false;
};

}  // namespace

std::size_t mention_from(const Draft& draft, std::size_t at) {
  const auto found = std::ranges::lower_bound(
      draft.mentions, at, {}, [](const Mention& mention) { return mention.span.begin; });
  return static_cast<std::size_t>(found - draft.mentions.begin());
}

CitationList list_in_sentence(const Draft& draft, std::size_t first) {
  Joints joints;
  const std::size_t segment = draft.mentions[first].segment;
  std::size_t last = first;
  for (std::size_t i = first + 1; i < draft.mentions.size() && draft.mentions[i].segment == segment;
       ++i) {
    if (i - first > most_mentions) return {{}, false};
    if (draft.mentions[i].kind != MentionKind::citation) continue;
    if (joints.semicolon.size() + joints.comma.size() > most_items) return {{}, false};
    switch (joint_before(draft, draft.mentions[i].span.begin, draft.mentions[last].end)) {
      case Joint::semicolon:
        joints.semicolon.push_back(i);
        break;
      case Joint::comma:
      case Joint::none:
        joints.comma.push_back(i);
        break;
      case Joint::words:
        joints.words = true;
        break;
    }
    last = i;
  }
  CitationList list{{first}, true};
  const auto& items = joints.semicolon.empty() ? joints.comma : joints.semicolon;
  list.items.insert(list.items.end(), items.begin(), items.end());
  list.clear = joints.semicolon.empty() ? !joints.words : joints.comma.empty();
  const std::size_t begin = draft.mentions[first].end;
  const std::size_t end = draft.segments[segment].span.end;
  const auto text = draft.text.substr(begin, end - begin);
  if (!joints.semicolon.empty() &&
      static_cast<std::size_t>(std::ranges::count(text, ';')) > joints.semicolon.size()) {
    // A last ";" or a clause of its own behind the list.
    list.clear =
        list.clear && text::skip_gap_back(draft.text, end) > 0 &&
        draft.text[text::skip_gap_back(draft.text, end) - 1] == ';' &&
        static_cast<std::size_t>(std::ranges::count(text, ';')) == joints.semicolon.size() + 1;
  }
  if (holds_more(draft, draft.mentions[last].end, end)) list.clear = false;
  return list;
}

CitationList list_below(const Draft& draft, std::size_t segment) {
  CitationList list;
  const auto is_item = [&](std::size_t k) {
    return k < draft.segments.size() && draft.segments[k].starts_line &&
           draft.segments[k].marker != Marker::none && draft.segments[k].marker != Marker::roman;
  };
  if (!is_item(segment + 1)) return list;
  const Marker marker = draft.segments[segment + 1].marker;
  for (std::size_t k = segment + 1; k < draft.segments.size() && k < segment + most_items; ++k) {
    const auto& item = draft.segments[k];
    if (!is_item(k)) {
      if (item.starts_line) break;
      list.clear = false;  // an item of several sentences
      continue;
    }
    if (item.marker != marker) break;
    const std::size_t first = mention_from(draft, item.body);
    const bool cites = first < draft.mentions.size() && draft.mentions[first].segment == k &&
                       draft.mentions[first].kind == MentionKind::citation &&
                       text::skip_gap(draft.text, item.body) == draft.mentions[first].span.begin;
    if (!cites) {
      list.clear = false;
      break;
    }
    const auto inside = list_in_sentence(draft, first);
    list.clear = list.clear && inside.clear;
    list.items.insert(list.items.end(), inside.items.begin(), inside.items.end());
  }
  return list;
}

}  // namespace liem::reading
