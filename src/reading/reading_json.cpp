#include "reading/reading_json.h"

#include "reading/json_values.h"
#include "reading/structure_json.h"

namespace liem::reading {
namespace {

namespace json = boost::json;

json::object words_of(const Message& message, const Catalogue& words) {
  return {{"vi", words.render(message, Locale::vi)}, {"en", words.render(message, Locale::en)}};
}

template <class Value>
json::value index_or_null(const std::optional<Value>& index) {
  return index ? json::value(*index) : json::value(nullptr);
}

json::value date_or_null(const std::optional<Date>& date) {
  return date ? json::value(to_iso(*date)) : json::value(nullptr);
}

json::value bytes_or_null(const std::optional<Span>& span) {
  return span ? json::value(bytes(*span)) : json::value(nullptr);
}

json::value to_json(const std::optional<Period>& period) {
  if (!period) return nullptr;
  return json::object{{"from", date_or_null(period->from)},
                      {"to", date_or_null(period->to)},
                      {"source", period->written ? "written" : "own"},
                      {"bytes", bytes_or_null(period->span)}};
}

json::value to_json(const std::optional<Counted>& counted) {
  if (!counted) return nullptr;
  return json::object{{"text", counted->words}, {"bytes", bytes(counted->span)}};
}

json::value to_json(const std::optional<Owner>& owner) {
  if (!owner) return nullptr;
  return json::object{{"name", owner->name},
                      {"place", to_string(owner->place)},
                      {"bytes", bytes_or_null(owner->span)}};
}

json::value to_json(const std::optional<Soft>& soft) {
  if (!soft) return nullptr;
  return json::object{{"kind", to_string(soft->kind)}, {"text", soft->words}};
}

json::object to_json(const Figure& figure) {
  json::array items;
  for (const auto& link : figure.items) {
    items.push_back({{"item", link.item},
                     {"label", {{"vi", link.label.vi}, {"en", link.label.en}}},
                     {"confidence", figures::name_of(link.confidence)},
                     {"rule", link.rule}});
  }
  return {{"value", figure.value.to_string()}, {"unit", text_or_null(figure.unit)},
          {"bytes", bytes(figure.span)},       {"counted", to_json(figure.counted)},
          {"of", to_json(figure.of)},          {"period", to_json(figure.period)},
          {"soft", to_json(figure.soft)},      {"items", std::move(items)},
          {"doubtful", figure.doubtful}};
}

json::object to_json(const DistinctDocument& document) {
  json::array citations;
  for (const std::size_t index : document.citations) citations.emplace_back(index);
  return {{"type", text_or_null(document.type)},
          {"number", document.number},
          {"date", date_or_null(document.date)},
          {"issuer", text_or_null(document.issuer)},
          {"citations", std::move(citations)}};
}

// Nothing is said of a claim that rests on a doubtful number.
template <class AnyClaim>
json::value verdict(const AnyClaim& claim) {
  return claim.doubtful ? json::value(nullptr) : json::value(claim.holds);
}

json::object to_json(const Citation& citation, std::string_view source) {
  return {{"type", text_or_null(citation.type)},
          {"number", citation.number},
          {"date", citation.date ? json::value(to_iso(*citation.date)) : json::value(nullptr)},
          {"issuer", text_or_null(citation.issuer)},
          {"bytes", bytes(citation.span)},
          {"text", text::slice(source, citation.span)},
          {"document", citation.document},
          {"refers_to", index_or_null(citation.refers_to)},
          {"doubtful", citation.doubtful}};
}

json::object to_json(const RatioClaim& claim) {
  return {
      {"kind", "ratio"},
      {"numerator", claim.numerator.to_string()},
      {"denominator", claim.denominator.to_string()},
      {"percent", claim.percent ? json::value(claim.percent->to_string()) : json::value(nullptr)},
      {"holds", verdict(claim)},
      {"bytes", bytes(claim.span)}};
}

json::object to_json(const SumClaim& claim) {
  json::array parts;
  for (const auto& part : claim.parts) parts.emplace_back(part.to_string());
  return {{"kind", "sum"},
          {"total", claim.total.to_string()},
          {"parts", std::move(parts)},
          {"unit", text_or_null(claim.unit)},
          {"holds", verdict(claim)},
          {"bytes", bytes(claim.span)}};
}

json::object to_json(const DifferenceClaim& claim) {
  return {{"kind", "difference"},
          {"value", claim.value.to_string()},
          {"change", to_string(claim.change)},
          {"from", claim.from.to_string()},
          {"to", claim.to.to_string()},
          {"unit", text_or_null(claim.unit)},
          {"holds", verdict(claim)},
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

json::array to_json(const std::vector<Finding>& findings, const Catalogue& words) {
  json::array out;
  for (const auto& finding : findings) out.push_back(to_json(finding, words));
  return out;
}

json::object to_json(const Reading& reading, std::string_view file, std::string_view source,
                     const Catalogue& words) {
  json::array citations, documents, references, figures, claims, none;
  for (const auto& citation : reading.citations) citations.push_back(to_json(citation, source));
  for (const auto& document : reading.documents) documents.push_back(to_json(document));
  for (const auto& reference : reading.references) {
    references.push_back({{"bytes", bytes(reference.span)},
                          {"text", text::slice(source, reference.span)},
                          {"refers_to", index_or_null(reference.refers_to)}});
  }
  for (const auto& figure : reading.figures) figures.push_back(to_json(figure));
  for (const auto& claim : reading.claims) {
    claims.push_back(std::visit([](const auto& one) { return to_json(one); }, claim));
  }
  for (const auto& statement : reading.none) {
    none.push_back(
        {{"bytes", bytes(statement.span)}, {"text", text::slice(source, statement.span)}});
  }
  return {{"file", file},
          {"period", to_json(reading.period)},
          {"citations", std::move(citations)},
          {"documents", std::move(documents)},
          {"references", std::move(references)},
          {"figures", std::move(figures)},
          {"claims", std::move(claims)},
          {"none", std::move(none)},
          {"findings", to_json(reading.findings, words)},
          {"structure", to_json(reading.structure, source)}};
}

}  // namespace liem::reading
