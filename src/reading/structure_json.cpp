#include "reading/structure_json.h"

#include "reading/json_values.h"

namespace liem::reading {
namespace {

namespace json = boost::json;

// The entries of one level from `next` on, each with what stands below it.
json::array entries_from(const std::vector<OutlineEntry>& outline, std::size_t& next, int level) {
  json::array out;
  while (next < outline.size() && outline[next].level >= level) {
    const auto& entry = outline[next++];
    json::object node = {{"kind", entry.kind},
                         {"label", entry.label},
                         {"title", text_or_null(entry.title)},
                         {"bytes", bytes(entry.span)}};
    node["children"] = entries_from(outline, next, entry.level + 1);
    out.emplace_back(std::move(node));
  }
  return out;
}

json::object to_json(const Identity& identity) {
  return {{"type", text_or_null(identity.type)},
          {"number", text_or_null(identity.number)},
          {"date", identity.date ? json::value(to_iso(*identity.date)) : json::value(nullptr)},
          {"place", text_or_null(identity.place)},
          {"issuer", text_or_null(identity.issuer)},
          {"abstract", text_or_null(identity.abstract)}};
}

json::object to_json(const Signature& signature) {
  json::array mandates;
  for (const auto& one : signature.mandates) {
    mandates.push_back({{"authority", one.authority}, {"of", text_or_null(one.of)}});
  }
  return {{"authority", text_or_null(signature.authority)},
          {"on_behalf", text_or_null(signature.on_behalf)},
          {"mandates", std::move(mandates)},
          {"title", text_or_null(signature.title)},
          {"name", text_or_null(signature.name)},
          {"bytes", bytes(signature.span)}};
}

}  // namespace

json::object to_json(const Structure& structure, std::string_view source) {
  json::array footnotes, recipients, rows;
  for (const auto& note : structure.footnotes) {
    footnotes.push_back(
        {{"number", note.number},
         {"mark", note.mark ? json::value(bytes(*note.mark)) : json::value(nullptr)},
         {"bytes", bytes(note.text)},
         {"text", text::slice(source, note.text)}});
  }
  for (const auto& recipient : structure.recipients) {
    recipients.push_back({{"name", recipient.name}, {"bytes", bytes(recipient.span)}});
  }
  for (const auto& row : structure.annex_rows) {
    rows.push_back({{"annex", row.annex},
                    {"number", row.number},
                    {"bytes", bytes(row.span)},
                    {"text", text::slice(source, row.span)}});
  }
  std::size_t next = 0;
  return {{"identity", to_json(structure.identity)},
          {"outline", entries_from(structure.outline, next, 0)},
          {"footnotes", std::move(footnotes)},
          {"recipients", std::move(recipients)},
          {"signature",
           structure.signature ? json::value(to_json(*structure.signature)) : json::value(nullptr)},
          {"annex_rows", std::move(rows)}};
}

}  // namespace liem::reading
