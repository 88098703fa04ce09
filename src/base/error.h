// What can be expected to fail: a closed code per module, its arguments, and nothing else.
// Words for people are made from them once, by the Catalogue in base/messages.h.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace liem {

// How an edge has to answer; mapped to HTTP status and exit code in exactly one place each.
enum class ErrorKind {
  bad_input,
  too_large,
  unauthenticated,
  forbidden,
  not_found,
  conflict,
  too_many,
  unavailable,
  internal,
};

// A module declares its codes as constants: `inline constexpr ErrorCode empty{"text.empty", ...}`.
struct ErrorCode {
  std::string_view id;  // "<module>.<name>", a key of data/locales/messages/<module>.yaml
  ErrorKind kind;
};

using Args = std::vector<std::pair<std::string, std::string>>;

// A sentence still to be put into words: the key of its template and the values to put in.
struct Message {
  std::string id;
  Args args;
  bool operator==(const Message&) const = default;
};

struct Error {
  ErrorKind kind;
  Message message;
  bool operator==(const Error&) const = default;
};

template <class T>
using Result = std::expected<T, Error>;
using Problems = std::vector<Error>;

inline std::unexpected<Error> fail(ErrorCode code, Args args = {}) {
  return std::unexpected(Error{code.kind, Message{std::string(code.id), std::move(args)}});
}

// Our own bug: says where and stops. Never for input.
[[noreturn]] void check_failed(const char* condition, const char* file, int line);
#define LIEM_CHECK(condition) \
  ((condition) ? void(0) : ::liem::check_failed(#condition, __FILE__, __LINE__))

}  // namespace liem
