// What other processes of the same database did to documents, heard as they do it.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/error.h"

namespace liem::assessment {

class News {
 public:
  struct Heard {
    std::vector<std::string> documents;  // ids, of the province listened to
    bool work = false;                   // something waits to be taken, perhaps
    bool missed = false;                 // nobody listened for a while: anything may have happened
  };
  virtual ~News() = default;
  // At once where there is something, else behind `at_most` with nothing heard.
  virtual Result<Heard> next(std::chrono::milliseconds at_most) = 0;
};

}  // namespace liem::assessment
