// The test program is the worker too, and plays broken tools where it is called by their names:
// ".../hang/pdftotext" waits, ".../crash/pdftotext" dies, ".../flood/pdftotext" never ends.
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <string_view>

#include "extraction/extraction.h"

namespace {

// Exit codes say what the confinement let through.
int play_intruder() {
  if (std::fopen("/tmp/liem-intruder", "w") != nullptr) return 3;
  if (std::fopen("/etc/passwd", "r") != nullptr) return 4;
  if (kill(getppid(), 0) == 0) return 5;
  if (execl("/bin/sh", "sh", "-c", "exit 6", nullptr) == 0) return 6;
  std::puts("Pages:          1");
  return 0;
}

int play_tool(std::string_view name) {
  if (name.find("/hang/") != std::string_view::npos) {
    for (;;) pause();
  }
  if (name.find("/crash/") != std::string_view::npos) std::raise(SIGSEGV), __builtin_trap();
  if (name.find("/socket/") != std::string_view::npos)
    return socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 3 : 4;
  if (name.find("/intruder/") != std::string_view::npos) return play_intruder();
  for (;;) std::fputs("không bao giờ hết\n", stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (const auto code = liem::extraction::run_worker(argc, argv)) return *code;
  const std::string_view name = argv[0];
  if (name.ends_with("/pdfinfo") || name.ends_with("/tesseract")) return play_tool(name);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
