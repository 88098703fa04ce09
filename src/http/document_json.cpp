#include "extraction/pages.h"
#include "extraction/pdf_signatures.h"
#include "http/json.h"

namespace liem::http {
namespace json = boost::json;
using assessment::Document;

namespace {

json::value problem_or_null(const std::optional<Message>& problem, const Catalogue& words) {
  if (!problem) return nullptr;
  return json::object{
      {"code", problem->id},
      {"message",
       {{"vi", words.render(*problem, Locale::vi)}, {"en", words.render(*problem, Locale::en)}}}};
}

json::value progress_or_null(const std::optional<assessment::PageProgress>& progress) {
  if (!progress) return nullptr;
  return json::object{{"done", progress->done}, {"total", progress->total}};
}

json::array pages_json(const extraction::ExtractedText& source) {
  const auto spans = extraction::page_spans(source);
  json::array pages;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const auto& shape = source.shapes[i];
    pages.push_back(json::object{{"number", i + 1},
                                 {"bytes", to_json(spans[i])},
                                 {"width", shape.width},
                                 {"height", shape.height},
                                 {"recognised", shape.recognised}});
  }
  return pages;
}

json::value text(std::string_view words) { return json::string(words.data(), words.size()); }

}  // namespace

json::object to_json(const Document& document, const Catalogue& words) {
  return {{"id", document.id},
          {"name", document.name},
          {"sha256", document.sha256},
          {"bytes", document.size},
          {"created_at", time_text(document.created)},
          {"state", text(assessment::name_of(document.state))},
          {"progress", progress_or_null(document.progress)},
          {"problem", problem_or_null(document.problem, words)}};
}

json::object to_json(const assessment::Acceptance& acceptance) {
  json::object out{{"finding", acceptance.finding},
                   {"reason", acceptance.reason},
                   {"by", person_json(acceptance.account, acceptance.name)},
                   {"on_behalf_of", nullptr},
                   {"at", time_text(acceptance.at)}};
  if (!acceptance.on_behalf_of.empty()) {
    out["on_behalf_of"] = person_json(acceptance.on_behalf_of, acceptance.on_behalf_of_name);
  }
  out["etag"] = tag_of(out);
  return out;
}

json::array to_json(const std::vector<assessment::Acceptance>& acceptances) {
  json::array out;
  for (const auto& one : acceptances) out.push_back(to_json(one));
  return out;
}

json::object to_json(const extraction::ExtractedText& source) {
  json::array doubtful, signatures;
  for (const auto& span : source.doubtful) doubtful.push_back(to_json(span));
  for (const auto& one : source.signatures) {
    signatures.push_back(json::object{{"state", text(extraction::to_string(one.state))},
                                      {"certificate", text(extraction::to_string(one.certificate))},
                                      {"signer", one.signer},
                                      {"time", one.time}});
  }
  return {{"format", text(extraction::to_string(source.format))},
          {"pages", pages_json(source)},
          {"doubtful", std::move(doubtful)},
          {"signatures", std::move(signatures)}};
}

}  // namespace liem::http
