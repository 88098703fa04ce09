#include "assessment/evidence_match.h"

#include <algorithm>
#include <map>

#include "text/words.h"

namespace liem::assessment {
namespace {

using reading::Citation;

// Letters and digits of a number alone, plain and in lower case: "24/KH-UBND" -> "24khubnd".
std::string bare(std::string_view number) {
  std::string out;
  for (const char c : text::folded(number)) {
    if ((c >= 'a' && c <= 'z') || text::is_digit(c)) out += c;
  }
  return out;
}

std::string_view head(std::string_view number) {
  return number.substr(0, number.find_first_of("/-"));
}

// The issuer's letters in a number: what stands behind the first dash or the last slash.
std::string_view issuer_letters(std::string_view number) {
  const auto mark = number.find_last_of("/-");
  return mark == std::string_view::npos ? std::string_view() : number.substr(mark + 1);
}

// At most one letter changed, lost, added, or two neighbours swapped.
bool one_slip_apart(const std::string& a, const std::string& b) {
  if (a.size() > b.size()) return one_slip_apart(b, a);
  if (b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (a.size() == b.size()) {
    if (a.compare(i + 1, std::string::npos, b, i + 1) == 0) return true;
    return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] &&
           a.compare(i + 2, std::string::npos, b, i + 2) == 0;
  }
  return a.compare(i, std::string::npos, b, i + 1) == 0;
}

// "UBND xã Rừng Nhạc" -> "xa rung nhac", of a body each place has one of; else empty: other
// agencies' symbols tell them apart.
std::string seat_of(std::string_view issuer, const reading::PhraseTable& seated) {
  for (std::size_t at = text::next_word(issuer, 0); at < issuer.size();) {
    const text::Word word = text::word_at(issuer, at);
    if (const auto body = seated.match_from(issuer, word)) {
      return text::folded(issuer.substr(text::skip_gap(issuer, body->span.end)));
    }
    at = text::next_word(issuer, word.span.end);
  }
  return "";
}

// Committees of two levels or two places number alike; "UBND tỉnh" may be "UBND tỉnh Hà Mây".
bool of_two_seats(std::string_view a, std::string_view b, const reading::PhraseTable& seated) {
  const std::string first = seat_of(a, seated), second = seat_of(b, seated);
  if (first.empty() || second.empty()) return false;
  return !first.starts_with(second) && !second.starts_with(first);
}

struct Candidate {
  std::size_t item;
  std::optional<Doubt> doubt;
};

// How well an item fits a cited document; nothing where it is another document.
std::optional<Candidate> fit(const Citation& citation, const EvidenceItem& item, std::size_t index,
                             const reading::PhraseTable& seated) {
  const std::string wanted = bare(citation.number);
  const bool dates_known = citation.date && item.date;
  const bool same_date = dates_known && citation.date == item.date;
  if (item.number.empty()) {
    // A scan or picture without a readable number may still say it in its name.
    const bool named = wanted.size() >= 4 && bare(item.name).find(wanted) != std::string::npos;
    return named ? std::optional(Candidate{index, Doubt::number_in_name}) : std::nullopt;
  }
  const std::string given = bare(item.number);
  if (given == wanted) {
    // A number starts anew each year: another year is another document.
    if (dates_known && !same_date) {
      if (citation.date->year() != item.date->year()) return std::nullopt;
      return Candidate{index, Doubt::other_date};
    }
    const bool types_known = !citation.type.empty() && !item.type.empty() && citation.type_written;
    const bool related =
        citation.type.starts_with(item.type) || item.type.starts_with(citation.type);
    const bool general = citation.type == "Văn bản" || item.type == "Văn bản";
    if (types_known && !related && !general) return Candidate{index, Doubt::other_type};
    if (of_two_seats(citation.issuer, item.issuer, seated)) {
      return Candidate{index, Doubt::other_issuer};
    }
    return Candidate{index, std::nullopt};
  }
  if (same_date && head(citation.number) == head(item.number) && one_slip_apart(given, wanted)) {
    return Candidate{index, Doubt::close_number};
  }
  return std::nullopt;
}

std::vector<CitedDocument> cited_once(const reading::Reading& report) {
  std::vector<CitedDocument> out;
  std::map<std::string, std::vector<std::size_t>> seen;
  for (const auto& citation : report.citations) {
    if (citation.own) continue;
    auto& same_number = seen[bare(citation.number)];
    const bool again = std::ranges::any_of(same_number, [&](std::size_t i) {
      const auto& first = out[i].citation;
      return !first.date || !citation.date || first.date == citation.date;
    });
    if (again) continue;
    same_number.push_back(out.size());
    out.push_back({citation, Match::missing, {}, {}});
  }
  return out;
}

}  // namespace

EvidenceReport match_evidence(const reading::Reading& report,
                              const std::vector<EvidenceItem>& items,
                              const reading::Lexicon& lexicon) {
  EvidenceReport out;
  out.documents = cited_once(report);
  std::string own_letters;
  for (const auto& citation : report.citations) {
    if (citation.own) own_letters = issuer_letters(citation.number);
  }
  std::vector<bool> used(items.size(), false);
  for (auto& document : out.documents) {
    std::optional<Candidate> best;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto candidate = fit(document.citation, items[i], i, lexicon.issuer_seated);
      if (candidate && (!best || (best->doubt && !candidate->doubt))) best = candidate;
      if (candidate && !candidate->doubt) used[i] = true;
    }
    if (best) {
      document.match = best->doubt ? Match::doubtful : Match::matched;
      document.item = best->item;
      document.doubt = best->doubt;
      used[best->item] = true;
    } else if (own_letters.empty() ||
               document.citation.number.find(own_letters) == std::string::npos) {
      document.match = Match::elsewhere;
    }
  }
  std::map<std::string, std::size_t> by_document, by_bytes;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!used[i]) (items[i].number.empty() ? out.unreadable : out.unused).push_back(i);
    const std::string identity =
        items[i].number.empty()
            ? ""
            : bare(items[i].number) + (items[i].date ? to_iso(*items[i].date) : "");
    const auto first = [&](auto& seen, const std::string& key) {
      return key.empty() ? i : seen.emplace(key, i).first->second;
    };
    const std::size_t same =
        std::min(first(by_bytes, items[i].sha256), first(by_document, identity));
    if (same != i) out.twice.emplace_back(same, i);
  }
  return out;
}

EvidenceItem item_of_file(std::string name, std::string sha256, const reading::Reading& reading) {
  EvidenceItem item{std::move(name), std::move(sha256), "", "", "", {}};
  const auto own = std::ranges::find(reading.citations, true, &Citation::own);
  if (own == reading.citations.end()) return item;
  item.type = own->type;
  item.number = own->number;
  item.issuer = own->issuer.empty() ? reading.structure.identity.issuer : own->issuer;
  item.date = own->date;
  return item;
}

std::vector<EvidenceItem> items_of_list(const reading::Reading& list) {
  std::vector<EvidenceItem> items;
  for (const auto& citation : list.citations) {
    if (citation.own) continue;
    items.push_back({std::to_string(items.size() + 1), "", citation.type, citation.number,
                     citation.issuer, citation.date});
  }
  return items;
}

}  // namespace liem::assessment
