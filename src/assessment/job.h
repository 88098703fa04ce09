// Work in the background: a row that whoever has a hand free takes for a time, on whatever machine.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace liem::assessment {

// How work is taken, kept and given up; what an installation may set.
struct JobRules {
  std::chrono::seconds lease{30};       // a taker that falls silent for so long has lost it
  std::chrono::seconds retry_after{2};  // behind the first attempt; twice as long behind each next
  int most_tries = 3;                   // then it is given up with the error of the last
};

// Who takes work: each process under a name of its own.
struct JobTaker {
  std::string name;
  std::chrono::sys_seconds now, until;  // how long it is its taker's unless renewed
};

// What proves that a job is still its taker's: somebody who takes it later tries once more.
struct JobHold {
  std::string kind, payload, taker;
  int tries = 0;
  bool operator==(const JobHold&) const = default;
};

// How an attempt ended: done and gone, to be tried again from a time on, or given up for good.
struct JobEnd {
  enum class Kind { done, again, given_up };
  Kind kind = Kind::done;
  std::chrono::sys_seconds not_before{};
  int tries = 0;      // that count
  std::string error;  // code of a message; empty where none
};

inline constexpr std::chrono::hours longest_pause{1};

// Doubles with each try, up to that.
std::chrono::seconds pause_before_next(const JobRules& rules, int tries);

}  // namespace liem::assessment
