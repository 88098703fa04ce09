#include "extraction/tools.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <optional>

#include "base/utf8.h"
#include "extraction/confinement.h"

namespace liem::extraction {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t most_errors = 4096;
constexpr int not_executed = 127;

struct Pipe {
  int read = -1, write = -1;
};

Pipe open_pipe() {
  int ends[2];
  LIEM_CHECK(pipe2(ends, O_CLOEXEC) == 0);
  return {ends[0], ends[1]};
}

[[noreturn]] void become(const std::string& path, const Command& command, int in, int out,
                         int err) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (in != STDIN_FILENO) dup2(in, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  std::vector<char*> argv;
  argv.push_back(const_cast<char*>(path.c_str()));
  for (std::size_t i = 1; i < command.size(); ++i) {
    argv.push_back(const_cast<char*>(command[i].c_str()));
  }
  argv.push_back(nullptr);
  if (confine_signals()) execv(path.c_str(), argv.data());
  _exit(not_executed);
}

// One pipeline under way.
struct Running {
  std::size_t index = 0;
  Pipeline commands;
  std::vector<pid_t> children{};
  int out = -1, err = -1;
  Clock::time_point deadline;
  ToolRun run{};
};

// Reads what is there; closes and forgets the descriptor at the end.
void drain(int& from, std::string& into, std::size_t most) {
  char block[1 << 16];
  const ssize_t got = read(from, block, sizeof block);
  if (got > 0) {
    into.append(block, std::min(static_cast<std::size_t>(got), most - std::min(most, into.size())));
  } else if (got == 0 || errno != EINTR) {
    close(from);
    from = -1;
  }
}

void stop(Running& running, ToolEnd end) {
  for (const pid_t child : running.children) kill(child, SIGKILL);
  running.run.end = end;
  for (int* pipe : {&running.out, &running.err}) {
    if (*pipe >= 0) close(*pipe);
    *pipe = -1;
  }
}

// Collects the children; the first that ended badly on its own account decides.
ToolRun collect(Running& running, bool stopped) {
  ToolRun& run = running.run;
  if (!stopped) run.end = ToolEnd::finished;
  for (std::size_t i = 0; i < running.children.size(); ++i) {
    int status = 0;
    while (waitpid(running.children[i], &status, 0) < 0 && errno == EINTR) {
    }
    if (run.tool.empty()) run.tool = running.commands[i].front();
    if (stopped || run.end != ToolEnd::finished) continue;
    if (WIFSIGNALED(status) && WTERMSIG(status) != SIGPIPE) {
      run.end = WTERMSIG(status) == SIGXCPU ? ToolEnd::timed_out : ToolEnd::crashed;
      run.tool = running.commands[i].front();
    } else if (WIFEXITED(status) && WEXITSTATUS(status) != 0) {
      run.end = ToolEnd::failed;
      run.exit_code = WEXITSTATUS(status);
      run.tool = running.commands[i].front();
    }
  }
  return std::move(run);
}

class Runner {
 public:
  Runner(const Limits& limits, std::size_t jobs, const std::function<void()>& ended)
      : limits_(limits), jobs_(std::max(jobs, std::size_t{1})), ended_(ended) {}

  template <class PathOf>
  std::vector<ToolRun> run(const std::vector<Pipeline>& pipelines, PathOf&& path_of) {
    std::vector<ToolRun> results(pipelines.size());
    std::size_t next = 0;
    while (next < pipelines.size() || !active_.empty()) {
      while (next < pipelines.size() && active_.size() < jobs_) {
        start(next, pipelines[next], path_of);
        ++next;
      }
      wait();
      std::erase_if(active_, [&](Running& running) {
        const bool stopped = check_limits(running);
        if (!stopped && (running.out >= 0 || running.err >= 0)) return false;
        results[running.index] = collect(running, stopped);
        if (ended_) ended_();
        return true;
      });
    }
    return results;
  }

 private:
  template <class PathOf>
  void start(std::size_t index, const Pipeline& commands, PathOf&& path_of) {
    Running running{
        .index = index, .commands = commands, .deadline = Clock::now() + limits_.tool_time};
    const Pipe err = open_pipe();
    int in = STDIN_FILENO;
    for (const auto& command : commands) {
      const Pipe out = open_pipe();
      const pid_t child = fork();
      LIEM_CHECK(child >= 0);
      if (child == 0) become(path_of(command.front()), command, in, out.write, err.write);
      running.children.push_back(child);
      close(out.write);
      if (in != STDIN_FILENO) close(in);
      in = out.read;
    }
    close(err.write);
    running.out = in;
    running.err = err.read;
    active_.push_back(std::move(running));
  }

