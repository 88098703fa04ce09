// What a worker gives up before it looks at an untrusted file. Source of the lists: seccomp(2),
// landlock(7); what is left is what the parsers and tools were seen to need.
#pragma once

#include <span>
#include <string>

#include "extraction/extraction.h"

namespace liem::extraction {

// Ceilings of CPU time and memory, no core, no file written, no privileges, no network where a
// namespace of its own is allowed, only stdin, stdout, stderr open.
Result<void> confine_process(const Limits& limits);

// For parsers inside the worker: from here on it can compute, allocate, and use the descriptors
// it has; anything else ends it.
Result<void> confine_parser();

// For a worker that runs tools: a network of its own with nothing in it where that is allowed (it
// takes some 20 ms, and a parser needs none: it has no way to make a socket), no sockets, no
// tracing, no writing of files; where the kernel has Landlock, files are read below the system's
// libraries and data only and nothing but `tools` (absolute paths) is executed. Inherited by the
// tools.
Result<void> confine_tools(std::span<const std::string> tools);

// In a tool's process, before it is executed: it may not signal other processes.
Result<void> confine_signals();

}  // namespace liem::extraction
