// A number of documents against the documents listed behind it: "04 kế hoạch: Kế hoạch số ...".
#include <algorithm>

#include "reading/arithmetic.h"
#include "reading/citation_list.h"
#include "reading/number_parts.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::Word;

constexpr std::size_t announcement_reach = 160;  // bytes from the number to its list
constexpr int most_counted = 60;

class CountChecks {
 public:
  explicit CountChecks(Draft& draft) : draft_(draft), text_(draft.text) {}

  void run() {
    for (std::size_t i = 0; i < draft_.mentions.size(); ++i) look(i);
  }

 private:
  const Mention& at(std::size_t i) const { return draft_.mentions[i]; }

  void look(std::size_t i) {
    const Mention& number = at(i);
    const Unit* unit = draft_.unit(number);
    if (number.kind != MentionKind::number || !unit || unit->kind != "document") return;
    if (number.value < Decimal(2) || number.value > Decimal(most_counted) || number.decimals > 0)
      return;
    if (is_softened(number) || is_part_of_fraction(number)) return;
    const auto list = list_behind(i);
    if (!list.clear || list.items.size() < 2) return;
    if (!all_of_kind(list, unit->name)) return;
    const auto listed = Decimal(static_cast<int>(list.items.size()));
    if (listed == number.value) return;
    std::string items;
    for (const std::size_t item : list.items) {
      const auto& citation = draft_.reading.citations[at(item).citation];
      items += (items.empty() ? "" : ", ") + citation.number;
    }
    const Args args = {{"count", in_words(number.value)},
                       {"unit", unit->name},
                       {"listed", in_words(listed)},
                       {"items", items}};
    draft_.reading.findings.push_back({"count_mismatch", Severity::warning, number.figure_span(),
                                       Message{"reading.count_mismatch", args},
                                       Message{"reading.count_suggestion", args}});
  }

  bool is_softened(const Mention& number) const {
    const Word word = text::word_before(text_, number.span.begin);
    return is_one_of(word, {"trên", "hơn", "gần", "khoảng", "nhất"}) ||
           (word == text::Spelling("có") && is_some_of(word));
  }

  // "trong đó có 12 quyết định"
  bool is_some_of(const Word& has) const {
    return text::word_before(text_, has.span.begin).is("do");
  }

  bool is_part_of_fraction(const Mention& number) const {
    const std::size_t gap = text::skip_gap_back(text_, number.span.begin);
    const std::size_t behind = text::skip_gap(text_, number.figure_span().end);
    return (gap > 0 && text_[gap - 1] == '/') || (behind < text_.size() && text_[behind] == '/');
  }

  CitationList list_behind(std::size_t i) const {
    const Mention& number = at(i);
    const std::size_t from = number.figure_span().end;
    for (std::size_t k = i + 1; k < draft_.mentions.size() && k < i + 4; ++k) {
      if (at(k).segment != number.segment || at(k).span.begin > from + announcement_reach) break;
      if (at(k).kind == MentionKind::citation) {
        return announces(from, at(k).span.begin) ? list_in_sentence(draft_, k)
                                                 : CitationList{{}, false};
      }
      const Unit* unit = draft_.unit(at(k));
      if (unit && unit->kind == "document") return {{}, false};
    }
    const std::size_t end = text::skip_gap_back(text_, draft_.segments[number.segment].span.end);
    if (end < from || end - from > announcement_reach || !announces(from, end)) return {{}, false};
    return list_below(draft_, number.segment);
  }

  // The words between end in a colon, or in "gồm", and promise the whole list.
  bool announces(std::size_t from, std::size_t to) const {
    const std::size_t end = text::skip_gap_back(text_, to);
    if (end <= from) return false;
    const auto words = text_.substr(from, end - from);
    if (words.find_first_of(";(") != std::string_view::npos) return false;
    const bool colon = words.back() == ':';
    const Word last = text::word_ending(text_, end);
    if (!colon && !last.is("gom")) return false;
    const std::string plain = " " + text::lowered(words) + " ";
    for (const std::string_view some : {" như", "điển hình", "tiêu biểu", "trong đó", "một số",
                                        "nổi bật", "thực hiện", "triển khai", "theo "}) {
      if (plain.find(some) != std::string::npos) return false;
    }
    return true;
  }

  // "04 kế hoạch" counts plans only; "văn bản" and the like count any document.
  bool all_of_kind(const CitationList& list, const std::string& unit) const {
    const auto& types = draft_.lexicon.types;
    const auto type = std::ranges::find_if(
        types, [&](const DocumentType& one) { return text::lowered(one.name) == unit; });
    if (type == types.end() || type->any_symbol) return true;
    return std::ranges::all_of(list.items, [&](std::size_t item) {
      return text::lowered(draft_.reading.citations[at(item).citation].type).starts_with(unit);
    });
  }

  Draft& draft_;
  std::string_view text_;
};

}  // namespace

void find_count_findings(Draft& draft) { CountChecks(draft).run(); }

}  // namespace liem::reading
