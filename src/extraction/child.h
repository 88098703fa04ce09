// A child process with nothing of ours but its stdin, under a wall clock and an output ceiling.
#pragma once

#include <unistd.h>

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace liem::extraction {

class Descriptor {
 public:
  explicit Descriptor(int file) : file_(file) {}
  Descriptor(Descriptor&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
  }
  ~Descriptor() { close(); }
  int get() const { return file_; }
  void close() {
    if (file_ >= 0) ::close(std::exchange(file_, -1));
  }

 private:
  int file_;
};

enum class ChildEnd { finished, crashed, timed_out, stopped, too_much_output, not_started };

struct ChildRun {
  ChildEnd end = ChildEnd::not_started;
  std::string output;
  std::string reason;  // why it was not started
};

struct ChildOrder {
  std::string program;
  std::vector<std::string> arguments;  // behind the program's name
  int stdin_file = -1;
  std::chrono::milliseconds time{};
  std::size_t output_bytes = 0;
  std::stop_token stop{};
  // Shown all output kept so far whenever more came; may take complete lines off its front.
  std::function<void(std::string& output)> arrived{};
};

// Safe to call from several threads. The child leads a session of its own; when it ends, or has
// to, everything it started ends with it.
ChildRun run_child(const ChildOrder& order);

}  // namespace liem::extraction
