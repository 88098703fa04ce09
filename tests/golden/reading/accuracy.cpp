#include "accuracy.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "reading/arithmetic.h"
#include "text/words.h"

namespace liem::golden {
namespace {

using reading::Severity;
using text::Span;

class Comparison {
 public:
  Comparison(const Document& document, const reading::Reading& reading)
      : document_(document), reading_(reading) {}

  Accuracy run() {
    out_.words =
        static_cast<std::size_t>(std::count(document_.text.begin(), document_.text.end(), ' '));
    citations();
    claims();
    statements();
    findings(Severity::error, out_.errors);
    findings(Severity::warning, out_.warnings);
    return std::move(out_);
  }

 private:
  std::vector<const Tag*> tags(char kind) const {
    std::vector<const Tag*> out;
    for (const auto& tag : document_.tags) {
      if (tag.kind == kind) out.push_back(&tag);
    }
    return out;
  }

  void miss(const char* what, Span span, const std::string& more = "") {
    const auto line =
        1 + std::count(document_.text.begin(),
                       document_.text.begin() + static_cast<std::ptrdiff_t>(span.begin), '\n');
    out_.misses.push_back(fmt::format("{}: {}: {} [{}] {}", document_.name, line, what,
                                      text::in_one_line(text::slice(document_.text, span)), more));
  }

  static bool same(const Tag& truth, const reading::Citation& found) {
    const std::string date = found.date ? to_iso(*found.date) : "";
    return truth.at("number") == found.number && truth.at("date") == date &&
           truth.at("type") == found.type;
  }

  void citations() {
    const auto truths = tags('c');
    std::vector<bool> taken(reading_.citations.size(), false);
    out_.citations.truth = static_cast<int>(truths.size());
    out_.citations.found = static_cast<int>(reading_.citations.size());
    for (const Tag* truth : truths) {
      bool found = false;
      std::string read;
      for (std::size_t i = 0; i < taken.size() && !found; ++i) {
        const auto& citation = reading_.citations[i];
        if (taken[i] || !citation.span.overlaps(truth->span)) continue;
        read = fmt::format("read {} {} {}", citation.type, citation.number,
                           citation.date ? to_iso(*citation.date) : "-");
        if (!same(*truth, citation)) continue;
        found = taken[i] = true;
        ++out_.citations.right;
        issuer(*truth, citation);
      }
      if (!found)
        miss("citation missed", truth->span,
             fmt::format("truth {} {} {}; {}", truth->at("type"), truth->at("number"),
                         truth->at("date"), read));
    }
    for (std::size_t i = 0; i < taken.size(); ++i) {
      const auto& citation = reading_.citations[i];
      if (!taken[i]) miss("citation extra", citation.span, citation.type + " " + citation.number);
    }
  }

  void issuer(const Tag& truth, const reading::Citation& citation) {
    const std::string given = truth.at("issuer");
    if (given.empty()) return;
    ++out_.issuers.truth;
    if (!citation.issuer.empty()) ++out_.issuers.found;
    if (text::folded(given) == text::folded(citation.issuer)) {
      ++out_.issuers.right;
    } else {
      miss("issuer", truth.span, fmt::format("truth {}; read {}", given, citation.issuer));
    }
  }

  static std::vector<Decimal> decimals(const std::string& list) {
    std::vector<Decimal> out;
    for (std::size_t at = 0; at <= list.size();) {
      const auto comma = std::min(list.find(',', at), list.size());
      auto item = list.substr(at, comma - at);
      std::erase(item, ' ');
      if (const auto value = Decimal::parse(item)) out.push_back(*value);
      at = comma + 1;
    }
    return out;
  }

  // Equal up to the unit they are counted in: 31.25 tỷ = 20.1 + 11.15 is 31250 = 20100 + 11150.
  static bool same_up_to_unit(std::vector<Decimal> a, std::vector<Decimal> b) {
    if (a.size() != b.size()) return false;
    std::sort(a.begin() + 1, a.end());
    std::sort(b.begin() + 1, b.end());
    for (std::size_t i = 1; i < a.size(); ++i) {
      if (Decimal::multiply(a[i], b[0]) != Decimal::multiply(b[i], a[0])) return false;
    }
    return true;
  }

  static bool same(const Tag& truth, const reading::Claim& found) {
    if ((truth.at("holds") != "no") != reading::holds(found)) return false;
    const auto list = [](const Decimal& first, std::vector<Decimal> rest) {
      rest.insert(rest.begin(), first);
      return rest;
    };
    if (const auto* ratio = std::get_if<reading::RatioClaim>(&found)) {
      const auto numerator = Decimal::parse(truth.at("num"));
      const auto denominator = Decimal::parse(truth.at("den"));
      return truth.kind == 'r' && numerator && denominator &&
             Decimal::parse(truth.at("pct")) == ratio->percent &&
             same_up_to_unit({*denominator, *numerator}, {ratio->denominator, ratio->numerator});
    }
    const auto* made = std::get_if<reading::SumClaim>(&found);
    if (!made) return false;
    const auto& sum = *made;
    const auto total = Decimal::parse(truth.at("total"));
    return truth.kind == 's' && total &&
           same_up_to_unit(list(*total, decimals(truth.at("parts"))), list(sum.total, sum.parts));
  }

