// What the store does for requests as such, whatever they write; part of the Store.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "base/error.h"

namespace liem::assessment {

// The answer to a request that created something.
struct KeptAnswer {
  std::string request;  // hexadecimal SHA-256 of what was asked
  int status = 0;
  std::string body;
  std::chrono::sys_seconds at{};
};

// Whose request under which key of its sender's choice.
struct RequestKey {
  std::string account, key;
};

class RequestStore {
 public:
  virtual ~RequestStore() = default;

  // Everything `acts` writes becomes one transaction: all of it is kept where it succeeds, or
  // nothing. It may run again from its start, so it changes nothing but the store.
  virtual Result<void> together(const std::function<Result<void>()>& acts) = 0;
  // Likewise, but nothing is kept: what would be refused is refused, and that is all.
  virtual Result<void> rehearse(const std::function<Result<void>()>& acts) = 0;

  // What was answered under the key; the account's answers from before `since` are forgotten.
  virtual Result<std::optional<KeptAnswer>> kept_answer(const std::string& province,
                                                        const RequestKey& key,
                                                        std::chrono::sys_seconds since) = 0;
  virtual Result<void> keep_answer(const std::string& province, const RequestKey& key,
                                   const KeptAnswer& answer) = 0;
};

}  // namespace liem::assessment
