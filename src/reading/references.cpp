// Which citations are one document, and what "Kế hoạch này", "văn bản nêu trên" point back to.
#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>

#include "reading/draft.h"
#include "reading/number_parts.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::Word;

constexpr std::size_t most_alike = 16;  // documents of one number: time must stay linear

class DocumentFinder {
 public:
  explicit DocumentFinder(Draft& draft) : draft_(draft), citations_(draft.reading.citations) {}

  void run() {
    for (std::size_t i = 0; i < citations_.size(); ++i) place(i);
  }

 private:
  // The same head, and nothing that says otherwise.
  void place(std::size_t i) {
    Citation& citation = citations_[i];
    const NumberParts parts = parts_of(citation.number);
    auto& alike = by_head_[parts.head];
    const auto fits = [&](std::size_t id) { return is_same(id, citation, parts); };
    // The latest one meant is the likeliest where the citation itself is short.
    const auto same = std::find_if(alike.rbegin(), alike.rend(), fits);
    if (same != alike.rend()) {
      join(*same, i);
      return;
    }
    citation.document = draft_.reading.documents.size();
    draft_.reading.documents.push_back(
        {citation.type, citation.number, citation.issuer, citation.date, {i}});
    if (alike.size() < most_alike) alike.push_back(citation.document);
  }

  bool is_same(std::size_t id, const Citation& citation, const NumberParts& parts) const {
    const DistinctDocument& document = draft_.reading.documents[id];
    const Citation& first = citations_[document.citations.front()];
    if (document.date && citation.date && document.date != citation.date) return false;
    const NumberParts known = parts_of(document.number);
    if (parts.year != known.year && parts.year != 0 && known.year != 0) return false;
    const bool same_type =
        document.type == citation.type || !citation.type_written || !first.type_written;
    if (parts.letters != known.letters) {
      // "Chỉ thị số 10" or "10/TTg" after "10/CT-TTg": of one type, and nothing else written.
      const auto& shorter = parts.letters.size() < known.letters.size() ? parts : known;
      const auto& longer = parts.letters.size() < known.letters.size() ? known : parts;
      const bool included = std::ranges::all_of(shorter.letters, [&](const auto& part) {
        return std::ranges::find(longer.letters, part) != longer.letters.end();
      });
      if (!included || document.type != citation.type) return false;
      return (document.date && citation.date) || (!citation.date && parts.letters.empty());
    }
    if (parts.letters.empty()) return same_type && document.date == citation.date;
    return same_type;
  }

  void join(std::size_t id, std::size_t i) {
    DistinctDocument& document = draft_.reading.documents[id];
    Citation& citation = citations_[i];
    citation.document = id;
    if (is_short_of(citation, document)) citation.refers_to = fullest(document);
    document.citations.push_back(i);
    if (!document.date) document.date = citation.date;
    if (document.issuer.empty()) document.issuer = citation.issuer;
    if (citation.number.size() > document.number.size()) document.number = citation.number;
    if (document.type.empty()) document.type = citation.type;
  }

  // A date, type or symbol known of the document is not written here.
  bool is_short_of(const Citation& citation, const DistinctDocument& document) const {
    return (document.date && !citation.date) || citation.number.size() < document.number.size() ||
           (!citation.type_written && citations_[document.citations.front()].type_written);
  }

  std::size_t fullest(const DistinctDocument& document) const {
    const auto weight = [&](std::size_t i) {
      const Citation& one = citations_[i];
      return (one.date ? 4 : 0) + (one.type_written ? 2 : 0) + (one.issuer.empty() ? 0 : 1);
    };
    return *std::ranges::max_element(document.citations, {}, weight);
  }

  Draft& draft_;
  std::vector<Citation>& citations_;
  boost::unordered_flat_map<std::string_view, std::vector<std::size_t>> by_head_;
};

// Words that point back, and how many bytes of each stand before its landmark.
struct BackWord {
  std::string_view word;
  std::size_t before;
};
constexpr BackWord back_words[] = {{"này", 0}, {"trên", 1}, {"dẫn", 0}, {"đã nêu", 1}};

class ReferenceFinder {
 public:
  explicit ReferenceFinder(Draft& draft) : draft_(draft), text_(draft.text) {}

  void run() {
    if (draft_.reading.citations.empty()) return;
    std::array<std::vector<std::size_t>, std::size(back_words)> places;
    const auto& marks = draft_.landmarks.back_words;
    for (std::size_t at = marks.next(0); at < text_.size(); at = marks.next(at + 1)) {
      for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& [word, before] = back_words[i];
        if (at >= before && text_.substr(at - before).starts_with(word))
          places[i].push_back(at - before);
      }
    }
    // Word by word: of two references that start alike the first word's comes first.
    for (const auto& of_word : places) {
      for (const std::size_t at : of_word) look(at);
    }
    auto& references = draft_.reading.references;
    std::ranges::sort(references, {}, [](const Reference& one) { return one.span.begin; });
  }

 private:
  // The type word stands directly before "này", "nêu trên", "đã dẫn".
  void look(std::size_t at) {
    const Word word = text::word_at(text_, at);
    const Word next = text::word_after(text_, word.span.end);
    for (const std::size_t end : {next.span.end, word.span.end}) {
      const auto back = draft_.lexicon.back.match_before(text_, end);
      if (!back || back->span.end != end || back->span.begin > at) continue;
      const bool inside = back->span.contains(word.span);
      if (!inside) continue;
      if (const auto type = type_before(back->span.begin)) add(*type, back->span);
      return;
    }
  }

  struct TypeWord {
    std::string name;  // empty: any
    std::size_t begin;
  };

  std::optional<TypeWord> type_before(std::size_t end) const {
    const auto any = draft_.lexicon.any_type.match_before(text_, end);
    if (any) return TypeWord{"", any->span.begin};
    const auto type = draft_.lexicon.type_phrases.match_before(text_, end);
    if (!type || !text::word_at(text_, type->span.begin).capitalised) return std::nullopt;
    const auto& name = draft_.lexicon.types[static_cast<std::size_t>(type->id)].name;
    return TypeWord{name, type->span.begin};
  }

  void add(const TypeWord& type, Span back) {
    const Span span{type.begin, back.end};
    const auto& citations = draft_.reading.citations;
    const auto after = std::ranges::lower_bound(citations, span.begin, {},
                                                [](const Citation& one) { return one.span.begin; });
    const auto before = static_cast<std::size_t>(after - citations.begin());
    if (before > 0 && citations[before - 1].span.end >= span.begin) return;  // part of a citation
    const std::string said = text::lowered(text::slice(text_, back));
    const bool itself = said == "này";
    Reference out{span, {}};
    constexpr std::size_t reach = 64;
    for (std::size_t i = before; i-- > 0 && before - i <= reach && !out.refers_to;) {
      if (type.name.empty() ? !citations[i].own : citations[i].type == type.name) out.refers_to = i;
    }
    // "Quyết định này" is the document itself where it is of that type.
    if (itself && !citations.empty() && citations.front().own &&
        (citations.front().type == type.name || type.name.empty())) {
      out.refers_to = 0;
    }
    draft_.reading.references.push_back(out);
  }

  Draft& draft_;
  std::string_view text_;
};

}  // namespace

void find_references(Draft& draft) {
  DocumentFinder(draft).run();
  ReferenceFinder(draft).run();
}

}  // namespace liem::reading
