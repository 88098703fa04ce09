// Texts of any length, read window by window: memory is bounded by a window, not by the text.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"
#include "reading/reading.h"

namespace liem::reading {

// A text of at most a window is read exactly as read() reads it. A longer one is cut where a
// window is full: before the last line that opens a section, else a paragraph, else a sentence.
// Where the cuts fall follows from the text alone, never from the pieces it is fed in. Across cuts
// the reader remembers the title, the assessed year and the last documents cited, so that one
// document with two dates is seen; a claim or a list of sections that a cut divides is not.
struct Window {
  Reading reading;        // spans count from the window's first byte
  std::string_view text;  // only while it is taken
  std::size_t offset;     // of its first byte in the whole text
};

class WindowReader {
 public:
  static constexpr std::size_t default_window = std::size_t{1} << 20;
  static constexpr std::size_t least_window = 4096;

  // `take` gets the windows in order; `name` is put into errors.
  using Take = std::function<void(Window&&)>;
  WindowReader(std::string name, const Lexicon& lexicon, Take take,
               std::size_t window = default_window);
  ~WindowReader();

  // After a refusal nothing more is read.
  Result<void> feed(std::string_view bytes);
  // Reads what is left. A text without a word is refused as read() refuses it.
  Result<void> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace liem::reading
