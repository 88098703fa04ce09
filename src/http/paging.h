// Lists by the page: ?limit= with a hard maximum, ?cursor= from the answer before, and the address
// of the next page in the field Link (RFC 8288).
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "http/query.h"
#include "http/router.h"

namespace liem::http {

inline constexpr int most_on_a_page = 500;  // also where no limit is given

struct Page {
  std::size_t begin = 0, end = 0;   // of the whole list
  std::optional<std::string> next;  // the cursor of the page behind
};
// `id_of` names an item for good; the cursor is the id of the last one shown. errors::bad_field for
// a limit out of bounds, or where that item is in the list no more.
Result<Page> page_in(const Query& query, std::size_t items,
                     const std::function<std::string(std::size_t)>& id_of);

// Puts the next page's address into the answer, where there is one.
void link_next(Response& response, const Call& call, const Page& page);

}  // namespace liem::http
