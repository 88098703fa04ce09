#include "extraction/child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace liem::extraction {
namespace {

using Clock = std::chrono::steady_clock;

// The environment may hold secrets of the server; the tools need a path and their models.
std::vector<std::string> small_environment() {
  std::vector<std::string> variables = {"LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1"};
  for (const char* name : {"PATH", "TESSDATA_PREFIX"}) {
    if (const char* value = std::getenv(name)) variables.push_back(std::string(name) + "=" + value);
  }
  return variables;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> result;
  for (auto& string : strings) result.push_back(string.data());
  result.push_back(nullptr);
  return result;
}

int spawn(const ChildOrder& order, int output, pid_t& child) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&files, order.stdin_file, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  std::vector<std::string> arguments = {order.program};
  arguments.insert(arguments.end(), order.arguments.begin(), order.arguments.end());
  auto variables = small_environment();
  const int failed = posix_spawn(&child, order.program.c_str(), &files, &attributes,
                                 pointers(arguments).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  return failed;
}

ChildEnd read_output(int from, const ChildOrder& order, std::string& output) {
  const auto deadline = Clock::now() + order.time;
  // Long enough to cost nothing, short enough that stopping feels immediate.
  const long patience = order.stop.stop_possible() ? 100 : 1 << 30;
  char block[1 << 16];
  for (;;) {
    if (order.stop.stop_requested()) return ChildEnd::stopped;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return ChildEnd::timed_out;
    pollfd watched{from, POLLIN, 0};
    const int ready = poll(&watched, 1, static_cast<int>(std::min<long>(left, patience)));
    if (ready <= 0) continue;
    const ssize_t got = read(from, block, sizeof block);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return ChildEnd::finished;
    output.append(block, static_cast<std::size_t>(got));
    if (order.arrived) order.arrived(output);
    if (output.size() > order.output_bytes) return ChildEnd::too_much_output;
  }
}

}  // namespace

ChildRun run_child(const ChildOrder& order) {
  ChildRun run;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    run.reason = std::strerror(errno);
    return run;
  }
  Descriptor from(ends[0]), to(ends[1]);
  pid_t child = 0;
  if (const int failed = spawn(order, to.get(), child); failed != 0) {
    run.reason = std::strerror(failed);
    return run;
  }
  to.close();
  run.end = read_output(from.get(), order, run.output);
  if (run.end != ChildEnd::finished) kill(-child, SIGKILL);
  // The child leads a group; what it left behind goes before its number can be given anew.
  siginfo_t ended{};
  while (waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOWAIT) < 0 && errno == EINTR) {
  }
  kill(-child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (run.end != ChildEnd::finished) return run;
  if (WIFSIGNALED(status)) {
    run.end = WTERMSIG(status) == SIGXCPU ? ChildEnd::timed_out : ChildEnd::crashed;
  } else if (WEXITSTATUS(status) != 0) {
    run.end = ChildEnd::crashed;
  }
  return run;
}

}  // namespace liem::extraction
