// Plain text too long to be held in memory whole: read window by window.
#pragma once

#include <functional>
#include <string>

#include "base/error.h"
#include "reading/windows.h"

namespace liem::app {

// A file of plain text longer than any report.
bool is_long_text(const std::string& file);

// Hands the file's windows to `take` in order; shows progress by bytes where a person waits.
Result<void> read_long_text(const std::string& file, const reading::Lexicon& lexicon,
                            const reading::WindowReader::Take& take);

}  // namespace liem::app
