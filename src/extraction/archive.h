// A ZIP archive of an office document, read part by part within limits.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "extraction/extraction.h"

struct zip;

namespace liem::extraction {

class Archive {
 public:
  // `bytes` must outlive the archive. Refuses what is damaged, encrypted, or unpacks too far.
  static Result<Archive> open(std::string_view bytes, const Limits& limits);

  bool has(const std::string& part) const;
  bool has_name_ending(std::string_view ending) const;
  bool has_name_starting(std::string_view beginning) const;
  // The unpacked part; errors::broken where it is missing.
  Result<std::string> read(const std::string& part);

 private:
  struct Close {
    void operator()(zip* handle) const;
  };
  bool has_name(const std::function<bool(std::string_view)>& wanted) const;
  Archive(zip* handle, const Limits& limits) : handle_(handle), limits_(limits) {}
  Result<void> check_entries() const;

  std::unique_ptr<zip, Close> handle_;
  Limits limits_;
  std::size_t unpacked_ = 0;
};

}  // namespace liem::extraction
