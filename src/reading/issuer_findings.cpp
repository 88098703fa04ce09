// Symbols and dates of cited documents against the agencies that issue them.
#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "reading/draft.h"
#include "reading/issuers.h"
#include "reading/number_parts.h"
#include "reading/symbol_slips.h"
#include "text/utf8.h"
#include "text/words.h"

namespace liem::reading {
namespace {

using text::Word;

class IssuerChecks {
 public:
  explicit IssuerChecks(Draft& draft) : draft_(draft), lexicon_(draft.lexicon) {}

  void run() {
    for (const auto& citation : draft_.reading.citations) {
      const auto letters = parts_of(citation.number).letters;
      if (misspelt(citation, letters)) continue;
      const Issuer issuer = issuer_of(citation, letters);
      lifetime(citation, issuer);
      agreement(citation, issuer, letters);
    }
  }

 private:
  struct Issuer {
    std::string_view symbol;  // the part of the number that names it, or empty
    const std::vector<int>* by_symbol = nullptr;
    int by_name = -1;
    std::string_view name;  // as the text gives it
  };

  void add(std::string code, Span span, Args args, std::optional<Message> suggestion = {}) {
    Message message{"reading." + code, std::move(args)};
    draft_.reading.findings.push_back(
        {std::move(code), Severity::warning, span, std::move(message), std::move(suggestion)});
  }

  // "918/UBDN-NC"
  bool misspelt(const Citation& citation, const NumberParts::Letters& letters) {
    for (const auto& written : letters) {
      const std::string_view part = without_digits(written);
      if (is_known_symbol(lexicon_, part)) continue;
      const auto spelt = utf8::letters_of(part);
      for (const auto& meant : lexicon_.guarded_symbols) {
        if (!one_slip_apart(spelt, meant.letters)) continue;
        std::string mended = citation.number;
        mended.replace(mended.find(part), part.size(), meant.symbol);
        add("symbol_misspelt", citation.span,
            {{"number", citation.number}, {"written", std::string(part)}, {"meant", meant.symbol}},
            Message{"reading.symbol_misspelt_suggestion", {{"number", mended}}});
        return true;
      }
    }
    return false;
  }

  // The part of the number that names the issuer: behind the type's abbreviation, or the first.
  std::string_view issuer_part(const Citation& citation,
                               const NumberParts::Letters& letters) const {
    if (letters.empty()) return {};
    const std::string_view first = without_digits(letters.front());
    const auto type = std::ranges::find(lexicon_.types, citation.type, &DocumentType::name);
    const bool of_type = type != lexicon_.types.end() &&
                         std::ranges::find(type->symbols, first) != type->symbols.end();
    const bool names_type = lexicon_.types_of_symbol.contains(first);
    if (!of_type && (lexicon_.offices.contains(first) || !names_type)) return first;
    return letters.size() > 1 ? without_digits(letters[1]) : std::string_view();
  }

  // Only what "của" says directly behind: what stands before may have drafted, asked or received
  // it.
  std::string_view name_behind(const Citation& citation) const {
    if (citation.issuer.empty()) return {};
    std::size_t at = text::skip_gap(draft_.text, citation.span.end);
    if (at < draft_.text.size() && draft_.text[at] == ',') at = text::skip_gap(draft_.text, at + 1);
    const Word of = text::word_at(draft_.text, at);
    if (!of.is("cua")) return {};
    const std::size_t name = text::skip_gap(draft_.text, of.span.end);
    if (draft_.text.substr(name).starts_with(citation.issuer)) return citation.issuer;
    const auto there =
        text::in_one_line(text::clip(draft_.text, name, citation.issuer.size() + 16));
    return there.starts_with(citation.issuer) ? std::string_view(citation.issuer)
                                              : std::string_view();
  }

  // Reports name few agencies, and often.
  int agency_by(std::string_view name) {
    const auto [known, fresh] = agency_of_name_.try_emplace(name, -1);
    if (fresh) known->second = agency_named(lexicon_, name);
    return known->second;
  }

