// What reading gets of a file's text: its footnote marks and the words recognition doubted too.
#pragma once

#include <string_view>

#include "extraction/extraction.h"
#include "reading/reading.h"

namespace liem::assessment {

// The text must outlive it.
inline reading::ReadingInput reading_input(const extraction::ExtractedText& source,
                                           std::string_view name) {
  reading::ReadingInput input{source.text, name, source.doubtful};
  for (const auto& mark : source.marks) input.note_marks.push_back({mark.offset, mark.number});
  return input;
}

}  // namespace liem::assessment
