// What the routes that show pages share.
#pragma once

#include <string>

#include "extraction/pages.h"
#include "http/router.h"

namespace liem::http {

// The page of the path and the width of the query, 200 to 2000; a page that is no number from 1 is
// page 0 of extraction::errors::no_page.
Result<extraction::PagePicture> wanted_page(const Call& call);

// A page is waited for: less time and memory than a whole file gets in the background.
extraction::Options for_drawing(extraction::Options opening);

Response picture_answer(std::string png);

}  // namespace liem::http
