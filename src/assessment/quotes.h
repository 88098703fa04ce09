// Finds a quoted sentence again in the report it was taken from.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace liem::assessment {

// A text whose runs of white space (line breaks too) count as one space; knows where each byte
// stood in the source.
class FoldedText {
 public:
  explicit FoldedText(std::string_view source);

  struct Range {
    std::size_t begin, end;  // half-open byte offsets in the source
    bool operator==(const Range&) const = default;
  };
  // The first place where the quote stands, white space folded alike; nothing for a quote of
  // white space only.
  std::optional<Range> find(std::string_view quote) const;

 private:
  std::string folded_;
  std::vector<std::size_t> origin_;  // of each byte of folded_
};

}  // namespace liem::assessment
