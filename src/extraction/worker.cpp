// The child process: gives up what it may not use, reads the file on stdin, answers on stdout.
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <new>

#include "extraction/confinement.h"
#include "extraction/formats.h"
#include "extraction/wire.h"
#include "extraction/worker_protocol.h"

namespace liem::extraction {
namespace {

constexpr int exit_misused = 64;

Result<std::string_view> map_input(const Limits& limits) {
  struct stat file{};
  if (fstat(STDIN_FILENO, &file) != 0 || !S_ISREG(file.st_mode)) {
    return fail(errors::unreadable, {{"reason", "stdin"}});
  }
  const auto size = static_cast<std::size_t>(file.st_size);
  if (size > limits.file_bytes) {
    return fail(errors::file_too_large, {{"limit_mb", std::to_string(limits.file_bytes >> 20)}});
  }
  if (size == 0) return std::string_view{};
  void* bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  if (bytes == MAP_FAILED) return fail(errors::unreadable, {{"reason", std::strerror(errno)}});
  return std::string_view(static_cast<const char*>(bytes), size);
}

Result<ExtractedText> read_document(std::string_view bytes, const Options& options) {
  const Signs signs = read_signs(bytes);
  if (signs == Signs::pdf) return read_pdf(options);
  if (signs == Signs::png) return read_picture(bytes, Format::png, options);
  if (signs == Signs::jpeg) return read_picture(bytes, Format::jpeg, options);
  if (signs == Signs::tiff) return read_picture(bytes, Format::tiff, options);
  if (auto confined = confine_parser(); !confined) return std::unexpected(confined.error());
  if (signs == Signs::html) return read_html(bytes, options.limits);
  if (signs == Signs::zip) return read_office(bytes, options.limits);
  return fail(errors::unknown_format);
}

Result<std::string> draw(std::string_view bytes, const PagePicture& wanted,
                         const Options& options) {
  const Signs signs = read_signs(bytes);
  return signs == Signs::pdf ? draw_pdf_page(wanted, options) : draw_picture(bytes, signs, wanted);
}

template <class Answer>
auto guarded(Answer&& answer) -> decltype(answer()) {
  try {
    return answer();
  } catch (const std::bad_alloc&) {
    return fail(errors::too_much_memory);
  }
}

bool write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

std::string work(const Order& order) {
  const auto& limits = order.options.limits;
  const auto prepared = confine_process(limits);
  const auto bytes = prepared ? map_input(limits) : std::unexpected(prepared.error());
  if (order.boxes_of_page > 0) {
    if (!bytes) return encode_boxes(std::unexpected(bytes.error()));
    return encode_boxes(
        guarded([&] { return read_pdf_boxes(order.boxes_of_page, order.options); }));
  }
  if (order.picture_of_page > 0) {
    if (!bytes) return encode_picture(std::unexpected(bytes.error()));
    const PagePicture wanted{order.picture_of_page, order.picture_width};
    return encode_picture(guarded([&] { return draw(*bytes, wanted, order.options); }));
  }
  if (!bytes) return encode(std::unexpected(bytes.error()));
  return encode(guarded([&] { return read_document(*bytes, order.options); }));
}

}  // namespace

std::optional<int> run_worker(int argc, char** argv) {
  if (argc < 2 || std::strcmp(argv[1], worker_word) != 0) return std::nullopt;
  auto order = parse_arguments({argv + 1, static_cast<std::size_t>(argc - 1)});
  if (!order) return exit_misused;
  order->options.pages_done = [](int done, int total) { write_all(pages_line({done, total})); };
  // No destructors, no exit handlers: the process is done with.
  _exit(write_all(work(*order)) ? 0 : 1);
}

}  // namespace liem::extraction
