// What goes into a statement and what comes out of it, the same for every engine.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace liem::storage {

// A moment as it is kept: seconds since 1970 in UTC.
inline std::int64_t seconds_of(std::chrono::sys_seconds time) {
  return time.time_since_epoch().count();
}
inline std::chrono::sys_seconds time_of(std::int64_t seconds) {
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

struct Blob {
  std::string_view bytes;
};

// A value to bind: converts from what rows are made of. Views its bytes.
class Value {
 public:
  enum class Kind { integer, text, blob };
  Value(std::int64_t number) : kind(Kind::integer), integer(number) {}     // NOLINT
  Value(int number) : Value(std::int64_t{number}) {}                       // NOLINT
  Value(std::size_t number) : Value(static_cast<std::int64_t>(number)) {}  // NOLINT
  Value(std::string_view words) : kind(Kind::text), bytes(words) {}        // NOLINT
  Value(const std::string& words) : Value(std::string_view(words)) {}      // NOLINT
  Value(const char* words) : Value(std::string_view(words)) {}             // NOLINT
  Value(Blob blob) : kind(Kind::blob), bytes(blob.bytes) {}                // NOLINT
  template <class T>
  Value(const std::optional<T>& maybe)  // NOLINT
      : Value(maybe ? Value(*maybe) : Value(T{})) {
    null = !maybe;
    if (null) bytes = {};
  }

  Kind kind;  // also of a null
  bool null = false;
  std::int64_t integer = 0;
  std::string_view bytes;
};

// The current row of a query; columns counted from 0, in the order of the SELECT. Asking for a
// column as what it is not is our bug.
class Row {
 public:
  virtual ~Row() = default;
  virtual bool null(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;
  virtual std::string text(int column) const = 0;  // also of blobs; may hold NUL

  std::optional<std::int64_t> maybe_integer(int column) const {
    return null(column) ? std::nullopt : std::optional(integer(column));
  }
  std::optional<std::string> maybe_text(int column) const {
    return null(column) ? std::nullopt : std::optional(text(column));
  }
};

}  // namespace liem::storage
