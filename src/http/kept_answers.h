// Answers of before, given again as long as what they were made of is the same: no work, and where
// the asker has them already (If-None-Match), no bytes. docs/decisions/0015-answers-kept.md
// Not those that Idempotency-Key keeps of creates (assessment/request_store.h).
#pragma once

#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "assessment/overview.h"
#include "http/router.h"
#include "http/services.h"

namespace liem::http {

// By what they are of; beyond the bound those put in first are let go. Shared by all threads.
class KeptAnswers {
 public:
  explicit KeptAnswers(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  std::shared_ptr<const Response> find(const std::string& key);
  void keep(const std::string& key, std::shared_ptr<const Response> answer);
  // False the first time, and again where it was long ago: what nobody asks for twice is not worth
  // its space.
  bool asked_before(const std::string& key);

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<const Response>> answers_;
  std::deque<std::string> order_;
  std::size_t bytes_ = 0, most_bytes_;
  std::array<std::size_t, 4096> asked_{};  // hashes of names, each in the place it falls into
};

// What an answer is made of, in a name; nothing where none of this viewer's is kept. It decides
// anew at each call whether the viewer may see what is asked.
using MadeOf = std::function<Result<std::optional<std::string>>(const Call&)>;
using Handle = std::function<Result<Response>(const assessment::Desk&, const Call&)>;

// An answer of 200 in what `made_of` names, for whoever else asks for the same.
void add_kept(Router& router, const Services& services, const std::string& path,
              const MadeOf& made_of, const Handle& handle);

// The name of rounds, units, papers and scores as they are, and of what the call asks for; viewers
// of one role in one unit share it.
Result<std::optional<std::string>> made_of_rounds(const Services& services, const Call& call);
// Of everything there is.
std::optional<std::string> made_of_all(const Call& call);

}  // namespace liem::http
