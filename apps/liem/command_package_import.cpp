// Taking in a package that a province handed in. docs/decisions/0021-package-upward.md
#include <fmt/format.h>
#include <sodium.h>

#include "assessment/package_import.h"
#include "ledger/hash.h"
#include "liem/commands.h"
#include "liem/ledger_keys.h"
#include "liem/machine.h"
#include "liem/place_options.h"
#include "liem/shipped.h"
#include "liem/terminal_user.h"
#include "storage/package_check.h"
#include "storage/privacy.h"

namespace liem::app {
namespace {

using assessment::KeyTrust;
using assessment::Receipt;
using assessment::Replacing;

namespace errors {
constexpr ErrorCode key_or_trust{"package.key_or_trust", ErrorKind::bad_input};
}

struct TakingOptions {
  PlaceOptions place;
  std::string file;
  std::vector<std::string> keys;
  bool trust = false, replace = false, dry_run = false;
};

std::expected<assessment::CheckedPackage, Problems> checked_package(const TakingOptions& options) {
  if (options.keys.empty() != options.trust) {
    return std::unexpected(Problems{fail(errors::key_or_trust).error()});
  }
  if (options.trust) return storage::check_package(options.file, std::nullopt);
  auto keys = load_public_keys(options.keys);
  if (!keys) return std::unexpected(Problems{keys.error()});
  return storage::check_package(options.file, *keys);
}

// All of it in one transaction, of which a dry run keeps nothing.
std::expected<Receipt, Problems> taken_in(const Context& context, const TakingOptions& options,
                                          const assessment::CheckedPackage& package) {
  const auto flow = shipped_workflow(context.share);
  if (!flow) return std::unexpected(flow.error());
  const auto notices = shipped_notices(context.share, *flow);
  if (!notices) return std::unexpected(notices.error());
  const auto library = listed(new_library(context.share));
  if (!library) return std::unexpected(library.error());
  const auto store = listed(storage::open_store(options.place.place(), storage::Access::create));
  if (!store) return std::unexpected(store.error());
  const auto& province = package.manifest.province;
  const assessment::Viewer viewer{province, terminal_user(), terminal_user(),
                                  assessment::Role::administrator, province};
  const assessment::Desk desk{**store, **library, viewer};
  const assessment::WorkDesk at{desk, *flow, *notices, system_now()};
  const assessment::ReceiveOptions wanted{
      options.trust ? KeyTrust::as_it_comes : KeyTrust::named,
      options.replace ? Replacing::allowed : Replacing::refused};
  Receipt receipt;
  const auto write = [&]() -> Result<void> {
    auto received = assessment::receive_package(
        at, package,
        [&](const auto& take) { return storage::each_file(options.file, package, take); }, wanted);
    if (!received) return std::unexpected(received.error());
    receipt = std::move(*received);
    return {};
  };
  auto& requests = (*store)->requests();
  const auto done = options.dry_run ? requests.rehearse(write) : requests.together(write);
  if (!done) return std::unexpected(Problems{done.error()});
  return receipt;
}

const char* words_of(const Receipt& receipt, const TakingOptions& options) {
  switch (receipt.outcome) {
    case Receipt::Outcome::taken_in:
      return options.dry_run ? "app.package_would_come" : "app.package_taken_in";
    case Receipt::Outcome::replaced:
      return options.dry_run ? "app.package_would_replace" : "app.package_replaced";
    case Receipt::Outcome::same:
      return "app.package_same";
    case Receipt::Outcome::differs:
      return "package.differs";
  }
  return "";
}

void print_differences(const Context& context, const Receipt& receipt) {
  for (const auto& [where, before, after] : receipt.differences) {
    fmt::print("{}\n", context.catalogue.render({"app.package_difference",
                                                 {{"where", where},
                                                  {"before", before.empty() ? "–" : before},
                                                  {"after", after.empty() ? "–" : after}}},
                                                context.locale));
  }
}

int import_package(const Context& context, const TakingOptions& options) {
  if (sodium_init() < 0) return 1;
  const auto package = checked_package(options);
  if (!package) return refuse(context, package.error());
  const auto receipt = taken_in(context, options, *package);
  if (!receipt) return refuse(context, receipt.error());
  if (auto closed = storage::check_private(options.place.data); !closed) {
    context.report(closed.error());
  }
  print_differences(context, *receipt);
  const Message words{words_of(*receipt, options),
                      {{"round", package->manifest.round},
                       {"province", package->manifest.province},
                       {"number", std::to_string(package->manifest.number)},
                       {"units", std::to_string(receipt->units)},
                       {"files", std::to_string(receipt->files)},
                       {"reviewed", std::to_string(receipt->reviewed)},
                       {"key", ledger::to_hex(package->signature.key.id())},
                       {"data", options.place.shown()}}};
  if (receipt->outcome == Receipt::Outcome::differs) {
    return refuse(context, {Error{ErrorKind::conflict, words}});
  }
  fmt::print("{}\n", context.catalogue.render(words, context.locale));
  return 0;
}

}  // namespace

void add_package_import(CLI::App& group, Run& run) {
  auto options = std::make_shared<TakingOptions>();
  auto* command = group.add_subcommand("import", "take a package in, wholly or not at all");
  options->place.add_to(*command, "folder of the data; made where missing");
  command->add_option("file", options->file, "the package")->required();
  command->add_option("--key", options->keys,
                      "file of the province's public key; may be given again");
  command->add_flag("--trust", options->trust, "take it whoever signed it, and remember the key");
  command->add_flag("--replace", options->replace, "put it in the place of the one received");
  command->add_flag("--dry-run", options->dry_run, "say what would come; keep nothing");
  command->callback([&run, options] {
    run = [options](const Context& context) { return import_package(context, *options); };
  });
}

}  // namespace liem::app
