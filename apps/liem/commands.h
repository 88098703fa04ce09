// One function per command; each adds its options to the command line and says what it runs.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "liem/context.h"
#include "reading/lexicon.h"

namespace liem::app {

// What main() runs once the command line is parsed; the result is the process's exit code:
// 0 done, 1 some input was refused (said on stderr), 2 the command line is wrong, 3 what was to be
// checked does not hold.
using Run = std::function<int(const Context&)>;

Result<reading::Lexicon> load_lexicon(const Share& share);

void add_read(CLI::App& root, Run& run);
void add_import(CLI::App& root, Run& run);
void add_demo(CLI::App& root, Run& run);
void add_serve(CLI::App& root, Run& run);
void add_settings_command(CLI::App& root, Run& run);
void add_law(CLI::App& root, Run& run);
void add_set(CLI::App& root, Run& run);
void add_round(CLI::App& root, Run& run);
void add_work(CLI::App& root, Run& run);
void add_trend(CLI::App& root, Run& run);
void add_score(CLI::App& root, Run& run);
void add_evidence(CLI::App& root, Run& run);
void add_units(CLI::App& root, Run& run);
void add_series(CLI::App& root, Run& run);
void add_advise(CLI::App& root, Run& run);
void add_what_if(CLI::App& root, Run& run);
void add_best_steps(CLI::App& root, Run& run);
void add_ranks(CLI::App& root, Run& run);
void add_account(CLI::App& root, Run& run);
void add_db(CLI::App& root, Run& run);
void add_ledger(CLI::App& root, Run& run);
void add_publication(CLI::App& root, Run& run);
void add_sheet(CLI::App& root, Run& run);
void add_package(CLI::App& root, Run& run);
void add_package_import(CLI::App& group, Run& run);  // of add_package
void add_fsck(CLI::App& root, Run& run);
void add_backup(CLI::App& root, Run& run);
void add_restore(CLI::App& root, Run& run);
void add_worker(CLI::App& root, Run& run);

}  // namespace liem::app
