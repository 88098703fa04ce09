#include "liem/extraction_json.h"

#include "extraction/pdf_signatures.h"

namespace liem::app {
namespace {

using extraction::Place;

boost::json::array span_json(const extraction::Span& span) { return {span.begin, span.end}; }

// What the format does not have is left out.
boost::json::object place_json(const Place& place) {
  boost::json::object json{{"bytes", span_json(place.span)}};
  struct Count {
    const char* name;
    int value;
  };
  for (const auto& [name, value] :
       {Count{"page", place.page}, Count{"paragraph", place.paragraph}, Count{"table", place.table},
        Count{"row", place.row}, Count{"column", place.column},
        Count{"footnote", place.footnote}}) {
    if (value > 0) json[name] = value;
  }
  if (place.box) {
    json["box"] = {place.box->left, place.box->top, place.box->right, place.box->bottom};
  }
  return json;
}

template <class Items, class ToJson>
boost::json::array list_json(const Items& items, ToJson&& to_json_item) {
  boost::json::array list;
  for (const auto& item : items) list.push_back(to_json_item(item));
  return list;
}

}  // namespace

boost::json::object to_json(const extraction::ExtractedText& extracted) {
  return {
      {"format", extraction::to_string(extracted.format)},
      {"text", extracted.text},
      {"pages", extracted.pages},
      {"recognised_pages", extracted.recognised_pages},
      {"places", list_json(extracted.places, place_json)},
      {"footnote_marks", list_json(extracted.marks,
                                   [](const auto& mark) -> boost::json::object {
                                     return {{"offset", mark.offset}, {"number", mark.number}};
                                   })},
      {"doubtful", list_json(extracted.doubtful, span_json)},
      {"signatures", list_json(extracted.signatures, [](const auto& one) -> boost::json::object {
         return {{"state", extraction::to_string(one.state)},
                 {"certificate", extraction::to_string(one.certificate)},
                 {"signer", one.signer},
                 {"time", one.time}};
       })}};
}

}  // namespace liem::app
