// What does not hold between the documents a report cites.
#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "reading/draft.h"
#include "reading/number_parts.h"
#include "reading/symbol_slips.h"
#include "text/utf8.h"
#include "text/words.h"

namespace liem::reading {
namespace {

bool includes(const NumberParts::Letters& all, const NumberParts::Letters& some) {
  return std::ranges::all_of(
      some, [&](const auto& part) { return std::ranges::find(all, part) != all.end(); });
}

int year_of(const Citation& citation) {
  return citation.date ? static_cast<int>(citation.date->year()) : 0;
}

// More days of one number, or forms of one day, than any report has: time must stay linear.
constexpr std::size_t most_compared = 16;

class DocumentChecks {
 public:
  explicit DocumentChecks(Draft& draft) : draft_(draft), citations_(draft.reading.citations) {}

  void run() {
    for (std::size_t i = 0; i < citations_.size(); ++i) {
      type_against_symbol(citations_[i]);
      if (i == 0 || !is_amended_with(citations_[i - 1], citations_[i]))
        date_against_number(citations_[i]);
      if (i + 1 == citations_.size()) break;
      before_its_basis(citations_[i], citations_[i + 1]);
      behind_its_basis(citations_[i], citations_[i + 1]);
    }
    same_document();
    younger_than_the_paper();
  }

 private:
  void add(std::string code, Severity severity, Span span, Args args,
           std::optional<Message> suggestion = {}) {
    Message message{"reading." + code, std::move(args)};
    draft_.reading.findings.push_back(
        {std::move(code), severity, span, std::move(message), std::move(suggestion)});
  }

  // A plan signed QĐ: the word before the number and the abbreviation in it name different types.
  void type_against_symbol(const Citation& citation) {
    if (!citation.type_written || citation.own) return;
    const auto& lexicon = draft_.lexicon;
    const auto type = std::ranges::find(lexicon.types, citation.type, &DocumentType::name);
    const auto letters = parts_of(citation.number).letters;
    if (type == lexicon.types.end() || letters.empty()) return;
    const std::string_view first = without_digits(letters.front());
    const bool foreign =
        letters.size() > 1 && std::ranges::find(type->foreign, first) != type->foreign.end();
    if (type->any_symbol && !foreign) return;
    // "QH" stands on laws and resolutions alike; "TTr" may be the inspectorate itself.
    if (first.empty() || !lexicon.implied.contains(first) || lexicon.offices.contains(first) ||
        first == "QH" || first == "UBTVQH") {
      return;
    }
    const auto& meant = lexicon.types_of_symbol.find(first);
    if (meant == lexicon.types_of_symbol.end()) return;
    const auto& implied =
        lexicon.types[static_cast<std::size_t>(lexicon.implied.find(first)->second)].name;
    // "Báo cáo kết quả" may carry what "Báo cáo" carries; "Thông báo" not the KL of "Thông báo kết
    // luận".
    for (const int id : meant->second) {
      const auto& name = lexicon.types[static_cast<std::size_t>(id)].name;
      if (citation.type == name || citation.type.starts_with(name + " ") ||
          (name.starts_with(citation.type + " ") && implied.starts_with(citation.type))) {
        return;
      }
    }
    add("symbol_type_mismatch", Severity::warning, citation.span,
        {{"type", citation.type},
         {"number", citation.number},
         {"symbol", std::string(first)},
         {"implied", implied}});
  }

  // "130/2020/NĐ-CP ngày 30/10/2021": the year in the number is the year of issue.
  void date_against_number(const Citation& citation) {
    const int year = parts_of(citation.number).year;
    if (year == 0 || !citation.date || year_of(citation) == year) return;
    // An act passed by the National Assembly bears its session's year; others may be days apart.
    add("number_year_mismatch", Severity::error, citation.span,
        {{"document", named(citation)},
         {"year", std::to_string(year)},
         {"date", to_vietnamese(*citation.date)}});
  }

  // "Luật sửa đổi Luật A số 83/2015/QH13 và Luật B số 39/2019/QH14 ngày 29/11/2024": the date
  // behind the list is that of the law which amends them.
  bool is_amended_with(const Citation& before, const Citation& last) const {
    const auto is_law = [](const Citation& citation) {
      const auto letters = parts_of(citation.number).letters;
      return letters.size() == 1 && without_digits(letters.front()) == "QH";
    };
    if (before.date || !is_law(before) || !is_law(last)) return false;
    if (last.span.begin < before.span.end) return false;
    if (segment_at(draft_.segments, before.span.begin) !=
        segment_at(draft_.segments, last.span.begin)) {
      return false;
    }
    return text::word_after(draft_.text, before.span.end) == text::Spelling("và");
  }

