// Where the bytes of documents lie, by the id of the document.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace liem::assessment {

class FileSink {
 public:
  virtual ~FileSink() = default;
  virtual Result<void> write(std::string_view bytes) = 0;
};

// Nothing is kept unless keep() is reached.
class IncomingFile : public FileSink {
 public:
  struct Kept {
    std::string sha256;  // hexadecimal
    std::uint64_t size = 0;
  };
  virtual Result<Kept> keep() = 0;  // once; the bytes are on the disk when it returns
};

// Shared by all threads.
class DocumentFiles {
 public:
  virtual ~DocumentFiles() = default;
  virtual Result<std::unique_ptr<IncomingFile>> receive(const std::string& id) = 0;
  virtual std::string path_of(const std::string& id) const = 0;
  virtual Result<void> remove(const std::string& id) = 0;  // also where there is none

  // Files that come in parts (assessment/uploads.h).
  virtual Result<std::uint64_t> received(const std::string& upload) const = 0;
  // Takes the bytes behind `offset`; what came stays, however the sender ends.
  // errors::upload_moved, errors::upload_busy
  virtual Result<std::unique_ptr<FileSink>> receive_more(const std::string& upload,
                                                         std::uint64_t offset) = 0;
  // As the file of a document too, until either is removed. errors::no_upload, errors::upload_busy
  virtual Result<IncomingFile::Kept> keep_received(const std::string& upload,
                                                   const std::string& id) = 0;
  virtual Result<void> forget_received(const std::string& upload) = 0;  // also where nothing came
  // Those whose names begin so.
  virtual Result<std::vector<std::string>> uploads(std::string_view beginning) const = 0;

  // Removes what was never kept to its end and is no longer being sent.
  virtual Result<void> sweep(std::chrono::sys_seconds now) = 0;
};

}  // namespace liem::assessment
