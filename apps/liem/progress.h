// A bar on the terminal while many files are read.
#pragma once

#include <cstddef>
#include <cstdint>
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

// A bar for work that says how far it is: a hundred steps, whatever is counted.
class Percent {
 public:
  Percent() : bar_(100, progress_shown(100)) {}
  void reached(std::uint64_t done, std::uint64_t total, std::string_view at);
  void clear() { bar_.clear(); }

 private:
  Progress bar_;
  std::uint64_t shown_ = 0;
};

}  // namespace liem::app