  void wait() {
    std::vector<pollfd> watched;
    auto soonest = Clock::now() + std::chrono::hours(1);
    for (const auto& running : active_) {
      soonest = std::min(soonest, running.deadline);
      watched.push_back({running.out, POLLIN, 0});  // negative ones are passed over
      watched.push_back({running.err, POLLIN, 0});
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(soonest - Clock::now()).count();
    if (poll(watched.data(), watched.size(), static_cast<int>(std::max<long>(left, 0))) <= 0)
      return;
    for (std::size_t i = 0; i < active_.size(); ++i) {
      auto& running = active_[i];
      if (watched[2 * i].revents != 0) drain(running.out, running.run.out, 2 * limits_.text_bytes);
      if (watched[2 * i + 1].revents != 0) drain(running.err, running.run.err, most_errors);
    }
  }

  // Whether the pipeline had to be stopped.
  bool check_limits(Running& running) {
    if (running.run.out.size() >= 2 * limits_.text_bytes) {
      stop(running, ToolEnd::too_much);
      return true;
    }
    if (Clock::now() < running.deadline) return false;
    stop(running, ToolEnd::timed_out);
    return true;
  }

  Limits limits_;
  std::size_t jobs_;
  const std::function<void()>& ended_;
  std::vector<Running> active_;
};

std::string find_along_path(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path != nullptr ? path : "/usr/bin:/bin";
  while (!rest.empty()) {
    const auto colon = std::min(rest.find(':'), rest.size());
    const std::string candidate = std::string(rest.substr(0, colon)) + "/" + name;
    if (candidate.front() == '/' && access(candidate.c_str(), X_OK) == 0) return candidate;
    rest.remove_prefix(std::min(colon + 1, rest.size()));
  }
  return {};
}

}  // namespace

Toolbox::Toolbox(std::vector<std::string> names, const Options& options) : options_(options) {
  for (auto& name : names) {
    std::string path = find_along_path(name);
    tools_.push_back({std::move(name), std::move(path)});
  }
}

std::vector<std::string> Toolbox::real_paths() const {
  std::vector<std::string> paths;
  for (const auto& tool : tools_) {
    char real[PATH_MAX];
    if (!tool.path.empty() && realpath(tool.path.c_str(), real) != nullptr)
      paths.emplace_back(real);
  }
  return paths;
}

const std::string& Toolbox::path_of(const std::string& name) const {
  const auto found = std::ranges::find(tools_, name, &Tool::name);
  LIEM_CHECK(found != tools_.end());
  return found->path;
}

Result<void> Toolbox::check(const std::vector<Pipeline>& pipelines) const {
  for (const auto& pipeline : pipelines) {
    for (const auto& command : pipeline) {
      if (path_of(command.front()).empty()) {
        return fail(errors::tool_missing, {{"tool", command.front()}});
      }
    }
  }
  return {};
}

Result<std::vector<ToolRun>> Toolbox::run(const std::vector<Pipeline>& pipelines,
                                          const std::function<void()>& ended) const {
  if (auto found = check(pipelines); !found) return std::unexpected(found.error());
  Runner runner(options_.limits, static_cast<std::size_t>(std::max(options_.jobs, 1)), ended);
  return runner.run(
      pipelines, [this](const std::string& name) -> const std::string& { return path_of(name); });
}

Result<ToolRun> Toolbox::run_one(Command command) const {
  auto runs = run({Pipeline{std::move(command)}});
  if (!runs) return std::unexpected(runs.error());
  return std::move(runs->front());
}

namespace {

// The first line it complained with; nothing where that is no text.
std::string first_words(const ToolRun& run) {
  std::string words = run.err.substr(0, run.err.find('\n'));
  if (utf8::find_invalid(words) != std::string_view::npos) words.clear();
  return words;
}

}  // namespace

std::unexpected<Error> failure_of(const ToolRun& run) {
  LIEM_CHECK(run.end != ToolEnd::finished);
  if (run.end == ToolEnd::timed_out) return fail(errors::timed_out, {{"tool", run.tool}});
  if (run.end == ToolEnd::crashed) return fail(errors::crashed, {{"tool", run.tool}});
  if (run.end == ToolEnd::too_much) return fail(errors::too_much_text, {{"limit_mb", "128"}});
  return fail(errors::tool_failed, {{"tool", run.tool}, {"reason", first_words(run)}});
}

std::unexpected<Error> broken_by(const ToolRun& run) {
  if (run.end != ToolEnd::failed || run.err.empty()) return failure_of(run);
  return fail(errors::broken, {{"reason", first_words(run)}});
}

}  // namespace liem::extraction
