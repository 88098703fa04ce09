// States of a course that need not go on, since another beats them.
#pragma once

#include <functional>

#include "advice/course_walk.h"

namespace liem::advice::course {

class Rivals {
 public:
  // Values may be off by `slack` either way.
  Rivals(const Walk& walk, std::int64_t slack) : walk_(walk), slack_(slack) {}

  // Drops states that another beats or equals in all, as far as it looks: every pair among few,
  // else those likely to beat many. `bound` gives those that stay their rank again.
  void drop_beaten(States& states, std::size_t stage,
                   const std::function<Wide(const State&)>& bound) const;

 private:
  void keep_unbeaten(States& list, std::size_t stage, States& kept) const;
  static void drop_same_standing(States& kept, std::size_t first, std::int64_t slack,
                                 const std::function<Wide(const State&)>& bound);
  bool beats(const State& a, const State& b, std::size_t stage) const;

  const Walk& walk_;
  std::int64_t slack_;
};

}  // namespace liem::advice::course
