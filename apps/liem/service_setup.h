// What servers and workers have in common: where their data is, whose it is, and who they are among
// all that take work in the background.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "assessment/job.h"
#include "assessment/store_pool.h"
#include "liem/commands.h"
#include "liem/settings_source.h"
#include "settings/settings.h"
#include "storage/open_store.h"

namespace liem::app {

inline constexpr int pages_at_once = 2;  // of one document, recognised in the background

unsigned processors();

storage::Place place_of(const settings::Settings& options);
// The one that is named, or the only one there.
Result<std::string> served_province(assessment::StorePool& stores,
                                    const settings::Settings& options);

// "<machine>:<process>:<drawn at random>": numbers of processes come round again.
std::string taker_name();
assessment::JobRules job_rules(const settings::Settings& options);

// Makes `serve` what the command runs, with the settings that hold.
using Service = Result<void> (*)(const Context& context, const settings::Settings& options);
void run_service(CLI::App& command, Run& run, const std::shared_ptr<SettingsOptions>& options,
                 Service serve);

}  // namespace liem::app
