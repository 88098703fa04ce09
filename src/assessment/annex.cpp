#include "assessment/annex.h"

#include <algorithm>
#include <map>
#include <set>

#include "reading/finding_ids.h"

namespace liem::assessment {
namespace {

using reading::Citation;
using reading::Finding;
using reading::Severity;

// "215/BC-SYT" -> {"BC", "SYT"}; "59/2019/NĐ-CP" -> {"2019", "NĐ", "CP"}.
std::vector<std::string_view> symbol_parts(std::string_view number) {
  std::vector<std::string_view> parts;
  auto at = number.find('/');
  while (at != number.npos) {
    const auto end = number.find_first_of("/-", at + 1);
    parts.push_back(number.substr(at + 1, end == number.npos ? end : end - at - 1));
    at = end;
  }
  return parts;
}

const Citation* own_number(const reading::Reading& reading) {
  const auto found = std::ranges::find(reading.citations, true, &Citation::own);
  return found == reading.citations.end() ? nullptr : &*found;
}

Finding missing(const Citation& citation) {
  const std::string document = citation.type + " " + citation.number;
  return {"evidence_missing",
          Severity::warning,
          citation.span,
          {"assessment.evidence_missing", {{"document", document}}},
          Message{"assessment.evidence_missing_mend", {}},
          reading::finding_id("evidence_missing", document)};
}

Finding uncited(const Evidence& evidence, std::size_t place, text::Span span) {
  const std::string document = evidence.type + " " + *evidence.number;
  return {
      "evidence_uncited",
      Severity::note,
      span,
      {"assessment.evidence_uncited", {{"document", document}, {"place", std::to_string(place)}}},
      Message{"assessment.evidence_uncited_mend", {}},
      reading::finding_id("evidence_uncited", document)};
}

Finding twice(const Evidence& evidence, std::size_t first, std::size_t second, text::Span span) {
  const std::string document = evidence.type + " " + *evidence.number;
  return {"evidence_twice",
          Severity::note,
          span,
          {"assessment.evidence_twice",
           {{"document", document},
            {"first", std::to_string(first)},
            {"second", std::to_string(second)}}},
          Message{"assessment.evidence_twice_mend", {}},
          reading::finding_id("evidence_twice", document)};
}

// Numbers start anew each year, so the date tells two documents apart.
std::string identity_of(const Evidence& evidence) {
  return evidence.type + " " + *evidence.number +
         (evidence.date ? " " + to_iso(*evidence.date) : std::string());
}

}  // namespace

std::vector<std::optional<text::Span>> cited_places(const std::vector<Evidence>& evidence,
                                                    const reading::Reading& reading) {
  std::map<std::string_view, text::Span> first;
  for (const auto& citation : reading.citations) {
    if (!citation.own) first.emplace(citation.number, citation.span);
  }
  std::vector<std::optional<text::Span>> places;
  for (const auto& document : evidence) {
    const auto found = document.number ? first.find(*document.number) : first.end();
    places.push_back(found == first.end() ? std::nullopt : std::optional(found->second));
  }
  return places;
}

std::vector<Finding> annex_findings(const std::vector<Evidence>& evidence,
                                    const reading::Reading& reading) {
  std::vector<Finding> findings;
  if (evidence.empty()) return findings;
  std::set<std::string_view> known;
  for (const auto& document : evidence) {
    if (document.number) known.insert(*document.number);
  }
  const Citation* own = own_number(reading);
  const auto own_parts =
      own != nullptr ? symbol_parts(own->number) : std::vector<std::string_view>();
  for (const auto& citation : reading.citations) {
    if (own_parts.empty() || citation.own || citation.doubtful || citation.number == own->number)
      continue;
    const auto parts = symbol_parts(citation.number);
    const bool by_the_unit = std::ranges::find(parts, own_parts.back()) != parts.end();
    if (by_the_unit && known.insert(citation.number).second) findings.push_back(missing(citation));
  }
  const auto places = cited_places(evidence, reading);
  const text::Span heading = own != nullptr ? own->span : text::Span{};
  std::map<std::string, std::size_t> rows;
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    if (!evidence[i].number) continue;
    const auto [row, is_first] = rows.emplace(identity_of(evidence[i]), i);
    if (!is_first) findings.push_back(twice(evidence[i], row->second + 1, i + 1, heading));
    if (!places[i] && is_first) findings.push_back(uncited(evidence[i], i + 1, heading));
  }
  return findings;
}

}  // namespace liem::assessment
