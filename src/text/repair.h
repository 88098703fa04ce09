// Bytes of a file -> checked text that can be read, with a way back to every source byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace liem::text {

namespace errors {
inline constexpr ErrorCode empty{"text.empty", ErrorKind::bad_input};
inline constexpr ErrorCode binary{"text.binary", ErrorKind::bad_input};
inline constexpr ErrorCode not_utf8{"text.not_utf8", ErrorKind::bad_input};
inline constexpr ErrorCode endless_line{"text.endless_line", ErrorKind::too_large};
}  // namespace errors

// Half-open range of bytes.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
  bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
  bool operator==(const Span&) const = default;
};

inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

// The source with its marks put where they belong. Where nothing had to be mended it is the
// source itself, not a copy: the source must outlive it.
class RepairedText {
 public:
  std::string_view text() const { return mended_.empty() ? source_ : std::string_view(mended_); }
  std::string_view source() const { return source_; }
  Span to_source(Span repaired) const;

 private:
  friend class Repair;
  friend class SourceMap;
  // From this repaired offset on, source offset = repaired offset + shift.
  struct Step {
    std::size_t repaired;
    std::ptrdiff_t shift;
  };
  std::string_view source_;
  std::string mended_;
  std::vector<Step> steps_;
};

// From places of a repaired text to those of its source; cheapest where they are asked for more or
// less in order. The text must outlive it.
class SourceMap {
 public:
  explicit SourceMap(const RepairedText& text) : text_(text) {}
  Span to_source(Span repaired);

 private:
  std::size_t to_source(std::size_t repaired);

  const RepairedText& text_;
  std::size_t next_ = 0;  // the first step behind the place asked for last
};

// The longest line that is still prose; beyond it a file is refused rather than guessed at.
inline constexpr std::size_t longest_line = std::size_t{16} << 20;

// Refuses what is empty, binary (a NUL byte), not UTF-8, or one endless line; `name` goes into
// the error. Composes combining marks, also those a converter left behind the wrong letter.
Result<RepairedText> repair(std::string_view source, std::string_view name);

}  // namespace liem::text
