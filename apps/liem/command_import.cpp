#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include <cstdio>

#include "assessment/acts.h"
#include "assessment/history_additions.h"
#include "assessment/import.h"
#include "liem/commands.h"
#include "liem/machine.h"
#include "liem/place_options.h"
#include "liem/shipped.h"
#include "liem/terminal_user.h"
#include "reading/reading.h"
#include "storage/privacy.h"

namespace liem::app {
namespace {

namespace fs = std::filesystem;
using assessment::AccountsFile;
using assessment::RoundFolder;

namespace errors {
constexpr ErrorCode not_a_folder{"app.not_a_folder", ErrorKind::bad_input};
constexpr ErrorCode neither_file_nor_folder{"import.neither_file_nor_folder", ErrorKind::bad_input};
constexpr ErrorCode unlisted{"import.unlisted", ErrorKind::unavailable};
}  // namespace errors

constexpr std::size_t largest_import = std::size_t{64} << 20;  // bytes

std::unexpected<Error> unlisted(const fs::path& path, const std::error_code& reason) {
  return fail(errors::unlisted, {{"folder", path.string()}, {"reason", reason.message()}});
}

// Adds one entry of a round's folder. Links are refused as well: what they lead to may lie
// anywhere.
Result<void> add_entry(const fs::directory_entry& entry, RoundFolder& folder) {
  std::error_code failed;
  const auto status = entry.symlink_status(failed);
  if (failed) return unlisted(entry.path(), failed);
  if (fs::is_directory(status)) return {};
  if (!fs::is_regular_file(status)) {
    return fail(errors::neither_file_nor_folder, {{"file", entry.path().string()}});
  }
  auto bytes = read_user_file(entry.path(), largest_import);
  if (!bytes) return std::unexpected(bytes.error());
  folder.files.emplace(entry.path().lexically_relative(folder.shown).generic_string(),
                       std::move(*bytes));
  return {};
}

// Every file below the path, or all that kept some from being seen.
std::expected<RoundFolder, Problems> folder_of(const fs::path& path) {
  std::error_code failed;
  if (!fs::is_directory(path, failed)) {
    return std::unexpected(Problems{fail(errors::not_a_folder, {{"file", path.string()}}).error()});
  }
  RoundFolder folder{path.string(), {}};
  Problems problems;
  fs::recursive_directory_iterator it(path, failed);
  for (const fs::recursive_directory_iterator end; !failed && it != end; it.increment(failed)) {
    if (auto added = add_entry(*it, folder); !added) problems.push_back(added.error());
  }
  if (failed) problems.push_back(unlisted(path, failed).error());
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return folder;
}

std::expected<RoundFolder, Problems> demo_folder(const Share& share) {
  const std::string name = "demo";
  RoundFolder folder{share.display_name(name), {}};
  for (const auto& file : share.list(name)) {
    auto bytes = share.read(file);
    if (!bytes) return std::unexpected(Problems{bytes.error()});
    folder.files.emplace(file.substr(name.size() + 1), std::move(*bytes));
  }
  return folder;
}

// A bar on a terminal that goes away when all is done; silent where the output is kept.
assessment::Progress progress_bar() {
  if (isatty(STDERR_FILENO) != 1) return [](std::size_t, std::size_t) {};
  return [](std::size_t done, std::size_t total) {
    constexpr std::size_t width = 40;
    const std::size_t filled = done * width / total;
    fmt::print(stderr, "\r[{:#<{}}{:.<{}}] {}/{}", "", filled, "", width - filled, done, total);
    if (done == total) fmt::print(stderr, "\r\033[K");
    std::fflush(stderr);
  };
}

std::expected<assessment::RoundImport, Problems> read_folder(const Context& context,
                                                             const RoundFolder& folder,
                                                             AccountsFile accounts) {
  const auto lexicon = load_lexicon(context.share);
  if (!lexicon) return std::unexpected(Problems{lexicon.error()});
  const auto find_set = [&](const std::string& id) { return round_set_files(context.share, id); };
  const auto check_report = [&](std::string_view bytes, std::string_view name) -> Result<void> {
    auto reading = reading::read(bytes, name, *lexicon);
    if (!reading) return std::unexpected(reading.error());
    return {};
  };
  auto common = context.share.read("accounts/common-passwords.txt");
  if (!common) return std::unexpected(Problems{common.error()});
  assessment::ImportOptions options;
  options.accounts = accounts;
  options.passwords = accounts::PasswordRule(*common);
  options.random = &system_random;
  return assessment::read_round_folder(folder, find_set, check_report, options);
}

Message summary(const assessment::RoundImport& import, const std::string& data) {
  return {"import.taken_in",
          {{"data", data},
           {"round", import.round.id},
           {"units", std::to_string(import.units.size())},
           {"submissions", std::to_string(import.submissions.size())},
           {"accounts", std::to_string(import.accounts.size())}}};
}

int import_folder(const Context& context, const std::expected<RoundFolder, Problems>& folder,
                  const PlaceOptions& place, AccountsFile accounts) {
  if (!folder) return refuse(context, folder.error());
  if (sodium_init() < 0) return 1;
  auto import = read_folder(context, *folder, accounts);
  if (!import) return refuse(context, import.error());
  import->acts = assessment::acts::of_import(*import, terminal_user(), system_now());
  auto store = storage::open_store(place.place(), storage::Access::create);
  if (store) {
    const auto kept = assessment::check_history_only_adds(**store, *import,
                                                          folder->shown + "/history/units.yaml");
    if (!kept) return refuse(context, kept.error());
  }
  const auto added = store ? (*store)->add_round(*import, progress_bar())
                           : Result<void>(std::unexpected(store.error()));
  if (!added) return refuse(context, {added.error()});
  if (auto closed = storage::check_private(place.data); !closed) context.report(closed.error());
  fmt::print("{}\n", context.catalogue.render(summary(*import, place.shown()), context.locale));
  return 0;
}

}  // namespace

void add_import(CLI::App& root, Run& run) {
  struct ImportOptions {
    PlaceOptions place;
    std::string folder;
    bool with_accounts = false;
  };
  auto options = std::make_shared<ImportOptions>();
  auto* command = root.add_subcommand("import", "take in a round's folder, wholly or not at all");
  options->place.add_to(*command, "folder of the data; made where missing");
  command->add_flag("--with-accounts", options->with_accounts, "also take in accounts.yaml");
  command->add_option("folder", options->folder, "the round's folder")->required();
  command->callback([&run, options] {
    run = [options](const Context& context) {
      return import_folder(context, folder_of(options->folder), options->place,
                           options->with_accounts ? AccountsFile::load : AccountsFile::leave);
    };
  });
}

void add_demo(CLI::App& root, Run& run) {
  auto place = std::make_shared<PlaceOptions>();
  auto* command = root.add_subcommand("demo", "take in the sample province with its accounts");
  place->add_to(*command, "folder of the data; made where missing");
  command->callback([&run, place] {
    run = [place](const Context& context) {
      return import_folder(context, demo_folder(context.share), *place, AccountsFile::load);
    };
  });
}

}  // namespace liem::app
