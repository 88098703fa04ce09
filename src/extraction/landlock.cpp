#include "extraction/landlock.h"

#include <fcntl.h>
#include <link.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>

namespace liem::extraction {
namespace {

constexpr std::uint64_t read_files = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t read_tree = read_files | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t execute = read_files | LANDLOCK_ACCESS_FS_EXECUTE;
// All rights of the first version of Landlock, bits 0 to 12.
constexpr std::uint64_t everything = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;

// A missing folder, or a descriptor that is no file of a file system, needs no rule.
void allow_open(int ruleset, int file, std::uint64_t rights) {
  landlock_path_beneath_attr rule{};
  rule.allowed_access = rights;
  rule.parent_fd = file;
  syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

void allow(int ruleset, const char* path, std::uint64_t rights) {
  const int file = open(path, O_PATH | O_CLOEXEC);
  if (file < 0) return;
  allow_open(ruleset, file, rights);
  close(file);
}

// The dynamic loader of this program; the tools come from the same system.
std::string own_loader() {
  std::string path;
  dl_iterate_phdr(
      [](dl_phdr_info* info, std::size_t, void* out) {
        for (int i = 0; i < info->dlpi_phnum; ++i) {
          const auto& header = info->dlpi_phdr[i];
          if (header.p_type != PT_INTERP) continue;
          *static_cast<std::string*>(out) =
              reinterpret_cast<const char*>(info->dlpi_addr + header.p_vaddr);
        }
        return 1;  // the first entry is the program itself
      },
      &path);
  return path;
}

}  // namespace

FileRules restrict_files(std::span<const std::string> tools) {
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs = everything;
  const auto made = syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
  if (made < 0) return FileRules::none;
  const int ruleset = static_cast<int>(made);
  for (const char* folder :
       {"/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib", "/usr/share",
        "/usr/local/share", "/etc/fonts", "/var/cache/fontconfig"}) {
    allow(ruleset, folder, read_tree);
  }
  if (const char* models = std::getenv("TESSDATA_PREFIX")) allow(ruleset, models, read_tree);
  for (const char* file : {"/etc/ld.so.cache", "/dev/null", "/dev/urandom"}) {
    allow(ruleset, file, read_files);
  }
  for (const auto& tool : tools) allow(ruleset, tool.c_str(), execute);
  allow(ruleset, own_loader().c_str(), execute);
  allow_open(ruleset, STDIN_FILENO, read_files);
  const bool restricted = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(ruleset);
  return restricted ? FileRules::landlock : FileRules::none;
}

}  // namespace liem::extraction
