// Tells what a file is and has a worker read it, where it takes one.
#include "extraction/extraction.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "extraction/wire.h"
#include "extraction/worker_call.h"

namespace liem::extraction {
namespace {

Result<ExtractedText> refuse_or_pass(Signs signs, std::string bytes, std::string_view name) {
  if (signs == Signs::text) return ExtractedText{.format = Format::text, .text = std::move(bytes)};
  // An encrypted OOXML file is a compound file that holds this stream, named in UTF-16.
  constexpr std::string_view sealed("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 31);
  if (signs == Signs::old_office && bytes.find(sealed) != std::string::npos) {
    return with_file(errors::encrypted, name);
  }
  return with_file(signs == Signs::old_office ? errors::old_office : errors::unknown_format, name);
}

bool needs_worker(Signs signs) {
  return signs != Signs::text && signs != Signs::old_office && signs != Signs::unknown;
}

Result<ExtractedText> ask_for_text(const Descriptor& file, std::string_view name,
                                   const Options& options) {
  return ask_worker(file, name, Order{.options = options}, decode);
}

Result<std::string> read_all(int file, std::string_view name, const Limits& limits) {
  std::string bytes;
  char block[1 << 16];
  for (;;) {
    const ssize_t got = read(file, block, sizeof block);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable(name);
    if (got == 0) return bytes;
    bytes.append(block, static_cast<std::size_t>(got));
    if (bytes.size() > limits.file_bytes) {
      return with_file(errors::file_too_large, name,
                       {{"limit_mb", std::to_string(limits.file_bytes >> 20)}});
    }
  }
}

}  // namespace

const Place* place_at(const ExtractedText& extracted, std::size_t offset) {
  const auto after = std::ranges::upper_bound(extracted.places, offset, {},
                                              [](const Place& place) { return place.span.begin; });
  if (after == extracted.places.begin()) return nullptr;
  const Place& place = *std::prev(after);
  return offset < place.span.end ? &place : nullptr;
}

Result<ExtractedText> extract_bytes(std::string bytes, std::string_view name,
                                    const Options& options) {
  const Signs signs = read_signs(bytes);
  if (!needs_worker(signs)) return refuse_or_pass(signs, std::move(bytes), name);
  const auto file = in_memory(bytes, name);
  if (!file) return std::unexpected(file.error());
  return ask_for_text(*file, name, options);
}

Result<ExtractedText> extract_file(const std::string& path, const Options& options) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status{};
  if (file.get() < 0 || fstat(file.get(), &status) != 0) return unreadable(path);
  std::string head(signs_need, '\0');
  const ssize_t got = S_ISREG(status.st_mode) ? pread(file.get(), head.data(), head.size(), 0) : 0;
  head.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  if (S_ISREG(status.st_mode) && needs_worker(read_signs(head))) {
    return ask_for_text(file, path, options);
  }
  auto bytes = read_all(file.get(), path, options.limits);
  if (!bytes) return std::unexpected(bytes.error());
  return extract_bytes(std::move(*bytes), path, options);
}

}  // namespace liem::extraction
