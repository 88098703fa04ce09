// Answers taken away from the network: a unit's workbook out, and back in.
#include <fmt/format.h>

#include <array>
#include <boost/json/serialize.hpp>

#include "assessment/acts.h"
#include "assessment/answer_sheets.h"
#include "http/sheet_json.h"
#include "liem/commands.h"
#include "liem/ledger_keys.h"
#include "liem/work_place.h"

namespace liem::app {
namespace {

using assessment::TakenSheet;
using assessment::WorkDesk;

constexpr std::size_t largest_sheet = std::size_t{4} << 20;  // bytes

struct SheetOptions : OfficeOptions {
  std::string round, unit, file, key, format = "text";
  std::vector<std::string> keys, cells;
  bool dry_run = false;
};

std::string say(const Context& context, std::string id, Args args = {}) {
  return context.catalogue.render({std::move(id), std::move(args)}, context.locale);
}

Result<void> write_out(const Context& context, const WorkDesk& at, const SheetOptions& options) {
  const auto key = optional_secret_key(options.key, options.place.data);
  if (!key) return std::unexpected(key.error());
  const auto sheet = assessment::answer_sheet(at, options.round, options.unit, context.catalogue);
  if (!sheet) return std::unexpected(sheet.error());
  auto written = sheets::write_sheet(*sheet, context.catalogue, *key, options.file);
  if (!written) return written;
  const ledger::Object of{"list", "sheet " + options.round + "." + options.unit};
  auto act = assessment::acts::of_list_export(at.desk.viewer, of, "sheet", "xlsx",
                                              sheet->rows.size(), at.now);
  act.unit = options.unit;
  auto told = at.desk.store.ledger().record(at.desk.viewer.province, {act});
  if (!told) return told;
  fmt::print("{}\n", say(context, *key ? "app.sheet_signed" : "app.sheet_unsigned",
                         {{"file", options.file}, {"rows", std::to_string(sheet->rows.size())}}));
  return {};
}

Result<sheets::ReturnedSheet> read_in(const Context& context, const SheetOptions& options) {
  auto bytes = read_user_file(options.file, largest_sheet);
  if (!bytes) return std::unexpected(bytes.error());
  const extraction::Options opening{.helper = "/proc/self/exe"};
  const auto text = extraction::extract_bytes(std::move(*bytes), options.file, opening);
  if (!text) return std::unexpected(text.error());
  auto sheet = sheets::read_sheet(*text, context.catalogue);
  if (!sheet || options.keys.empty()) return sheet;
  const auto keys = load_public_keys(options.keys);
  if (!keys) return std::unexpected(keys.error());
  if (auto holds = sheets::check_signature(*sheet, *keys); !holds) {
    return std::unexpected(holds.error());
  }
  return sheet;
}

void tell(const Context& context, const TakenSheet& taken, bool kept) {
  for (const auto& row : taken.rows) {
    for (const auto& cell : row.cells) {
      fmt::print("{:<6} {:<9} {}: “{}” → “{}”", sheets::address_of(cell.column, cell.row),
                 say(context, "sheet_verdict." + std::string(sheets::name_of(cell.verdict))),
                 cell.label, cell.stands, cell.wanted);
      if (cell.why)
        fmt::print("  ({})", context.catalogue.render(cell.why->message, context.locale));
      fmt::print("\n");
    }
  }
  fmt::print("{}\n", say(context, kept ? "app.sheet_taken" : "app.sheet_would_be_taken",
                         {{"written", std::to_string(taken.written)},
                          {"changed", std::to_string(taken.changed)},
                          {"conflicts", std::to_string(taken.conflicts)},
                          {"refused", std::to_string(taken.refused)}}));
}

Result<void> take_in(const Context& context, const WorkDesk& at, const SheetOptions& options) {
  if (auto may = assessment::may_take_sheet(at, options.round, options.unit); !may) return may;
  const auto sheet = read_in(context, options);
  if (!sheet) return std::unexpected(sheet.error());
  TakenSheet taken;
  const auto write = [&]() -> Result<void> {
    auto found = assessment::take_sheet(at, *sheet, options.round, options.unit, options.cells,
                                        context.catalogue);
    if (!found) return std::unexpected(found.error());
    taken = std::move(*found);
    if (options.dry_run || assessment::stands(taken, options.cells)) return {};
    return fail(assessment::errors::sheet_not_taken,
                {{"conflicts", std::to_string(taken.conflicts)},
                 {"refused", std::to_string(taken.refused)}});
  };
  auto& requests = at.desk.store.requests();
  const auto done = options.dry_run ? requests.rehearse(write) : requests.together(write);
  const bool kept = done && !options.dry_run;
  if (options.format == "json") {
    fmt::print("{}\n", boost::json::serialize(http::taken_json(taken, kept, context.catalogue)));
  } else if (done || !taken.rows.empty()) {
    tell(context, taken, kept);
  }
  return done;
}

CLI::App* add_one(CLI::App& group, const char* name, const char* about, SheetOptions& options) {
  auto* command = add_office_command(group, name, about, options);
  command->add_option("round", options.round, "id of the round")->required();
  command->add_option("unit", options.unit, "id of the unit")->required();
  command->add_option("file", options.file, "the workbook, .xlsx")->required();
  return command;
}

void add_export(CLI::App& group, Run& run) {
  auto options = std::make_shared<SheetOptions>();
  auto* command = add_one(group, "export", "writes a unit's answers as a workbook", *options);
  command
      ->add_option("--signing-key", options->key,
                   "file of the secret key; outside the data (LIEM_SHEETS_KEY)")
      ->envname("LIEM_SHEETS_KEY");
  command->callback([&run, options] {
    run = [options](const Context& context) {
      return at_work(context, *options,
                     [&](const WorkDesk& at) { return write_out(context, at, *options); });
    };
  });
}

void add_import_of(CLI::App& group, Run& run) {
  auto options = std::make_shared<SheetOptions>();
  auto* command = add_one(group, "import", "takes a workbook back: all of it or nothing", *options);
  command->add_option("--cells", options->cells, "write these cells alone, such as E14,F20")
      ->delimiter(',');
  command->add_option("--key", options->keys,
                      "file of a public key; it must be signed by one of them");
  command->add_flag("--dry-run", options->dry_run, "say what would be; keep nothing");
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([&run, options] {
    run = [options](const Context& context) {
      return at_work(context, *options,
                     [&](const WorkDesk& at) { return take_in(context, at, *options); });
    };
  });
}

}  // namespace

void add_sheet(CLI::App& root, Run& run) {
  auto* group = root.add_subcommand("sheet", "a unit's answers away from the network, as .xlsx");
  group->require_subcommand(1);
  add_export(*group, run);
  add_import_of(*group, run);
}

}  // namespace liem::app