  static std::string describe(const reading::Claim& claim) {
    if (const auto* ratio = std::get_if<reading::RatioClaim>(&claim)) {
      return fmt::format("{}/{} {} {}", ratio->numerator.to_string(),
                         ratio->denominator.to_string(),
                         ratio->percent ? ratio->percent->to_string() : "-", ratio->holds);
    }
    const auto* made = std::get_if<reading::SumClaim>(&claim);
    if (!made) return "difference";
    const auto& sum = *made;
    std::string line = sum.total.to_string() + " =";
    for (const auto& part : sum.parts) line += " " + part.to_string();
    return fmt::format("{} {}", line, sum.holds);
  }

  void claims() {
    auto truths = tags('r');
    for (const Tag* sum : tags('s')) truths.push_back(sum);
    // Differences have no tags of their own; the corpus marks only those that fail, as findings.
    std::vector<bool> taken(reading_.claims.size(), false);
    for (std::size_t i = 0; i < taken.size(); ++i) {
      taken[i] = std::holds_alternative<reading::DifferenceClaim>(reading_.claims[i]);
    }
    out_.claims.truth = static_cast<int>(truths.size());
    out_.claims.found = static_cast<int>(std::ranges::count(taken, false));
    for (const Tag* truth : truths) {
      bool found = false;
      std::string read;
      for (std::size_t i = 0; i < taken.size() && !found; ++i) {
        const auto& claim = reading_.claims[i];
        if (taken[i] || !span_of(claim).overlaps(truth->span)) continue;
        read = "read " + describe(claim);
        if (!same(*truth, claim)) continue;
        found = taken[i] = true;
        ++out_.claims.right;
      }
      if (!found) {
        miss(truth->kind == 'r' ? "ratio missed" : "sum missed", truth->span,
             truth->at("num") + truth->at("total") + " " + truth->at("parts") + " " + read);
      }
    }
    for (std::size_t i = 0; i < taken.size(); ++i) {
      if (!taken[i]) miss("claim extra", span_of(reading_.claims[i]), describe(reading_.claims[i]));
    }
  }

  void statements() {
    const auto truths = tags('n');
    out_.none.truth = static_cast<int>(truths.size());
    out_.none.found = static_cast<int>(reading_.none.size());
    std::vector<bool> taken(reading_.none.size(), false);
    for (const Tag* truth : truths) {
      bool found = false;
      for (std::size_t i = 0; i < taken.size() && !found; ++i) {
        if (!reading_.none[i].span.overlaps(truth->span)) continue;
        found = true;
        if (!taken[i])
          ++out_.none.right;
        else
          --out_.none.truth;  // one statement read for two written side by side
        taken[i] = true;
      }
      if (!found) miss("none missed", truth->span);
    }
    for (std::size_t i = 0; i < taken.size(); ++i) {
      if (!taken[i]) miss("none extra", reading_.none[i].span);
    }
  }

  void findings(Severity severity, Tally& tally) {
    const auto wanted = reading::to_string(severity);
    std::vector<const Tag*> truths;
    for (const Tag* tag : tags('f')) {
      if (tag->at("severity") == wanted) truths.push_back(tag);
    }
    tally.truth = static_cast<int>(truths.size());
    // A finding of another severity neither meets a tag nor is excused by it.
    const auto meets = [&](const reading::Finding& finding, const Tag* truth) {
      return finding.severity == severity && finding.code == truth->at("code") &&
             finding.span.overlaps(truth->span);
    };
    std::vector<bool> taken(reading_.findings.size(), false);
    for (const Tag* truth : truths) {
      bool found = false;
      for (std::size_t i = 0; i < taken.size() && !found; ++i) {
        if (taken[i] || !meets(reading_.findings[i], truth)) continue;
        found = taken[i] = true;
      }
      if (found)
        ++tally.right;
      else
        miss("finding missed", truth->span, truth->at("code") + " " + truth->at("severity"));
    }
    tally.found = tally.right;
    for (std::size_t i = 0; i < taken.size(); ++i) {
      const auto& finding = reading_.findings[i];
      if (finding.severity != severity || taken[i]) continue;
      // Said twice of one place is no false alarm.
      if (std::ranges::any_of(truths, [&](const Tag* tag) { return meets(finding, tag); })) {
        continue;
      }
      ++tally.found;
      miss("finding extra", finding.span, finding.code + " " + std::string(wanted));
    }
  }

  const Document& document_;
  const reading::Reading& reading_;
  Accuracy out_;
};

}  // namespace

Accuracy& Accuracy::operator+=(const Accuracy& other) {
  citations += other.citations;
  issuers += other.issuers;
  claims += other.claims;
  none += other.none;
  errors += other.errors;
  warnings += other.warnings;
  words += other.words;
  misses.insert(misses.end(), other.misses.begin(), other.misses.end());
  return *this;
}

Accuracy compare(const Document& document, const reading::Reading& reading) {
  return Comparison(document, reading).run();
}

}  // namespace liem::golden
