#include "liem/commands.h"

namespace liem::app {

void add_read(CLI::App& root, Run& run) {
  auto* command = root.add_subcommand("read", "read reports: citations, figures, claims, findings");
  command->callback([&run] { run = [](const Context&) { return 0; }; });
}

}  // namespace liem::app