  // A plan dated before the decision it carries out.
  void before_its_basis(const Citation& carrier, const Citation& basis) {
    if (!carrier.date || !basis.date || *carrier.date >= *basis.date) return;
    if (carrier.number == basis.number) return;
    const std::size_t segment = segment_at(draft_.segments, carrier.span.begin);
    if (segment != segment_at(draft_.segments, basis.span.begin)) return;
    if (basis.span.begin <= carrier.span.end || basis.span.begin - carrier.span.end > 220) return;
    const Span between{carrier.span.end, basis.span.begin};
    if (text::slice(draft_.text, between).find(';') != std::string_view::npos) return;
    // The carrying words stand directly before the basis: "về thực hiện Chỉ thị số ...".
    const auto carries = draft_.lexicon.carries_out.match_before(draft_.text, between.end);
    if (!carries || carries->span.begin < between.begin ||
        stands_in(between, draft_.lexicon.replaces)) {
      return;
    }
    report_basis(carrier, basis, {carrier.span.begin, basis.span.end});
  }

  void report_basis(const Citation& carrier, const Citation& basis, Span span) {
    add("citation_before_basis", Severity::warning, span,
        {{"document", named(carrier)},
         {"date", to_vietnamese(*carrier.date)},
         {"basis", named(basis)},
         {"basis_date", to_vietnamese(*basis.date)}});
  }

  // "Thực hiện Kế hoạch số ..., Sở đã ban hành Quyết định số ...": the basis stands first.
  void behind_its_basis(const Citation& basis, const Citation& carrier) {
    if (!carrier.date || !basis.date || *carrier.date >= *basis.date) return;
    if (carrier.number == basis.number || carrier.span.begin <= basis.span.end) return;
    const std::size_t segment = segment_at(draft_.segments, basis.span.begin);
    const Span between{basis.span.end, carrier.span.begin};
    if (segment != segment_at(draft_.segments, carrier.span.begin) || between.size() > 220) return;
    if (text::slice(draft_.text, between).find_first_of(";:") != std::string_view::npos) return;
    const auto& lexicon = draft_.lexicon;
    const auto carries = lexicon.bases.match_before(draft_.text, basis.span.begin);
    if (!carries || !opens_clause(carries->span.begin, segment)) return;
    if (!lexicon.issues.match_before(draft_.text, between.end)) return;
    if (stands_in(between, lexicon.replaces) || stands_in(between, lexicon.went_before)) return;
    report_basis(carrier, basis, {basis.span.begin, carrier.span.end});
  }

  // At the start of the sentence, or behind ";".
  bool opens_clause(std::size_t at, std::size_t segment) const {
    const std::size_t before = text::skip_gap_back(draft_.text, at);
    return at <= draft_.segments[segment].body || (before > 0 && draft_.text[before - 1] == ';');
  }

  // "thay thế": then the later of the two is another document's successor, not its carrier.
  bool stands_in(Span between, const PhraseTable& phrases) const {
    const auto text = draft_.text;
    for (std::size_t at = text::skip_gap(text, between.begin); at < between.end;) {
      const auto found = phrases.match_at(text, at);
      if (found && found->span.end <= between.end) return true;
      const text::Word word = text::word_at(text, at);
      at = text::skip_gap(text, word ? word.span.end : at + utf8::decode(text, at).length);
    }
    return false;
  }

  // A paper cites nothing that was issued after it.
  void younger_than_the_paper() {
    const auto own = std::ranges::find(citations_, true, &Citation::own);
    if (own == citations_.end() || !own->date || own->doubtful) return;
    for (const auto& citation : citations_) {
      const bool later = !citation.own && citation.date && *citation.date > *own->date;
      if (!later || citation.doubtful || citation.number == own->number) continue;
      add("citation_after_paper", Severity::warning, citation.span,
          {{"document", named(citation)},
           {"date", to_vietnamese(*citation.date)},
           {"own_date", to_vietnamese(*own->date)}});
    }
  }

