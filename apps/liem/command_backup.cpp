// One archive of all there is, made while the server runs, checked, and put back into an empty
// place.
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "assessment/acts.h"
#include "ledger/export.h"
#include "liem/commands.h"
#include "liem/machine.h"
#include "liem/place_options.h"
#include "liem/progress.h"
#include "liem/shipped.h"
#include "liem/terminal_user.h"
#include "storage/backup.h"
#include "storage/fsck.h"
#include "storage/log_check.h"
#include "storage/migrations.h"

namespace liem::app {
namespace {

namespace fs = std::filesystem;

namespace errors {
constexpr ErrorCode backup_needs{"app.backup_needs", ErrorKind::bad_input};
constexpr ErrorCode backup_within_data{"app.backup_within_data", ErrorKind::bad_input};
}  // namespace errors

constexpr int does_not_hold = 3;

struct BackupOptions {
  PlaceOptions place;
  std::string file;
};

std::string say(const Context& context, std::string id, Args args = {}) {
  return context.catalogue.render({std::move(id), std::move(args)}, context.locale);
}

std::string shown(std::chrono::sys_seconds at) {
  std::string text = ledger::time_text(at);
  std::ranges::replace(text, 'T', ' ');
  return text;
}

Args args_of(const std::string& file, const storage::BackupHeader& header) {
  return {{"file", file},
          {"taken", shown(header.taken)},
          {"program", header.program},
          {"rows", std::to_string(header.rows)},
          {"files", std::to_string(header.files)}};
}

// A bar, and every fault as a line of its own.
class Watch {
 public:
  explicit Watch(const Context& context) : context_(context) {}
  storage::BackupHooks hooks() {
    return {[this](std::uint64_t done, std::uint64_t total, const std::string& entry) {
              percent_.reached(done, total, entry);
            },
            [this](const Message& fault) {
              percent_.clear();
              ++faults_;
              fmt::print(stderr, "liem: {}\n", context_.catalogue.render(fault, context_.locale));
            }};
  }
  void clear() { percent_.clear(); }
  std::uint64_t faults() const { return faults_; }

 private:
  const Context& context_;
  Percent percent_;
  std::uint64_t faults_ = 0;
};

// Before the rows are taken, so that the backup itself holds it. A schema of before is left as it
// is: a backup made ahead of an upgrade changes nothing.
Result<void> log_backup(const PlaceOptions& place) {
  const auto database = storage::open_database(place.place(), storage::Access::existing);
  if (!database) return std::unexpected(database.error());
  const auto migrations = storage::shipped_migrations();
  const auto schema = storage::schema_of(**database, migrations);
  if (!schema) return std::unexpected(schema.error());
  if (schema->applied != migrations.size()) return {};
  return storage::record_everywhere(place.place(),
                                    assessment::acts::of_backup(terminal_user(), system_now()));
}

Result<storage::BackupHeader> back_up(const BackupOptions& options, Watch& watch) {
  if (options.place.data.empty() || options.file.empty()) return fail(errors::backup_needs);
  if (lies_within(options.file, options.place.data)) {
    return fail(errors::backup_within_data,
                {{"file", options.file}, {"folder", options.place.data}});
  }
  if (auto logged = log_backup(options.place); !logged) return std::unexpected(logged.error());
  return storage::back_up({options.place.place(), options.file, LIEM_VERSION, system_now()},
                          watch.hooks());
}

int backup_command(const Context& context, const BackupOptions& options) {
  Watch watch(context);
  const auto made = back_up(options, watch);
  watch.clear();
  if (!made) return refuse(context, {made.error()});
  fmt::print("{}\n", say(context, "app.backup_made", args_of(options.file, *made)));
  if (watch.faults() == 0) return 0;
  fmt::print("{}\n",
             say(context, "app.backup_faults", {{"faults", std::to_string(watch.faults())}}));
  return does_not_hold;
}

int verify_command(const Context& context, const BackupOptions& options) {
  Watch watch(context);
  const auto verified = storage::verify_backup(options.file, watch.hooks());
  watch.clear();
  if (!verified) return refuse(context, {verified.error()});
  fmt::print("{}\n", say(context, "app.backup_is_whole", args_of(options.file, *verified)));
  return 0;
}

// What was put back, proved: the log is whole, and rows and files belong to each other.
Result<std::uint64_t> prove(const Context& context, const PlaceOptions& place) {
  Watch watch(context);
  const auto hooks = watch.hooks();
  std::uint64_t faults = 0;
  const auto log = storage::check_logs(place.place());
  if (!log) return std::unexpected(log.error());
  for (const auto& fault : *log) {
    hooks.fault(fault);
    ++faults;
  }
  const auto database = storage::open_database(place.place(), storage::Access::existing);
  if (!database) return std::unexpected(database.error());
  const auto counts =
      storage::fsck(**database, place.data, system_now(), {hooks.fault, hooks.progress});
  watch.clear();
  if (!counts) return std::unexpected(counts.error());
  return faults + counts->faults;
}

int restore_command(const Context& context, const BackupOptions& options) {
  Watch watch(context);
  const auto place = options.place.place();
  const auto restored = storage::restore(options.file, place, watch.hooks());
  watch.clear();
  if (!restored) return refuse(context, {restored.error()});
  auto args = args_of(options.file, *restored);
  args.emplace_back("place", options.place.shown());
  fmt::print("{}\n", say(context, "app.restored", std::move(args)));
  const auto faults = prove(context, options.place);
  if (!faults) return refuse(context, {faults.error()});
  if (*faults > 0) {
    fmt::print("{}\n", say(context, "app.restored_faults", {{"faults", std::to_string(*faults)}}));
    return does_not_hold;
  }
  const auto logged = storage::record_everywhere(
      place, assessment::acts::of_restore(terminal_user(), restored->taken, system_now()));
  if (!logged) return refuse(context, {logged.error()});
  fmt::print("{}\n", say(context, "app.restored_whole"));
  return 0;
}

using Command = int (*)(const Context&, const BackupOptions&);

void set_run(Run& run, Command command, const std::shared_ptr<BackupOptions>& options) {
  run = [options, command](const Context& context) {
    return sodium_init() < 0 ? 1 : command(context, *options);
  };
}

}  // namespace

void add_backup(CLI::App& root, Run& run) {
  auto options = std::make_shared<BackupOptions>();
  auto* command =
      root.add_subcommand("backup", "one archive of all rows and files, made while servers run");
  options->place.add_to(*command, "folder of the data");
  command->get_option("--data")->required(false);
  command->add_option("--to", options->file, "the file to make; outside the data");
  auto* verify = command->add_subcommand("verify", "read a backup and check every entry");
  verify->add_option("file", options->file, "the backup")->required();
  command->callback([&run, options, verify] {
    set_run(run, verify->parsed() ? verify_command : backup_command, options);
  });
}

void add_restore(CLI::App& root, Run& run) {
  auto options = std::make_shared<BackupOptions>();
  auto* command = root.add_subcommand("restore", "put a backup into an empty place");
  command->add_option("file", options->file, "the backup")->required();
  options->place.add_to(*command, "folder to make, or an empty one");
  command->callback([&run, options] { set_run(run, restore_command, options); });
}

}  // namespace liem::app
