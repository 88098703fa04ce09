// A document as a file, as pictures of its pages, and where on them its words stand.
#include "assessment/documents.h"
#include "extraction/pages.h"
#include "http/download.h"
#include "http/errors.h"
#include "http/json.h"
#include "http/log.h"
#include "http/pages.h"
#include "http/query.h"
#include "http/routes/routes.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::Desk;

Result<Response> get_file(const Services& services, const Desk& desk, const Call& call) {
  const auto document = assessment::my_document(desk, call.parameters.at("document"));
  if (!document) return std::unexpected(document.error());
  auto file = OpenFile::open(services.files.path_of(document->id));
  if (!file) return std::unexpected(file.error());
  auto logged = log_download(services, desk.store, desk.viewer, call.head,
                             {"document", document->id}, document->unit, document->sha256);
  if (!logged) return std::unexpected(logged.error());
  return send_file(call.head, {document->name, document->sha256}, std::move(*file));
}

Result<Response> get_page(const Services& services, const Desk& desk, const Call& call) {
  const auto document = assessment::my_document(desk, call.parameters.at("document"));
  if (!document) return std::unexpected(document.error());
  const auto wanted = wanted_page(call);
  if (!wanted) return std::unexpected(wanted.error());
  auto picture = extraction::draw_page(services.files.path_of(document->id), *wanted,
                                       for_drawing(services.opening));
  if (!picture) return std::unexpected(assessment::named(picture.error(), document->name));
  return picture_answer(std::move(*picture));
}

json::object box_json(const extraction::Box& box) {
  const auto part = [](int ten_thousandths) { return ten_thousandths / 10'000.0; };
  return {{"left", part(box.left)},
          {"top", part(box.top)},
          {"right", part(box.right)},
          {"bottom", part(box.bottom)}};
}

// "begin,end" within a text of this size.
Result<text::Span> wanted_span(const Query& query, std::size_t size) {
  const auto given = query.find("bytes");
  const std::string text = given == query.end() ? "" : given->second;
  const auto comma = std::min(text.find(','), text.size());
  const auto number = [](const std::string& digits) -> std::optional<std::size_t> {
    const bool proper = !digits.empty() && digits.size() < 10 &&
                        digits.find_first_not_of("0123456789") == digits.npos;
    return proper ? std::optional(std::stoul(digits)) : std::nullopt;
  };
  const auto begin = number(text.substr(0, comma));
  const auto end = number(text.substr(std::min(comma + 1, text.size())));
  if (begin && end && *begin <= *end && *end <= size) return text::Span{*begin, *end};
  return fail(errors::bad_field, {{"field", "bytes"}, {"wanted", "0,0.." + std::to_string(size)}});
}

Result<Response> find_boxes(const Services& services, const Desk& desk, const Call& call) {
  const auto view = assessment::document_view(desk, services.files, call.parameters.at("document"));
  if (!view) return std::unexpected(view.error());
  const auto& source = view->read->source;
  const auto query = parse_query(call.head.target);
  if (!query) return std::unexpected(query.error());
  const auto span = wanted_span(*query, source.text.size());
  if (!span) return std::unexpected(span.error());
  const int page = number_segment(call.parameters.at("page"));
  std::vector<extraction::WordBox> words;
  if (extraction::has_text_layer(source, page)) {
    auto found = extraction::find_words(services.files.path_of(view->document.id), page,
                                        for_drawing(services.opening));
    if (!found) return std::unexpected(assessment::named(found.error(), view->document.name));
    words = std::move(*found);
  }
  json::array boxes;
  for (const auto& box : extraction::boxes_on_page(source, page, *span, words)) {
    boxes.push_back(box_json(box));
  }
  return json_answer(json::object{{"boxes", std::move(boxes)}});
}

}  // namespace

void add_document_page_routes(Router& router, const Services& services) {
  const std::string document = "/api/v1/documents/{document}";
  const auto add = [&](const std::string& path, auto handle) {
    router.add({Method::get, path, Access::signed_in, Cost::files, "", 0,
                [&services, handle](const Call& call) {
                  return at_desk(services, call,
                                 [&](const Desk& desk) { return handle(services, desk, call); });
                }});
  };
  add(document + "/file", &get_file);
  add(document + "/pages/{page}", &get_page);
  add(document + "/pages/{page}/boxes", &find_boxes);
}

}  // namespace liem::http
