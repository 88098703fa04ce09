#include "http/paging.h"

#include <algorithm>

#include "base/percent.h"
#include "http/errors.h"

namespace liem::http {
namespace {

// The target with its cursor replaced.
std::string with_cursor(std::string_view target, std::string_view cursor) {
  const auto mark = std::min(target.find('?'), target.size());
  std::string out(target.substr(0, mark));
  std::string_view rest = target.substr(std::min(mark + 1, target.size()));
  char join = '?';
  while (!rest.empty()) {
    const auto part = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    if (part.empty() || part.starts_with("cursor=")) continue;
    out.append(1, join).append(part);
    join = '&';
  }
  return out.append(1, join).append("cursor=").append(encode_percent(cursor));
}

}  // namespace

Result<Page> page_in(const Query& query, std::size_t items,
                     const std::function<std::string(std::size_t)>& id_of) {
  const auto limit = whole_in(query, "limit", 1, most_on_a_page, most_on_a_page);
  if (!limit) return std::unexpected(limit.error());
  Page page;
  if (const auto cursor = query.find("cursor"); cursor != query.end()) {
    while (page.begin < items && id_of(page.begin) != cursor->second) ++page.begin;
    if (page.begin == items) {
      return fail(errors::bad_field, {{"field", "cursor"}, {"wanted", "Link rel=next"}});
    }
    ++page.begin;
  }
  page.end = std::min(items, page.begin + static_cast<std::size_t>(*limit));
  if (page.end < items) page.next = id_of(page.end - 1);
  return page;
}

void link_next(Response& response, const Call& call, const Page& page) {
  if (!page.next) return;
  response.fields.emplace_back("Link",
                               "<" + with_cursor(call.head.target, *page.next) + ">; rel=\"next\"");
}

}  // namespace liem::http
