// Shared by the targets of src/extraction: small limits, archives made of parts written as text,
// and what must hold of every text that comes out.
#pragma once

#include <string>
#include <string_view>

#include "extraction/extraction.h"

namespace liem::fuzz {

// Low enough that one input cannot use up the time or memory of a run.
extraction::Limits small_limits();

// "@@ word/document.xml\n<w:document>..." with a line "@@ <name>" before each part, as a ZIP
// archive. The parts are stored: what is fuzzed is what they hold.
std::string archive_of(std::string_view parts);

// Spans inside the text and in its order, words for a refusal, and the same after the way from
// the worker to its caller.
void check_extracted(const Result<extraction::ExtractedText>& result);

}  // namespace liem::fuzz
