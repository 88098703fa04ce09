// The caller's side of a worker: starts it on a file, waits within limits, judges how it ended.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "extraction/child.h"
#include "extraction/worker_protocol.h"

namespace liem::extraction {

// {file} in front of the arguments.
std::unexpected<Error> with_file(ErrorCode code, std::string_view file, Args args = {});
// errno in words.
std::unexpected<Error> unreadable(std::string_view file);

Result<Descriptor> open_file(const std::string& path);
// A file without a name that holds the bytes.
Result<Descriptor> in_memory(std::string_view bytes, std::string_view name);

// What the worker says, still untrusted.
Result<std::string> call_worker(const Descriptor& file, std::string_view name, const Order& order);

// `decode` is one of wire.h; what it cannot make sense of is errors::crashed.
template <class Decode>
auto ask_worker(const Descriptor& file, std::string_view name, const Order& order,
                Decode&& decode_answer) ->
    typename std::invoke_result_t<Decode, std::string_view, std::string_view>::value_type {
  const auto output = call_worker(file, name, order);
  if (!output) return std::unexpected(output.error());
  auto answer = decode_answer(*output, name);
  if (!answer) return with_file(errors::crashed, name, {{"tool", "liem"}});
  return std::move(*answer);
}

}  // namespace liem::extraction
