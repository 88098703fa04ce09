// Parts of a file asked for by a Range field (RFC 9110, 14).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace liem::http {

struct ByteRange {
  std::uint64_t offset = 0, size = 0;
  bool operator==(const ByteRange&) const = default;
};

enum class RangeKind { whole, part, unsatisfiable };

struct RangeAnswer {
  RangeKind kind = RangeKind::whole;
  ByteRange range;  // all of the file where it is whole
};

// One range of a file of `size` bytes; several, other units and what is not understood are
// answered with the whole, as the standard allows.
RangeAnswer answer_range(std::string_view field, std::uint64_t size);

}  // namespace liem::http
