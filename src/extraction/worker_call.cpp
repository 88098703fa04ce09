#include "extraction/worker_call.h"

#include <fcntl.h>
#include <sys/mman.h>

#include <cerrno>
#include <cstring>

namespace liem::extraction {
namespace {

// What reads the file cannot be trusted to say how it fared; how it ended can.
std::unexpected<Error> failure(const ChildRun& run, std::string_view name) {
  if (run.end == ChildEnd::not_started) {
    return with_file(errors::no_confinement, name, {{"reason", run.reason}});
  }
  if (run.end == ChildEnd::stopped) return with_file(errors::stopped, name);
  if (run.end == ChildEnd::timed_out) return with_file(errors::timed_out, name, {{"tool", "liem"}});
  return with_file(errors::crashed, name, {{"tool", "liem"}});
}

// Takes the lines that tell the pages done off the front of what a worker says. They only count
// upwards, so a worker that has gone mad can call the listener no oftener than pages are allowed.
class PageCount {
 public:
  explicit PageCount(const Options& options) : options_(options) {}

  void operator()(std::string& output) {
    std::size_t used = 0;
    for (;;) {
      const auto line = std::string_view(output).substr(used);
      const auto end = line.find('\n');
      const auto told = read_pages_line(line.substr(0, end));
      if (end == std::string_view::npos || !told) break;
      tell(*told);
      used += end + 1;
    }
    output.erase(0, used);
  }

 private:
  void tell(const PagesDone& told) {
    if (told.done <= done_ || told.done > told.total || told.total > options_.limits.pages) return;
    done_ = told.done;
    if (options_.pages_done) options_.pages_done(told.done, told.total);
  }

  const Options& options_;
  int done_ = 0;
};

}  // namespace

std::unexpected<Error> with_file(ErrorCode code, std::string_view file, Args args) {
  args.insert(args.begin(), {"file", std::string(file)});
  return fail(code, std::move(args));
}

std::unexpected<Error> unreadable(std::string_view file) {
  return with_file(errors::unreadable, file, {{"reason", std::strerror(errno)}});
}

Result<Descriptor> open_file(const std::string& path) {
  Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return unreadable(path);
  return file;
}

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

Result<std::string> call_worker(const Descriptor& file, std::string_view name, const Order& order) {
  const auto& options = order.options;
  ChildRun run = run_child({.program = options.helper,
                            .arguments = to_arguments(order),
                            .stdin_file = file.get(),
                            .time = options.limits.file_time,
                            .output_bytes = 8 * options.limits.text_bytes + (std::size_t{64} << 20),
                            .stop = options.stop,
                            .arrived = PageCount(options)});
  if (run.end != ChildEnd::finished) return failure(run, name);
  return std::move(run.output);
}

}  // namespace liem::extraction
