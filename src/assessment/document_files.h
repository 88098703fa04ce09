// Where the bytes of documents lie, by the id of the document.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"

namespace liem::assessment {

// Nothing is kept unless keep() is reached.
class IncomingFile {
 public:
  struct Kept {
    std::string sha256;  // hexadecimal
    std::uint64_t size = 0;
  };
  virtual ~IncomingFile() = default;
  virtual Result<void> write(std::string_view bytes) = 0;
  virtual Result<Kept> keep() = 0;  // once; the bytes are on the disk when it returns
};

// Shared by all threads.
class DocumentFiles {
 public:
  virtual ~DocumentFiles() = default;
  virtual Result<std::unique_ptr<IncomingFile>> receive(const std::string& id) = 0;
  virtual std::string path_of(const std::string& id) const = 0;
  virtual Result<void> remove(const std::string& id) = 0;  // also where there is none
  // Removes what was never kept to its end and is no longer being sent.
  virtual Result<void> sweep(std::chrono::sys_seconds now) = 0;
};

}  // namespace liem::assessment
