// A reading as a person wants to see it in a terminal: each finding under the sentence it is about.
#pragma once

#include <string>
#include <string_view>

#include "base/messages.h"
#include "base/text_style.h"
#include "extraction/extraction.h"
#include "reading/reading.h"

namespace liem::app {

// Where the extracted text had pages, each finding says its own.
struct SourceText {
  std::string_view text;
  const extraction::ExtractedText* extracted = nullptr;
};

std::string to_text(const reading::Reading& reading, std::string_view file, SourceText source,
                    const Catalogue& words, TextStyle style);

}  // namespace liem::app
