#include "extraction/confinement.h"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <initializer_list>

#include "extraction/landlock.h"

namespace liem::extraction {
namespace {

// An address sanitizer needs terabytes of address space and files of its own.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif
#else
constexpr bool sanitized = false;
#endif

std::unexpected<Error> refused(const char* what) {
  return fail(errors::no_confinement,
              {{"reason", std::string(what) + ": " + std::strerror(errno)}});
}

bool set_limit(__rlimit_resource_t resource, rlim_t soft, rlim_t hard) {
  rlimit now{};
  if (getrlimit(resource, &now) != 0) return false;
  const rlimit wanted{std::min(soft, now.rlim_max), std::min(hard, now.rlim_max)};
  return setrlimit(resource, &wanted) == 0;
}

class Filter {
 public:
  explicit Filter(std::uint32_t otherwise) : context_(seccomp_init(otherwise)) {}
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;
  ~Filter() { seccomp_release(context_); }

  // Names this system does not have need no rule.
  void on(std::initializer_list<const char*> calls, std::uint32_t action) {
    for (const char* call : calls) {
      const int number = seccomp_syscall_resolve_name(call);
      if (number != __NR_SCMP_ERROR) note(seccomp_rule_add(context_, action, number, 0));
    }
  }
  // Opening for writing, creating, truncating: `flags` is the argument that says so.
  void forbid_writing(const char* call, unsigned flags) {
    const int number = seccomp_syscall_resolve_name(call);
    for (const unsigned bit :
         {unsigned{O_WRONLY}, unsigned{O_RDWR}, unsigned{O_CREAT}, unsigned{O_TRUNC}}) {
      const scmp_arg_cmp writes{flags, SCMP_CMP_MASKED_EQ, bit, bit};
      note(seccomp_rule_add_array(context_, SCMP_ACT_ERRNO(EACCES), number, 1, &writes));
    }
  }
  Result<void> load() {
    if (context_ != nullptr && failed_ == 0) failed_ = seccomp_load(context_);
    if (context_ != nullptr && failed_ == 0) return {};
    errno = -failed_;
    return refused("seccomp");
  }

 private:
  void note(int result) {
    // -EACCES: the action is the filter's default; -EEXIST: the rule is there already.
    if (result < 0 && result != -EACCES && result != -EEXIST) failed_ = result;
  }
  scmp_filter_ctx context_;
  int failed_ = 0;
};

}  // namespace

Result<void> confine_process(const Limits& limits) {
  if (close_range(STDERR_FILENO + 1, ~0U, 0) != 0) return refused("close_range");
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return refused("no_new_privs");
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_DUMPABLE, 0);
  const auto seconds = static_cast<rlim_t>(limits.cpu_time.count());
  const bool limited =
      set_limit(RLIMIT_CPU, seconds, seconds + 1) &&
      (sanitized || set_limit(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes)) &&
      set_limit(RLIMIT_FSIZE, 0, 0) && set_limit(RLIMIT_CORE, 0, 0) &&
      set_limit(RLIMIT_NOFILE, 256, 256);
  if (!limited) return refused("rlimit");
  return {};
}

Result<void> confine_parser() {
  if (sanitized) return {};
  Filter filter(SCMP_ACT_KILL_PROCESS);
  filter.on({"read",          "write",          "readv",        "writev",      "close",
             "lseek",         "fstat",          "mmap",         "munmap",      "mremap",
             "mprotect",      "madvise",        "brk",          "futex",       "getrandom",
             "clock_gettime", "gettimeofday",   "time",         "getpid",      "gettid",
             "rt_sigaction",  "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall",
             "exit",          "exit_group"},
            SCMP_ACT_ALLOW);
  // What a library may try and live without.
  filter.on({"open", "openat", "newfstatat", "stat", "readlink", "access", "ioctl", "prlimit64",
             "sysinfo", "sched_getaffinity", "tgkill", "kill"},
            SCMP_ACT_ERRNO(EPERM));
  return filter.load();
}

Result<void> confine_tools(std::span<const std::string> tools) {
  if (sanitized) return {};
  // Allowed to root and, on most systems, to anybody in a user namespace of its own; where it is
  // not, the filter below still leaves no way to make a socket.
  if (unshare(CLONE_NEWNET | CLONE_NEWIPC) != 0)
    unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC);
  restrict_files(tools);
  Filter filter(SCMP_ACT_ALLOW);
  filter.on({"socket",
             "socketpair",
             "connect",
             "bind",
             "listen",
             "accept",
             "accept4",
             "ptrace",
             "process_vm_readv",
             "process_vm_writev",
             "mount",
             "umount2",
             "move_mount",
             "fsopen",
             "fsmount",
             "open_tree",
             "pivot_root",
             "chroot",
             "setns",
             "unshare",
             "keyctl",
             "add_key",
             "request_key",
             "bpf",
             "perf_event_open",
             "userfaultfd",
             "io_uring_setup",
             "io_uring_enter",
             "io_uring_register",
             "kexec_load",
             "kexec_file_load",
             "init_module",
             "finit_module",
             "delete_module",
             "open_by_handle_at",
             "pidfd_open",
             "pidfd_getfd",
             "reboot",
             "swapon",
             "swapoff",
             "settimeofday",
             "clock_settime",
             "quotactl"},
            SCMP_ACT_KILL_PROCESS);
  filter.on({"setsid",   "setpgid",   "creat",    "openat2",   "mkdir",     "mkdirat",
             "mknod",    "mknodat",   "unlink",   "unlinkat",  "rmdir",     "rename",
             "renameat", "renameat2", "link",     "linkat",    "symlink",   "symlinkat",
             "truncate", "chmod",     "fchmod",   "fchmodat",  "chown",     "fchown",
             "lchown",   "fchownat",  "setxattr", "lsetxattr", "fsetxattr", "utimensat"},
            SCMP_ACT_ERRNO(EACCES));
  filter.forbid_writing("open", 1);
  filter.forbid_writing("openat", 2);
  return filter.load();
}

Result<void> confine_signals() {
  if (sanitized) return {};
  Filter filter(SCMP_ACT_ALLOW);
  filter.on(
      {"kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_send_signal"},
      SCMP_ACT_ERRNO(EPERM));
  return filter.load();
}

}  // namespace liem::extraction
