// Looks after the database under a province's data.
#include <fmt/format.h>

#include "liem/commands.h"
#include "liem/place_options.h"
#include "liem/shipped.h"
#include "storage/distribution.h"
#include "storage/migrations.h"

namespace liem::app {
namespace {

struct DbOptions {
  PlaceOptions place;
  bool dry_run = false;
};

void say(const Context& context, std::string id, Args args) {
  fmt::print("{}\n", context.catalogue.render({std::move(id), std::move(args)}, context.locale));
}

std::vector<std::string> names_of(std::span<const storage::Migration> migrations) {
  std::vector<std::string> names;
  for (const auto& migration : migrations) names.emplace_back(migration.name);
  return names;
}

int refused(const Context& context, const Error& error) { return refuse(context, {error}); }

int status(const Context& context, const DbOptions& options) {
  const auto database = storage::open_database(options.place.place(), storage::Access::existing);
  if (!database) return refused(context, database.error());
  const auto migrations = storage::shipped_migrations();
  const auto schema = storage::schema_of(**database, migrations);
  if (!schema) return refused(context, schema.error());
  const bool file = (*database)->engine() == storage::Engine::sqlite;
  say(context, file ? "db.status_file" : "db.status_server", {{"file", (*database)->name()}});
  say(context, "db.status_schema",
      {{"applied", std::to_string(schema->applied)}, {"known", std::to_string(migrations.size())}});
  return 0;
}

int migrate(const Context& context, const DbOptions& options) {
  const auto database = storage::open_database(options.place.place(), storage::Access::existing);
  if (!database) return refused(context, database.error());
  const auto migrations = storage::shipped_migrations();
  const auto schema = storage::schema_of(**database, migrations);
  if (!schema) return refused(context, schema.error());
  const auto pending = names_of(std::span(migrations).subspan(schema->applied));
  for (const auto& name : pending) {
    say(context, options.dry_run ? "db.would_run" : "db.runs", {{"migration", name}});
  }
  if (!options.dry_run) {
    if (auto done = storage::migrate(**database, migrations); !done) {
      return refused(context, done.error());
    }
  }
  if (pending.empty()) say(context, "db.up_to_date", {{"file", (*database)->name()}});
  return 0;
}

int distribute(const Context& context, const DbOptions& options) {
  const auto database = storage::open_database(options.place.place(), storage::Access::existing);
  if (!database) return refused(context, database.error());
  const auto plan = storage::distribution_plan(**database);
  if (!plan) return refused(context, plan.error());
  for (const auto& placement : *plan) fmt::print("{};\n", placement.statement());
  if (!options.dry_run) {
    if (auto done = storage::distribute(**database, *plan); !done) {
      return refused(context, done.error());
    }
  }
  if (plan->empty()) say(context, "db.all_placed", {{"file", (*database)->name()}});
  return 0;
}

using Command = int (*)(const Context&, const DbOptions&);

CLI::App* add(CLI::App& group, Run& run, const std::shared_ptr<DbOptions>& options,
              const std::string& name, const std::string& about, Command command) {
  auto* added = group.add_subcommand(name, about);
  options->place.add_to(*added, "folder of the data");
  added->callback([&run, options, command] {
    run = [options, command](const Context& context) { return command(context, *options); };
  });
  return added;
}

}  // namespace

void add_db(CLI::App& root, Run& run) {
  auto* group = root.add_subcommand("db", "look after the database");
  group->require_subcommand(1);
  auto options = std::make_shared<DbOptions>();
  add(*group, run, options, "status", "which database it is and how far its schema is", status);
  add(*group, run, options, "migrate", "bring the schema up to date", migrate)
      ->add_flag("--dry-run", options->dry_run, "only list what would run");
  add(*group, run, options, "distribute", "spread the tables over machines by province (Citus)",
      distribute)
      ->add_flag("--dry-run", options->dry_run, "only print the statements");
}

}  // namespace liem::app
