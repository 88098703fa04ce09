// What every target needs: its input as text, files of the source tree, the words for messages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/messages.h"

namespace liem::fuzz {

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// By its path from the root of the source tree.
std::string path_of(const std::string& path);
std::string file_text(const std::string& path);

// Every template of data/locales/messages.
const Catalogue& words();

// Trips where people would get the bare id, or an argument was forgotten, in either language.
void check_words(const Message& message);

}  // namespace liem::fuzz
