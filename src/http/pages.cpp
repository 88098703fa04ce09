#include "http/pages.h"

#include "http/query.h"

namespace liem::http {

Result<extraction::PagePicture> wanted_page(const Call& call) {
  const auto query = parse_query(call.head.target);
  if (!query) return std::unexpected(query.error());
  const auto width = whole_in(*query, "width", 200, 2000, 1000);
  if (!width) return std::unexpected(width.error());
  const auto& segment = call.parameters.at("page");
  const int page = number_segment(segment);
  if (page == 0) return fail(extraction::errors::no_page, {{"file", ""}, {"page", segment}});
  return extraction::PagePicture{page, *width};
}

extraction::Options for_drawing(extraction::Options opening) {
  opening.jobs = 1;
  opening.limits.tool_time = opening.limits.file_time = std::chrono::seconds(20);
  opening.limits.cpu_time = std::chrono::seconds(15);
  opening.limits.memory_bytes = std::size_t{1} << 30;
  return opening;
}

Response picture_answer(std::string png) {
  Response response;
  response.fields = {{"Content-Type", "image/png"},
                     {"Cache-Control", "private, no-store"},
                     {"Content-Security-Policy", "default-src 'none'; sandbox"}};
  response.body = std::move(png);
  return response;
}

}  // namespace liem::http
