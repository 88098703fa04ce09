#include "liem/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace liem::app {
namespace {

constexpr std::size_t width = 24;
constexpr std::string_view erase_line = "\r\x1b[K";

// A file's name may hold anything; a terminal must not obey it.
std::string printable(std::string_view name) {
  std::string out(name.substr(name.rfind('/') + 1));
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  return out;
}

}  // namespace

Shown progress_shown(std::size_t files) {
  return files > 1 && isatty(STDERR_FILENO) == 1 ? Shown::yes : Shown::no;
}

void Progress::advance(std::string_view file) {
  ++done_;
  if (shown_ == Shown::no) return;
  const std::size_t full = done_ * width / total_;
  fmt::print(stderr, "{}[{}{}] {}/{} {}", erase_line, std::string(full, '#'),
             std::string(width - full, '.'), done_, total_, printable(file));
  std::fflush(stderr);
}

void Percent::reached(std::uint64_t done, std::uint64_t total, std::string_view at) {
  const auto now = total == 0 ? 100 : std::min<std::uint64_t>(100, done * 100 / total);
  for (; shown_ < now; ++shown_) bar_.advance(at);
}

void Progress::clear() {
  if (shown_ == Shown::yes) fmt::print(stderr, "{}", erase_line);
}

}  // namespace liem::app
