// Runs the named tools inside a worker: several at a time, each under a wall clock, their output
// under a ceiling. The document is on the worker's stdin; tools open it as `document_path`.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "extraction/extraction.h"

namespace liem::extraction {

inline constexpr const char* document_path = "/proc/self/fd/0";

using Command = std::vector<std::string>;  // the tool's name, then its arguments
using Pipeline = std::vector<Command>;     // each one's output is the next one's input

enum class ToolEnd { finished, failed, crashed, timed_out, too_much };

struct ToolRun {
  ToolEnd end = ToolEnd::failed;
  std::string tool;  // the one that ended it so
  int exit_code = 0;
  std::string out, err;  // `err` is cut after a few lines
};

class Toolbox {
 public:
  // Looks the tools up along PATH; those not found are missed only when they are asked for.
  Toolbox(std::vector<std::string> names, const Options& options);
  std::vector<std::string> real_paths() const;  // for confine_tools()

  // In the order of `pipelines`, at most `options.jobs` at a time; `ended` is called as each ends.
  Result<std::vector<ToolRun>> run(const std::vector<Pipeline>& pipelines,
                                   const std::function<void()>& ended = {}) const;
  // One that has to finish.
  Result<ToolRun> run_one(Command command) const;

 private:
  struct Tool {
    std::string name, path;
  };
  Result<void> check(const std::vector<Pipeline>& pipelines) const;
  const std::string& path_of(const std::string& name) const;

  std::vector<Tool> tools_;
  Options options_;
};

// The error a run stands for; LIEM_CHECK that it did not finish.
std::unexpected<Error> failure_of(const ToolRun& run);
// The same; where the tool refused the file itself, errors::broken with the first line it said.
std::unexpected<Error> broken_by(const ToolRun& run);

}  // namespace liem::extraction
