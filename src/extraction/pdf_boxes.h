// What pdftotext -bbox-layout says about where words stand, as values.
#pragma once

#include <string>
#include <vector>

#include "extraction/wire.h"

namespace liem::extraction {

// Words of the first page it names, in reading order.
Result<std::vector<WordBox>> parse_boxes(std::string output);

}  // namespace liem::extraction