  Issuer issuer_of(const Citation& citation, const NumberParts::Letters& letters) {
    Issuer out;
    out.symbol = issuer_part(citation, letters);
    const auto found = lexicon_.agencies_of_symbol.find(out.symbol);
    if (found != lexicon_.agencies_of_symbol.end()) out.by_symbol = &found->second;
    out.name = name_behind(citation);
    if (!out.name.empty()) out.by_name = agency_by(out.name);
    return out;
  }

  const Agency& agency(int id) const { return lexicon_.agencies[static_cast<std::size_t>(id)]; }

  // The one agency the citation names, by name or by a symbol that no other agency bears.
  const Agency* only_agency(const Issuer& issuer) const {
    if (issuer.by_name >= 0) return &agency(issuer.by_name);
    if (issuer.by_symbol && issuer.by_symbol->size() == 1)
      return &agency(issuer.by_symbol->front());
    return nullptr;
  }

  void lifetime(const Citation& citation, const Issuer& issuer) {
    const Agency* agency = only_agency(issuer);
    if (!agency || !citation.date) return;
    if (agency->since && *citation.date < *agency->since) {
      add("issuer_not_yet", citation.span,
          {{"document", named(citation)},
           {"date", to_vietnamese(*citation.date)},
           {"agency", agency->name},
           {"since", to_vietnamese(*agency->since)},
           {"source", agency->source}});
    } else if (agency->until && *citation.date > *agency->until) {
      add("issuer_no_more", citation.span,
          {{"document", named(citation)},
           {"date", to_vietnamese(*citation.date)},
           {"agency", agency->name},
           {"until", to_vietnamese(*agency->until)},
           {"source", agency->source}});
    }
  }

  // "845/SXD-KTTH của Sở Tài chính"
  void agreement(const Citation& citation, const Issuer& issuer,
                 const NumberParts::Letters& letters) {
    if (!issuer.by_symbol || issuer.by_name < 0 || !agency(issuer.by_name).has_symbols) return;
    if (is_joint(letters)) return;
    for (const auto& part : letters) {
      const auto found = lexicon_.agencies_of_symbol.find(without_digits(part));
      if (found != lexicon_.agencies_of_symbol.end() &&
          shares_symbol(found->second, issuer.by_name)) {
        return;
      }
    }
    if (names_any(issuer.name, *issuer.by_symbol)) return;
    add("symbol_issuer_mismatch", {citation.span.begin, issuer_end(citation)},
        {{"document", named(citation)},
         {"issuer", std::string(issuer.name)},
         {"symbol", std::string(issuer.symbol)},
         {"agency", agency(issuer.by_symbol->front()).name}});
  }

  static bool is_joint(const NumberParts::Letters& letters) {
    const auto& type = letters.front();
    return type.ends_with("LT") || type.ends_with("LN") || letters.size() > 3;
  }

  bool shares_symbol(const std::vector<int>& agencies, int id) const {
    return std::ranges::find(agencies, id) != agencies.end();
  }

  // "Thanh tra Sở Xây dựng" holds the name of the agency whose symbol it uses.
  bool names_any(std::string_view name, const std::vector<int>& agencies) const {
    for (std::size_t at = 0; at < name.size();) {
      const Word word = text::word_after(name, at);
      if (!word) {
        ++at;
        continue;
      }
      const auto found = lexicon_.agency_names.match_at(name, word.span.begin);
      if (found && shares_symbol(agencies, found->id)) return true;
      at = word.span.end;
    }
    return false;
  }

  std::size_t issuer_end(const Citation& citation) const {
    constexpr std::size_t longest = 200;
    const std::size_t from = citation.span.end;
    const auto last_space = citation.issuer.rfind(' ');
    const auto last = citation.issuer.substr(last_space == std::string::npos ? 0 : last_space + 1);
    const auto found = draft_.text.substr(from, longest).find(last);
    return found == std::string_view::npos ? from : from + found + last.size();
  }

  Draft& draft_;
  const Lexicon& lexicon_;
  boost::unordered_flat_map<std::string_view, int> agency_of_name_;
};

}  // namespace

void find_issuer_findings(Draft& draft) { IssuerChecks(draft).run(); }

}  // namespace liem::reading
