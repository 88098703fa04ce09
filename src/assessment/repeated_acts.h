// Keeps a flood of refusals or downloads from filling the disk with entries of the log: the first
// of its kind is written at once, those like it within a minute are counted and written as one.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

#include "ledger/entry.h"

namespace liem::assessment {

// Shared by all threads.
class RepeatedActs {
 public:
  static constexpr std::chrono::seconds window{60};
  static constexpr std::size_t most_kinds = 30;  // of one person's acts apart in a window

  // What is to be written now: the act where it is the first of its kind, and the counts of
  // windows that are over. Beyond most_kinds a person's acts of one code count as one kind.
  std::vector<ledger::Act> take(const ledger::Act& act);
  // The counts of windows that are over; of all windows where the program ends.
  std::vector<ledger::Act> over(std::chrono::sys_seconds now);
  std::vector<ledger::Act> rest(std::chrono::sys_seconds now);

 private:
  // Person, code, kind and id of the object, and for whom.
  using Key = std::tuple<std::string, std::string, std::string, std::string, std::string>;
  struct Window {
    ledger::Act first;
    std::uint64_t more = 0;
  };
  std::vector<ledger::Act> close(std::chrono::sys_seconds now, std::chrono::seconds least_age);

  std::mutex mutex_;
  std::map<Key, Window> windows_;
  std::map<std::string, std::size_t> kinds_;  // windows of a person
};

}  // namespace liem::assessment
