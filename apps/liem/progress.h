// A bar on the terminal while many files are read.
#pragma once

#include <cstddef>
#include <string_view>

namespace liem::app {

enum class Shown { no, yes };

// Yes where stderr is a terminal and there is more than one file.
Shown progress_shown(std::size_t files);

class Progress {
 public:
  Progress(std::size_t total, Shown shown) : total_(total), shown_(shown) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance(std::string_view file);
  // Before anything else is printed.
  void clear();

 private:
  std::size_t total_, done_ = 0;
  Shown shown_;
};

}  // namespace liem::app
