// Takes results apart while a file is read, so that all its problems are told at once.
#pragma once

#include <utility>

#include "base/error.h"

namespace liem::organisation {

class Collector {
 public:
  // The value, or a default one with the problem noted.
  template <class T>
  T take(Result<T> result) {
    if (result) return std::move(*result);
    problems_.push_back(std::move(result.error()));
    return T{};
  }
  void check(Result<void> result) {
    if (!result) problems_.push_back(std::move(result.error()));
  }
  void note(Error error) { problems_.push_back(std::move(error)); }
  void note(Problems more) {
    for (auto& error : more) problems_.push_back(std::move(error));
  }
  bool clean() const { return problems_.empty(); }
  Problems problems() && { return std::move(problems_); }

 private:
  Problems problems_;
};

}  // namespace liem::organisation
