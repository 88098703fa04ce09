// The side of the caller: starts a worker for a file, waits within limits, judges its answer.
#include "extraction/extraction.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "extraction/child.h"
#include "extraction/wire.h"
#include "extraction/worker_protocol.h"

namespace liem::extraction {
namespace {

std::unexpected<Error> with_file(ErrorCode code, std::string_view file, Args args = {}) {
  args.insert(args.begin(), {"file", std::string(file)});
  return fail(code, std::move(args));
}

std::unexpected<Error> unreadable(std::string_view file) {
  return with_file(errors::unreadable, file, {{"reason", std::strerror(errno)}});
}

// A file without a name that holds the bytes.
Result<Descriptor> in_memory(std::string_view bytes, std::string_view name) {
  Descriptor file(memfd_create("liem", MFD_CLOEXEC));
  if (file.get() < 0) return unreadable(name);
  while (!bytes.empty()) {
    const ssize_t done = write(file.get(), bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return unreadable(name);
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  if (lseek(file.get(), 0, SEEK_SET) != 0) return unreadable(name);
  return file;
}

// What reads the file cannot be trusted to say how it fared; how it ended can.
std::unexpected<Error> failure(const ChildRun& run, std::string_view name) {
  if (run.end == ChildEnd::not_started) {
    return with_file(errors::no_confinement, name, {{"reason", run.reason}});
  }
  if (run.end == ChildEnd::timed_out) return with_file(errors::timed_out, name, {{"tool", "liem"}});
  return with_file(errors::crashed, name, {{"tool", "liem"}});
}

template <class Decode>
auto ask_worker(const Descriptor& file, std::string_view name, const Order& order,
                Decode&& decode_answer) ->
    typename std::invoke_result_t<Decode, std::string_view, std::string_view>::value_type {
  const auto& limits = order.options.limits;
  const ChildRun run = run_child({.program = order.options.helper,
                                  .arguments = to_arguments(order),
                                  .stdin_file = file.get(),
                                  .time = limits.file_time,
                                  .output_bytes = 8 * limits.text_bytes + (std::size_t{64} << 20)});
  if (run.end != ChildEnd::finished) return failure(run, name);
  auto answer = decode_answer(run.output, name);
  if (!answer) return with_file(errors::crashed, name, {{"tool", "liem"}});
  return std::move(*answer);
}

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

std::vector<std::string_view> split_words(std::string_view text) {
  constexpr std::string_view blanks = " \t\n";
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(blanks, end);
  }
  return words;
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

// The tool that finds boxes orders words by itself, so the words of the span are looked for as
// a run; of several equal runs the one counts that is as manieth on the page as in the text.
Result<std::vector<Box>> find_boxes(const std::string& path, const ExtractedText& extracted,
                                    Span span, const Options& options) {
  const Place* place = place_at(extracted, span.begin);
  if (place == nullptr || place->page == 0 || extracted.format != Format::pdf) return {};
  if (place->box) return std::vector<Box>{*place->box};
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return unreadable(path);
  const auto found =
      ask_worker(file, path, Order{.boxes_of_page = place->page, .options = options}, decode_boxes);
  if (!found) return std::unexpected(found.error());
  const auto wanted = split_words(text::slice(extracted.text, span));
  const auto before = split_words(text::slice(extracted.text, {place->span.begin, span.begin}));
  const auto page = split_words(text::slice(extracted.text, place->span));
  std::size_t skip = 0;
  for (std::size_t i = 0; i < before.size() && i + wanted.size() <= page.size(); ++i) {
    skip += std::equal(wanted.begin(), wanted.end(), page.begin() + static_cast<long>(i)) ? 1 : 0;
  }
  std::vector<Box> boxes;
  for (std::size_t i = 0; !wanted.empty() && i + wanted.size() <= found->size(); ++i) {
    const auto first = found->begin() + static_cast<long>(i);
    if (!std::equal(wanted.begin(), wanted.end(), first,
                    [](std::string_view word, const WordBox& box) { return word == box.word; })) {
      continue;
    }
    boxes.clear();
    for (std::size_t k = 0; k < wanted.size(); ++k)
      boxes.push_back(first[static_cast<long>(k)].box);
    if (skip-- == 0) break;
  }
  return boxes;
}

}  // namespace liem::extraction
