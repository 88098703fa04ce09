// A round handed in upward as one signed file: made, and checked without any data.
// docs/decisions/0021-package-upward.md
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

#include "assessment/package_acts.h"
#include "assessment/package_export.h"
#include "ledger/export.h"
#include "liem/commands.h"
#include "liem/ledger_keys.h"
#include "liem/machine.h"
#include "liem/office.h"
#include "liem/place_options.h"
#include "liem/province_choice.h"
#include "liem/shipped.h"
#include "liem/terminal_user.h"
#include "storage/package_archive.h"
#include "storage/package_check.h"

namespace liem::app {
namespace {

using assessment::PackageManifest;

namespace errors {
constexpr ErrorCode no_signing_key{"package.no_signing_key", ErrorKind::bad_input};
constexpr ErrorCode within_data{"package.within_data", ErrorKind::bad_input};
}  // namespace errors

constexpr int does_not_hold = 3;

struct PackageOptions {
  PlaceOptions place;
  std::string province, round, file, as, signing_key;
  std::vector<std::string> keys;
};

std::string say_of(const Context& context, const char* id, Args args) {
  return context.catalogue.render({id, std::move(args)}, context.locale);
}

Args args_of_package(const PackageManifest& manifest, const std::string& sha256,
                     const ledger::PublicKey& key) {
  return {{"province", manifest.province},
          {"round", manifest.round},
          {"number", std::to_string(manifest.number)},
          {"at", ledger::time_text(manifest.submitted)},
          {"name", manifest.submitted_by},
          {"files", std::to_string(manifest.members.size() - 1)},
          {"sha256", sha256},
          {"key", ledger::to_hex(key.id())}};
}

Result<assessment::Viewer> exporter(assessment::Store& store, const std::string& province,
                                    const std::string& as) {
  if (!as.empty()) return office_of(store, province, as);
  return assessment::Viewer{province, terminal_user(), terminal_user(), assessment::Role::inspector,
                            province};
}

Result<ledger::SecretKey> key_for(const PackageOptions& options) {
  if (options.signing_key.empty()) return fail(errors::no_signing_key);
  if (!options.place.data.empty() && lies_within(options.file, options.place.data)) {
    return fail(errors::within_data, {{"file", options.file}, {"folder", options.place.data}});
  }
  return load_secret_key(options.signing_key, options.place.data);
}

// Told in the log before the file is there.
Result<assessment::PreparedPackage> write_out(const assessment::RoundPlace& at,
                                              const assessment::Viewer& viewer,
                                              const ledger::SecretKey& key,
                                              const std::string& file) {
  auto package = assessment::prepare_package(at);
  if (!package) return package;
  auto writer = storage::PackageWriter::create(file);
  if (!writer) return std::unexpected(writer.error());
  const auto signature = assessment::sign_manifest(package->manifest_text, key);
  auto written = assessment::write_package(
      at, *package, signature,
      [&](const std::string& name, std::string_view bytes) { return (*writer)->add(name, bytes); });
  if (written) {
    written = at.store.ledger().record(
        at.province, {assessment::acts::of_package_export(viewer, package->manifest,
                                                          package->sha256, system_now())});
  }
  if (written) written = (*writer)->finish();
  if (!written) return std::unexpected(written.error());
  return package;
}

std::expected<assessment::PreparedPackage, Problems> exported(const Context& context,
                                                              const PackageOptions& options,
                                                              const ledger::SecretKey& key) {
  const auto flow = shipped_workflow(context.share);
  if (!flow) return std::unexpected(flow.error());
  auto library = listed(new_library(context.share));
  if (!library) return std::unexpected(library.error());
  auto store = listed(storage::open_store(options.place.place(), storage::Access::existing));
  if (!store) return std::unexpected(store.error());
  const auto province = listed(choose_province(**store, options.place.shown(), options.province));
  if (!province) return std::unexpected(province.error());
  const auto viewer = listed(exporter(**store, *province, options.as));
  if (!viewer) return std::unexpected(viewer.error());
  if (auto may = assessment::may_export(*flow, *viewer); !may) {
    return std::unexpected(Problems{may.error()});
  }
  return listed(
      write_out({**store, **library, *flow, *province, options.round}, *viewer, key, options.file));
}

int export_package(const Context& context, const PackageOptions& options) {
  const auto key = key_for(options);
  if (!key) return refuse(context, {key.error()});
  const auto made = exported(context, options, *key);
  if (!made) return refuse(context, made.error());
  auto args = args_of_package(made->manifest, made->sha256, key->public_key());
  args.emplace_back("file", options.file);
  fmt::print("{}\n", say_of(context, "app.package_made", std::move(args)));
  return 0;
}

// What a person asked to be checked does not hold; else it could not be checked.
bool is_finding_of_package(const Error& error) {
  return error.kind == ErrorKind::conflict || error.kind == ErrorKind::forbidden;
}

int verify_package(const Context& context, const PackageOptions& options) {
  std::optional<std::vector<ledger::PublicKey>> trusted;
  if (!options.keys.empty()) {
    auto keys = load_public_keys(options.keys);
    if (!keys) return refuse(context, {keys.error()});
    trusted = std::move(*keys);
  }
  const auto package = storage::check_package(options.file, trusted);
  if (!package) {
    const bool found = std::ranges::any_of(package.error(), is_finding_of_package);
    const int refused = refuse(context, package.error());
    return found ? does_not_hold : refused;
  }
  const auto args = args_of_package(package->manifest, package->sha256, package->signature.key);
  fmt::print("{}\n", say_of(context, "app.package_holds", args));
  if (!trusted) fmt::print("{}\n", say_of(context, "app.package_key_unknown", args));
  return 0;
}

using PackageCommand = int (*)(const Context&, const PackageOptions&);

CLI::App* add_package_command(CLI::App& group, Run& run, const char* name, const char* what,
                              PackageCommand command,
                              const std::shared_ptr<PackageOptions>& options) {
  auto* added = group.add_subcommand(name, what);
  added->callback([&run, options, command] {
    run = [options, command](const Context& context) {
      return sodium_init() < 0 ? 1 : command(context, *options);
    };
  });
  return added;
}

}  // namespace

void add_package(CLI::App& root, Run& run) {
  auto options = std::make_shared<PackageOptions>();
  auto* group = root.add_subcommand("package", "a round handed in upward as one signed file");
  group->require_subcommand(1);
  auto* making = add_package_command(*group, run, "export", "make the package of a round",
                                     &export_package, options);
  options->place.add_to(*making, "folder of the data");
  making->add_option("--province", options->province,
                     "id of the province, where the data holds several");
  making->add_option("--round", options->round, "id of the round")->required();
  making->add_option("--to", options->file, "the file to make; outside the data")->required();
  making->add_option("--as", options->as, "the account whose work it is; the log names both");
  add_signing_key(*making, options->signing_key);
  add_package_import(*group, run);
  auto* check = add_package_command(*group, run, "verify",
                                    "name every member that is altered, missing, extra or moved",
                                    &verify_package, options);
  check->add_option("file", options->file, "the package")->required();
  check->add_option("--key", options->keys, "file of a public key; may be given again");
}

}  // namespace liem::app
