#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>

#include "assessment/acts.h"
#include "ledger/errors.h"
#include "ledger/export.h"
#include "ledger/paper.h"
#include "ledger/verify_export.h"
#include "liem/commands.h"
#include "liem/ledger_keys.h"
#include "liem/machine.h"
#include "liem/place_options.h"
#include "liem/progress.h"
#include "liem/province_choice.h"
#include "liem/shipped.h"
#include "liem/terminal_user.h"

namespace liem::app {
namespace {

namespace errors {
constexpr ErrorCode data_or_export{"app.data_or_export", ErrorKind::bad_input};
constexpr ErrorCode no_key_given{"app.no_key_given", ErrorKind::bad_input};
constexpr ErrorCode file_exists{"app.file_exists", ErrorKind::conflict};
}  // namespace errors

constexpr std::size_t batch = 1000;  // rows read at once
constexpr std::size_t largest_paper = std::size_t{64} << 10;
constexpr std::size_t longest_line = std::size_t{4} << 20;

struct LedgerOptions {
  PlaceOptions place;
  std::string province, file, paper, signing_key;
  std::vector<std::string> keys;
  bool show_paper = false;
};

std::string say(const Context& context, std::string id, Args args = {}) {
  return context.catalogue.render({std::move(id), std::move(args)}, context.locale);
}

// A data folder with the province worked on.
struct Opened {
  std::unique_ptr<assessment::Store> store;
  std::string province;
};

Result<Opened> open(const LedgerOptions& options) {
  auto store = storage::open_store(options.place.place(), storage::Access::existing);
  if (!store) return std::unexpected(store.error());
  auto province = choose_province(**store, options.place.shown(), options.province);
  if (!province) return std::unexpected(province.error());
  return Opened{std::move(*store), std::move(*province)};
}

// What was typed from a paper, as a checkpoint to trust; where the signature was typed as well and
// keys are at hand, it has to hold.
Result<std::optional<ledger::Checkpoint>> paper_of(const LedgerOptions& options,
                                                   const std::string& province,
                                                   const std::vector<ledger::PublicKey>& keys) {
  if (options.paper.empty()) return std::nullopt;
  const auto text = read_user_file(options.paper, largest_paper);
  if (!text) return std::unexpected(text.error());
  const auto typed = ledger::read_paper(*text);
  if (!typed) return std::unexpected(typed.error());
  ledger::Checkpoint out{province, typed->position, typed->hash, typed->at, typed->key, {}};
  if (!typed->signature || keys.empty()) return out;
  out.signature = *typed->signature;
  if (auto holds = ledger::check(out, keys); !holds) return std::unexpected(holds.error());
  return out;
}

// Every row of the store from a position on, in order, a batch at a time, with a bar; the last
// position, or the one before `from` where there is none.
Result<std::uint64_t> each_row(assessment::Store& store, const std::string& province,
                               std::uint64_t from, std::uint64_t expected,
                               const std::function<void(const ledger::StoredEntry&)>& take) {
  const std::size_t batches = expected / batch + 1;
  Progress progress(batches, progress_shown(batches));
  for (std::size_t done = 1;; ++done) {
    const auto rows = store.ledger().entries_from(province, from, batch);
    if (!rows) return std::unexpected(rows.error());
    for (const auto& row : *rows) take(row);
    if (!rows->empty()) from = rows->back().entry.position + 1;
    if (rows->size() < batch) return from - 1;
    if (done <= batches) progress.advance(std::to_string(from - 1));  // there may be more rows
  }
}

// The rows, and the head as it is once they were read: an entry and the head it makes are written
// together, so that no row lies behind a head read after it.
Result<ledger::Head> take_all(assessment::Store& store, const std::string& province,
                              ledger::Verifier& verifier) {
  auto head = store.ledger().head(province);
  for (std::uint64_t last = 0; head;) {
    const auto read =
        each_row(store, province, last + 1, head->position - std::min(head->position, last),
                 [&](const auto& row) { verifier.take(row); });
    if (!read) return std::unexpected(read.error());
    head = store.ledger().head(province);
    if (!head || head->position <= *read || *read == last) break;
    last = *read;
  }
  return head;
}

Result<ledger::Verified> verify_data(const LedgerOptions& options,
                                     const std::vector<ledger::PublicKey>& keys) {
  auto opened = open(options);
  if (!opened) return std::unexpected(opened.error());
  auto& log = opened->store->ledger();
  const auto paper = paper_of(options, opened->province, keys);
  if (!paper) return std::unexpected(paper.error());
  const auto checkpoints = log.checkpoints(opened->province);
  if (!checkpoints) return std::unexpected(checkpoints.error());
  const auto signatures =
      keys.empty() ? ledger::Signatures::not_checked : ledger::Signatures::checked;
  ledger::Verifier verifier(opened->province, *checkpoints, {signatures, keys}, ledger::Tail::open);
  if (*paper) verifier.trust(**paper);
  const auto head = take_all(*opened->store, opened->province, verifier);
  if (!head) return std::unexpected(head.error());
  return verifier.finish(*head);
}

Result<ledger::Lines> lines_of(const std::string& file) {
  auto stream = std::make_shared<std::ifstream>(file, std::ios::binary);
  if (!*stream) {
    return fail(app::errors::unreadable, {{"file", file}, {"reason", std::strerror(errno)}});
  }
  return ledger::Lines(
      [stream, file, number = std::size_t{0}]() mutable -> Result<std::optional<std::string>> {
        std::string line;
        ++number;
        if (!std::getline(*stream, line)) return std::nullopt;
        if (line.size() > longest_line) {
          return fail(ledger::errors::bad_line, {{"line", std::to_string(number)}});
        }
        return line;
      });
}

Result<ledger::Verified> verify_file(const LedgerOptions& options,
                                     const std::vector<ledger::PublicKey>& keys) {
  if (keys.empty()) return fail(errors::no_key_given);
  ledger::ExportCheck check;
  check.open = [&] { return lines_of(options.file); };
  check.file = options.file;
  check.keys = keys;
  return ledger::verify_export(check);
}

// Findings of the log itself, as against what kept it from being looked at.
bool is_finding(const Error& error) {
  return error.message.id.starts_with("ledger.") &&
         (error.kind == ErrorKind::conflict || error.message.id == "ledger.bad_line");
}

int verify(const Context& context, const LedgerOptions& options) {
  if (options.place.data.empty() == options.file.empty()) {
    return refuse(context, {fail(errors::data_or_export).error()});
  }
  const auto keys = load_public_keys(options.keys);
  if (!keys) return refuse(context, {keys.error()});
  const auto verified =
      options.file.empty() ? verify_data(options, *keys) : verify_file(options, *keys);
  if (!verified) {
    context.report(verified.error());
    return is_finding(verified.error()) ? 3 : 1;
  }
  fmt::print("{}\n", say(context, "app.log_is_whole",
                         {{"entries", std::to_string(verified->entries)},
                          {"checkpoints", std::to_string(verified->checkpoints)},
                          {"sealed", std::to_string(verified->sealed_to)}}));
  if (keys->empty()) fmt::print("{}\n", say(context, "app.signatures_not_checked"));
  return 0;
}

Result<ledger::Checkpoint> seal(Opened& opened, const ledger::SecretKey& key) {
  return opened.store->ledger().seal(opened.province, [&](const ledger::Head& head) {
    return ledger::make_checkpoint(opened.province, head, system_now(), key);
  });
}

int checkpoint(const Context& context, const LedgerOptions& options) {
  const auto key = load_secret_key(options.signing_key, options.place.data);
  if (!key) return refuse(context, {key.error()});
  auto opened = open(options);
  if (!opened) return refuse(context, {opened.error()});
  const auto made = seal(*opened, *key);
  if (!made) return refuse(context, {made.error()});
  fmt::print("{}", options.show_paper ? ledger::paper_of(*made, context.catalogue)
                                      : ledger::line_of(*made));
  return 0;
}

// The log up to the last checkpoint made here, or all of it where no key is at hand.
Result<std::uint64_t> write_export(Opened& opened, std::ofstream& out) {
  auto& log = opened.store->ledger();
  const auto head = log.head(opened.province);
  if (!head) return std::unexpected(head.error());
  out << ledger::line_of(ledger::ExportHeader{opened.province});
  auto written = each_row(*opened.store, opened.province, 1, head->position, [&](const auto& row) {
    if (row.entry.position <= head->position) out << ledger::line_of(row);
  });
  if (!written) return std::unexpected(written.error());
  const auto checkpoints = log.checkpoints(opened.province);
  if (!checkpoints) return std::unexpected(checkpoints.error());
  std::uint64_t sealed = 0;
  for (const auto& one : *checkpoints) {
    if (one.position > head->position) continue;
    out << ledger::line_of(one);
    sealed = one.position;
  }
  return head->position - sealed;
}

Result<std::uint64_t> export_log(const LedgerOptions& options) {
  if (std::filesystem::exists(options.file)) {
    return fail(errors::file_exists, {{"file", options.file}});
  }
  auto opened = open(options);
  if (!opened) return std::unexpected(opened.error());
  auto& log = opened->store->ledger();
  const auto head = log.head(opened->province);
  if (!head) return std::unexpected(head.error());
  const auto act =
      assessment::acts::of_log_export(terminal_user(), head->position + 1, system_now());
  if (auto noted = log.record(opened->province, {act}); !noted) {
    return std::unexpected(noted.error());
  }
  if (!options.signing_key.empty()) {
    const auto key = load_secret_key(options.signing_key, options.place.data);
    if (!key) return std::unexpected(key.error());
    if (auto sealed = seal(*opened, *key); !sealed) return std::unexpected(sealed.error());
  }
  // Made first with its rights, since the log names people.
  if (auto made = write_new_file(options.file, "", 0600); !made) {
    return std::unexpected(made.error());
  }
  std::ofstream out(options.file, std::ios::binary);
  auto unsealed = write_export(*opened, out);
  if (unsealed && !out.flush()) {
    return fail(app::errors::not_written,
                {{"file", options.file}, {"reason", std::strerror(errno)}});
  }
  return unsealed;
}

int export_command(const Context& context, const LedgerOptions& options) {
  const auto unsealed = export_log(options);
  if (!unsealed) return refuse(context, {unsealed.error()});
  fmt::print("{}\n", say(context, "app.log_exported", {{"file", options.file}}));
  if (*unsealed > 0) {
    fmt::print("{}\n",
               say(context, "app.export_not_sealed", {{"entries", std::to_string(*unsealed)}}));
  }
  return 0;
}

int new_key(const Context& context, const LedgerOptions& options) {
  const auto key = make_keys(options.file);
  if (!key) return refuse(context, {key.error()});
  fmt::print("{}\n", say(context, "app.key_made",
                         {{"file", options.file}, {"id", ledger::to_hex(key->id())}}));
  return 0;
}

using Command = int (*)(const Context&, const LedgerOptions&);

CLI::App* add_command(CLI::App& group, Run& run, const char* name, const char* what,
                      Command command, const std::shared_ptr<LedgerOptions>& options) {
  auto* added = group.add_subcommand(name, what);
  added->callback([&run, options, command] {
    run = [options, command](const Context& context) {
      return sodium_init() < 0 ? 1 : command(context, *options);
    };
  });
  return added;
}

void add_data(CLI::App& command, LedgerOptions& options) {
  options.place.add_to(command, "folder of the data");
  command.add_option("--province", options.province,
                     "id of the province, where the data holds several");
}

}  // namespace

void add_ledger(CLI::App& root, Run& run) {
  auto options = std::make_shared<LedgerOptions>();
  auto* group = root.add_subcommand("ledger", "the log that cannot be altered unseen");
  group->require_subcommand(1);
  auto* check = add_command(*group, run, "verify", "find the first row that was tampered with",
                            &verify, options);
  options->place.add_to(*check, "folder of the data");
  check->get_option("--data")->required(false);
  check->add_option("--province", options->province,
                    "id of the province, where the data holds several");
  check->add_option("--export", options->file, "a log that was handed over, in place of --data");
  check->add_option("--key", options->keys, "file of a public key; may be given again");
  check->add_option("--paper", options->paper, "file with a checkpoint typed from paper");
  auto* sealing =
      add_command(*group, run, "checkpoint", "sign the end of the log", &checkpoint, options);
  add_data(*sealing, *options);
  add_signing_key(*sealing, options->signing_key)->required();
  sealing->add_flag("--paper", options->show_paper, "print it to be kept on paper");
  auto* handing =
      add_command(*group, run, "export", "write the log to hand it over", &export_command, options);
  add_data(*handing, *options);
  add_signing_key(*handing, options->signing_key);
  handing->add_option("file", options->file, "the file to make")->required();
  auto* key = group->add_subcommand("key", "the keys that sign checkpoints");
  key->require_subcommand(1);
  auto* making = add_command(*key, run, "new", "make a secret key, and beside it the public one",
                             &new_key, options);
  making->add_option("file", options->file, "the file to make; outside the data (LIEM_LEDGER_KEY)")
      ->envname("LIEM_LEDGER_KEY")
      ->required();
}

}  // namespace liem::app
