// Proves that rows and files belong to each other.
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "liem/commands.h"
#include "liem/machine.h"
#include "liem/place_options.h"
#include "liem/progress.h"
#include "liem/shipped.h"
#include "storage/fsck.h"
#include "storage/migrations.h"

namespace liem::app {
namespace {

namespace json = boost::json;

struct FsckOptions {
  PlaceOptions place;
  std::string format = "text";
};

Result<std::unique_ptr<storage::Database>> open_known(const PlaceOptions& place) {
  auto database = storage::open_database(place.place(), storage::Access::existing);
  if (!database) return database;
  const auto schema = storage::schema_of(**database, storage::shipped_migrations());
  if (!schema) return std::unexpected(schema.error());
  return database;
}

json::object fault_json(const Context& context, const Message& fault) {
  json::object place;
  for (const auto& [name, value] : fault.args) place[name] = value;
  return {{"code", fault.id},
          {"place", std::move(place)},
          {"message",
           {{"vi", context.catalogue.render(fault, Locale::vi)},
            {"en", context.catalogue.render(fault, Locale::en)}}}};
}

void print_json(const storage::FsckCounts& counts, json::array faults) {
  const json::object report{
      {"checked",
       {{"contents", counts.contents}, {"documents", counts.documents}, {"files", counts.files}}},
      {"faults", std::move(faults)}};
  fmt::print("{}\n", json::serialize(report));
}

void print_summary(const Context& context, const storage::FsckCounts& counts) {
  const Args args{{"contents", std::to_string(counts.contents)},
                  {"documents", std::to_string(counts.documents)},
                  {"files", std::to_string(counts.files)},
                  {"faults", std::to_string(counts.faults)}};
  const char* id = counts.faults == 0 ? "app.fsck_clean" : "app.fsck_faults";
  fmt::print("{}\n", context.catalogue.render({id, args}, context.locale));
}

int fsck(const Context& context, const FsckOptions& options) {
  const auto database = open_known(options.place);
  if (!database) return refuse(context, {database.error()});
  const bool as_json = options.format == "json";
  Percent percent;
  json::array faults;
  const storage::FsckHooks hooks{
      [&](const Message& fault) {
        if (as_json) return faults.push_back(fault_json(context, fault));
        percent.clear();
        fmt::print("{}\n", context.catalogue.render(fault, context.locale));
      },
      [&](std::uint64_t done, std::uint64_t total, const std::string& at) {
        percent.reached(done, total, at);
      }};
  const auto counts = storage::fsck(**database, options.place.data, system_now(), hooks);
  percent.clear();
  if (!counts) return refuse(context, {counts.error()});
  if (as_json) {
    print_json(*counts, std::move(faults));
  } else {
    print_summary(context, *counts);
  }
  return counts->faults == 0 ? 0 : 1;
}

}  // namespace

void add_fsck(CLI::App& root, Run& run) {
  auto options = std::make_shared<FsckOptions>();
  auto* command =
      root.add_subcommand("fsck", "prove that every row has its file and every file its row");
  options->place.add_to(*command, "folder of the data");
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}));
  command->callback([&run, options] {
    run = [options](const Context& context) {
      return sodium_init() < 0 ? 1 : fsck(context, *options);
    };
  });
}

}  // namespace liem::app
