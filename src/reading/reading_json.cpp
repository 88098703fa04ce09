#include "reading/reading_json.h"

#include "reading/structure_json.h"

namespace liem::reading {
namespace {

namespace json = boost::json;

json::array bytes(Span span) { return {span.begin, span.end}; }

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::object words_of(const Message& message, const Catalogue& words) {
  return {{"vi", words.render(message, Locale::vi)}, {"en", words.render(message, Locale::en)}};
}

json::object to_json(const Citation& citation, std::string_view source) {
  return {{"type", text_or_null(citation.type)},
          {"number", citation.number},
          {"date", citation.date ? json::value(to_iso(*citation.date)) : json::value(nullptr)},
          {"issuer", text_or_null(citation.issuer)},
          {"bytes", bytes(citation.span)},
          {"text", text::slice(source, citation.span)}};
}

json::object to_json(const RatioClaim& claim) {
  return {{"kind", "ratio"},
          {"numerator", claim.numerator.to_string()},
          {"denominator", claim.denominator.to_string()},
          {"percent", claim.percent ? json::value(claim.percent->to_string()) : json::value(nullptr)},
          {"holds", claim.holds},
          {"bytes", bytes(claim.span)}};
}

json::object to_json(const SumClaim& claim) {
  json::array parts;
  for (const auto& part : claim.parts) parts.emplace_back(part.to_string());
  return {{"kind", "sum"},
          {"total", claim.total.to_string()},
          {"parts", std::move(parts)},
          {"unit", text_or_null(claim.unit)},
          {"holds", claim.holds},
          {"bytes", bytes(claim.span)}};
}

json::object to_json(const DifferenceClaim& claim) {
  return {{"kind", "difference"},
          {"value", claim.value.to_string()},
          {"change", to_string(claim.change)},
          {"from", claim.from.to_string()},
          {"to", claim.to.to_string()},
          {"unit", text_or_null(claim.unit)},
          {"holds", claim.holds},
          {"bytes", bytes(claim.span)}};
}

json::object to_json(const Finding& finding, const Catalogue& words) {
  return {{"id", finding.id},
          {"code", finding.code},
          {"severity", to_string(finding.severity)},
          {"bytes", bytes(finding.span)},
          {"message", words_of(finding.message, words)},
          {"suggestion", finding.suggestion ? json::value(words_of(*finding.suggestion, words))
                                            : json::value(nullptr)}};
}

}  // namespace

json::object to_json(const Reading& reading, std::string_view file, std::string_view source,
                     const Catalogue& words) {
  json::array citations, figures, claims, none, findings;
  for (const auto& citation : reading.citations) citations.push_back(to_json(citation, source));
  for (const auto& figure : reading.figures) {
    figures.push_back({{"value", figure.value.to_string()},
                       {"unit", text_or_null(figure.unit)},
                       {"bytes", bytes(figure.span)}});
  }
  for (const auto& claim : reading.claims) {
    claims.push_back(std::visit([](const auto& one) { return to_json(one); }, claim));
  }
  for (const auto& statement : reading.none) {
    none.push_back({{"bytes", bytes(statement.span)}, {"text", text::slice(source, statement.span)}});
  }
  for (const auto& finding : reading.findings) findings.push_back(to_json(finding, words));
  return {{"file", file},
          {"citations", std::move(citations)},
          {"figures", std::move(figures)},
          {"claims", std::move(claims)},
          {"none", std::move(none)},
          {"findings", std::move(findings)},
          {"structure", to_json(reading.structure, source)}};
}

}  // namespace liem::reading
