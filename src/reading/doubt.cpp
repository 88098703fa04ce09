#include "reading/doubt.h"

#include <algorithm>
#include <set>

#include "text/words.h"

namespace liem::reading {
namespace {

bool overlaps_any(Span span, const std::vector<Span>& sorted) {
  const auto after = std::ranges::lower_bound(sorted, span.end, {}, &Span::begin);
  return after != sorted.begin() && std::prev(after)->end > span.begin;
}

class Withholding {
 public:
  explicit Withholding(Draft& draft) : draft_(draft) {
    for (const auto& mention : draft.mentions) {
      if (mention.doubtful) doubtful_.push_back(mention.span);
    }
  }

  void run() {
    if (doubtful_.empty()) return;
    for (auto& figure : draft_.reading.figures) mark(figure);
    for (auto& claim : draft_.reading.claims) mark(claim);
    auto& findings = draft_.reading.findings;
    for (auto& finding : findings) {
      if (rests_on_doubt(finding.span)) replace(finding);
    }
    std::erase_if(findings, [](const Finding& finding) { return finding.code.empty(); });
    findings.insert(findings.end(), notes_.begin(), notes_.end());
  }

 private:
  bool rests_on_doubt(Span span) const { return overlaps_any(span, doubtful_); }

  void mark(Figure& figure) const {
    figure.doubtful = rests_on_doubt(figure.span);
    if (!figure.doubtful) return;
    for (auto& link : figure.items) {
      link.confidence = std::max(link.confidence, figures::Confidence::probable);
    }
  }

  void mark(Claim& claim) {
    const bool doubtful = rests_on_doubt(span_of(claim)) || rests_on_parts(claim);
    if (!doubtful) return;
    std::visit([](auto& one) { one.doubtful = true; }, claim);
    add_note(span_of(claim));
  }

  bool rests_on_parts(const Claim& claim) const {
    const auto* ratio = std::get_if<RatioClaim>(&claim);
    return ratio &&
           (rests_on_doubt(ratio->numerator_span) || rests_on_doubt(ratio->denominator_span));
  }

  // One note for each place, whatever was found there.
  void replace(Finding& finding) {
    if (finding.code == code) return;
    const Span place = finding.span;
    finding.code.clear();
    add_note(place);
  }

  void add_note(Span span) {
    const auto at = std::ranges::lower_bound(doubtful_, span.begin + 1, {}, &Span::end);
    const Span place = at == doubtful_.end() ? span : *at;
    if (!noted_.insert(place.begin).second) return;
    notes_.push_back({code,
                      Severity::note,
                      place,
                      Message{"reading.recognised_with_doubt",
                              {{"text", text::in_one_line(text::slice(draft_.text, place))}}},
                      {}});
  }

  static inline const std::string code = "recognised_with_doubt";
  Draft& draft_;
  std::vector<Span> doubtful_;  // of mentions, in order
  std::set<std::size_t> noted_;
  std::vector<Finding> notes_;
};

}  // namespace

void mark_doubt(Draft& draft, const text::RepairedText& repaired,
                const std::vector<Span>& doubtful) {
  if (doubtful.empty()) return;
  for (auto& mention : draft.mentions) {
    mention.doubtful = overlaps_any(repaired.to_source(mention.figure_span()), doubtful);
    if (mention.doubtful && mention.kind == MentionKind::citation) {
      draft.reading.citations[mention.citation].doubtful = true;
    }
  }
}

void withhold_doubtful(Draft& draft) { Withholding(draft).run(); }

}  // namespace liem::reading
