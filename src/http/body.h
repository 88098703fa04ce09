// Bodies that are not held as a whole: taken in pieces, sent from a file, or told as they happen.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/error.h"

namespace liem::http {

// Takes a request's body in pieces, in their order; goes away where it is cut short or refused.
class BodySink {
 public:
  virtual ~BodySink() = default;
  virtual Result<void> write(std::string_view bytes) = 0;
};

// An open file; its name may vanish while it is sent.
class OpenFile {
 public:
  static Result<std::shared_ptr<const OpenFile>> open(const std::string& path);
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  std::uint64_t size() const { return size_; }
  // Bytes read, 0 at the end or where it cannot be read any further.
  std::size_t read(std::uint64_t offset, std::span<char> into) const;

 private:
  OpenFile(int file, std::uint64_t size) : file_(file), size_(size) {}
  int file_;
  std::uint64_t size_;
};

struct FilePart {
  std::shared_ptr<const OpenFile> file;
  std::uint64_t offset = 0, size = 0;
};

// What an open stream of events tells next (text/event-stream). next() is called by one thread at
// a time; a slow reader is asked for less often, so what it gets has to be the newest.
class EventSource {
 public:
  struct Next {
    std::string text;  // whole events; empty where there is nothing new
    bool last = false;
  };
  virtual ~EventSource() = default;
  virtual Next next() = 0;
  // `wake` is called from any thread when next() has more, until this goes.
  virtual void on_change(std::function<void()> wake) = 0;
};

// One event with its data on one line.
std::string event_text(std::string_view event, std::string_view data);

}  // namespace liem::http