  // Each document once per form and day; forms of one day, and days of one form, are compared.
  void same_document() {
    using Several = boost::container::small_vector<const Citation*, 2>;
    boost::unordered_flat_map<std::string_view, Several> days_of_number;
    boost::unordered_flat_map<std::pair<std::string_view, int>, Several> forms_of_day;
    const auto forms_like = [&](const Citation& citation) -> Several& {
      return forms_of_day[{parts_of(citation.number).head,
                           std::chrono::sys_days(*citation.date).time_since_epoch().count()}];
    };
    if (draft_.earlier) {
      for (const auto& citation : draft_.earlier->documents) {
        days_of_number[citation.number].push_back(&citation);
        forms_like(citation).push_back(&citation);
      }
    }
    for (const auto& citation : citations_) {
      if (!citation.date || citation.doubtful) continue;
      auto& days = days_of_number[citation.number];
      const auto same_day = [&](const Citation* earlier) { return earlier->date == citation.date; };
      if (std::ranges::any_of(days, same_day)) continue;
      for (const Citation* earlier : days) {
        if (two_dates(*earlier, citation)) break;
      }
      if (days.size() < most_compared) days.push_back(&citation);
      auto& forms = forms_like(citation);
      for (const Citation* earlier : forms) {
        if (two_forms(*earlier, citation)) break;
      }
      if (forms.size() < most_compared) forms.push_back(&citation);
    }
  }

  // Numbers start anew each year, so one number is one document only within a year.
  bool two_dates(const Citation& first, const Citation& second) {
    const auto parts = parts_of(first.number);
    if (parts.letters.empty()) return false;
    const bool same_issuer = first.issuer.empty() || second.issuer.empty() ||
                             text::folded(first.issuer) == text::folded(second.issuer);
    const bool one_document = parts.year > 0 || year_of(first) == year_of(second);
    if (!same_issuer || !one_document || first.type != second.type) return false;
    add("citation_two_dates", Severity::warning, second.span,
        {{"document", named(second)},
         {"date", to_vietnamese(*second.date)},
         {"other_date", to_vietnamese(*first.date)}});
    return true;
  }

  // "10/TTg" and "10/CT-TTg" of the same day are one document written two ways.
  bool two_forms(const Citation& first, const Citation& second) {
    if (first.date != second.date || first.type != second.type) return false;
    const auto a = parts_of(first.number).letters;
    const auto b = parts_of(second.number).letters;
    if (a == b || a.empty() || b.empty()) return false;
    if (!includes(a, b) && !includes(b, a)) return one_letter_off(first, second, a, b);
    const auto& longer = a.size() >= b.size() ? first : second;
    add("citation_two_forms", Severity::note, second.span,
        {{"document", named(second)},
         {"other", named(first)},
         {"date", to_vietnamese(*second.date)}},
        Message{"reading.citation_two_forms_suggestion", {{"number", longer.number}}});
    return true;
  }

  // "89/UBND-NCC" and "89/UBND-NC": one part differs by a slip, and is unknown in one of them.
  bool one_letter_off(const Citation& first, const Citation& second, const NumberParts::Letters& a,
                      const NumberParts::Letters& b) {
    if (a.size() != b.size()) return false;
    const auto [x, y] = std::ranges::mismatch(a, b);
    if (!std::equal(x + 1, a.end(), y + 1)) return false;
    const std::string_view one = without_digits(*x), other = without_digits(*y);
    const bool knows_one = is_known_symbol(draft_.lexicon, one);
    const bool knows_other = is_known_symbol(draft_.lexicon, other);
    if ((knows_one && knows_other) || is_guarded(one) || is_guarded(other)) return false;
    const auto first_letters = utf8::letters_of(one), second_letters = utf8::letters_of(other);
    if (!one_slip_apart(first_letters, second_letters) &&
        !one_slip_apart(second_letters, first_letters)) {
      return false;
    }
    std::optional<Message> mend;
    if (knows_one || knows_other) {
      mend = Message{"reading.symbol_misspelt_suggestion",
                     {{"number", knows_one ? first.number : second.number}}};
    }
    add("citation_two_forms", Severity::note, second.span,
        {{"document", named(second)},
         {"other", named(first)},
         {"date", to_vietnamese(*second.date)}},
        std::move(mend));
    return true;
  }

  // A slip of these is told of by itself.
  bool is_guarded(std::string_view part) const {
    return std::ranges::find(draft_.lexicon.guarded_symbols, part, &Guarded::symbol) !=
           draft_.lexicon.guarded_symbols.end();
  }

  Draft& draft_;
  const std::vector<Citation>& citations_;
};

}  // namespace

void find_document_findings(Draft& draft) { DocumentChecks(draft).run(); }

}  // namespace liem::reading
