// A file somebody sent to have it read, and how far that is. It is its sender's alone.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace liem::assessment {

enum class DocumentState { waiting, extracting, reading, done, failed };

std::optional<DocumentState> document_state_of(std::string_view name);
std::string_view name_of(DocumentState state);
inline bool is_final(DocumentState state) {
  return state == DocumentState::done || state == DocumentState::failed;
}

struct PageProgress {
  int done = 0, total = 0;
  bool operator==(const PageProgress&) const = default;
};

struct Document {
  std::string id;  // 32 hexadecimal digits, drawn at random
  std::string account, unit;
  std::string name;        // as its sender knows it
  std::string sha256;      // hexadecimal, of the file
  std::uint64_t size = 0;  // bytes
  std::chrono::sys_seconds created{};
  DocumentState state = DocumentState::waiting;
  std::optional<PageProgress> progress{};
  int attempts = 0;                  // begun so far
  std::optional<Message> problem{};  // why it failed, or what cut the attempt before short
  bool operator==(const Document&) const = default;
};

// What one account may keep at a time.
struct DocumentQuota {
  std::uint64_t documents = 1000;
  std::uint64_t bytes = std::uint64_t{4} << 30;
};

}  // namespace liem::assessment
