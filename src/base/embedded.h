// A file linked into the program by liem_embed() of cmake/LiemEmbed.cmake.
#pragma once

#include <cstddef>
#include <string_view>

namespace liem {

struct EmbeddedFile {
  const char* name;  // relative to the embedded root, '/' between folders
  const char* begin;
  const char* end;
  std::string_view bytes() const { return {begin, static_cast<std::size_t>(end - begin)}; }
};

}  // namespace liem
