// How many pages a TIFF has. Source: TIFF 6.0, section 2: a chain of directories, one a page.
#pragma once

#include <string_view>

#include "extraction/extraction.h"

namespace liem::extraction {

// Counts no further than `most` + 1. errors::broken where the chain leads out of the file or, in a
// small one, back into itself.
Result<int> count_tiff_pages(std::string_view bytes, int most);

}  // namespace liem::extraction
