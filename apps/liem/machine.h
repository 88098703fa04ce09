// What commands take from the machine they run on: the time, and chance. Handed on as values.
#pragma once

#include <sodium.h>

#include <chrono>
#include <span>

namespace liem::app {

inline std::chrono::sys_seconds system_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

// Once sodium_init() has succeeded.
inline void system_random(std::span<unsigned char> bytes) {
  randombytes_buf(bytes.data(), bytes.size());
}

}  // namespace liem::app
