// What was published of rounds, at the terminal: listed, shown as kept, tried, held against the
// log.
#include <fmt/format.h>
#include <sodium.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "assessment/acts.h"
#include "assessment/digest.h"
#include "assessment/publishing.h"
#include "assessment/work_acts.h"
#include "ledger/export.h"
#include "liem/commands.h"
#include "liem/machine.h"
#include "liem/place_options.h"
#include "liem/province_choice.h"
#include "liem/shipped.h"
#include "liem/terminal_user.h"

namespace liem::app {
namespace {

namespace json = boost::json;
using assessment::Publication;

namespace errors {
constexpr ErrorCode publication_not_in_log{"app.publication_not_in_log", ErrorKind::conflict};
constexpr ErrorCode publication_differs{"app.publication_differs", ErrorKind::conflict};
}  // namespace errors

struct PublicationOptions {
  PlaceOptions place;
  std::string province, round, file, reason;
  std::string format = "text";
  int number = 0;
};

struct OpenedStore {
  std::unique_ptr<assessment::Store> store;
  std::string province;
};

Result<OpenedStore> open_for(const PublicationOptions& options) {
  auto store = storage::open_store(options.place.place(), storage::Access::existing);
  if (!store) return std::unexpected(store.error());
  auto province = choose_province(**store, options.place.shown(), options.province);
  if (!province) return std::unexpected(province.error());
  return OpenedStore{std::move(*store), std::move(*province)};
}

std::string say_line(const Context& context, const char* id, Args args) {
  return context.catalogue.render({id, std::move(args)}, context.locale);
}

Args args_of(const Publication& one) {
  return {{"round", one.round},  {"number", std::to_string(one.number)},
          {"act", one.act},      {"at", ledger::time_text(one.at)},
          {"name", one.by.name}, {"reason", one.reason},
          {"sha256", one.sha256}};
}

Result<std::vector<Publication>> listed_publications(const OpenedStore& opened,
                                                     const PublicationOptions& options) {
  const auto round = options.round.empty() ? std::nullopt : std::optional(options.round);
  return opened.store->publications().publications(opened.province, round);
}

int list_publications(const Context& context, const PublicationOptions& options) {
  const auto opened = open_for(options);
  if (!opened) return refuse(context, {opened.error()});
  const auto all = listed_publications(*opened, options);
  if (!all) return refuse(context, {all.error()});
  json::array rows;
  for (const auto& one : *all) {
    if (options.format == "text") {
      fmt::print("{}\n", say_line(context, "app.publication", args_of(one)));
    }
    rows.push_back(json::object{{"round", one.round},
                                {"number", one.number},
                                {"act", one.act},
                                {"at", ledger::time_text(one.at)},
                                {"by", one.by.name},
                                {"reason", one.reason},
                                {"sha256", one.sha256}});
  }
  if (options.format == "json") fmt::print("{}\n", json::serialize(rows));
  return 0;
}

// The number asked for, or where none was the newest.
Result<int> number_of(const OpenedStore& opened, const PublicationOptions& options) {
  if (options.number > 0) return options.number;
  const auto all = listed_publications(opened, options);
  if (!all) return std::unexpected(all.error());
  return all->empty() ? 1 : all->front().number;
}

// The bytes as they were frozen and nothing else, so that their hash can be taken.
int show_publication(const Context& context, const PublicationOptions& options) {
  const auto opened = open_for(options);
  if (!opened) return refuse(context, {opened.error()});
  const auto number = number_of(*opened, options);
  if (!number) return refuse(context, {number.error()});
  const auto found =
      assessment::published_document(*opened->store, opened->province, options.round, *number);
  if (!found) return refuse(context, {found.error()});
  fmt::print("{}", found->document);
  return 0;
}

// What would be published now, by the rules of the round; nothing is kept.
Result<assessment::PublishedDocument> tried(const Context& context, const OpenedStore& opened,
                                            const workflow::Workflow& flow,
                                            const workflow::Notices& notices,
                                            const PublicationOptions& options) {
  const auto library = new_library(context.share);
  if (!library) return std::unexpected(library.error());
  const assessment::Viewer viewer{opened.province, terminal_user(), terminal_user(),
                                  assessment::Role::inspector, opened.province};
  const assessment::Desk desk{*opened.store, **library, viewer};
  const auto all = opened.store->publications().publications(opened.province, options.round);
  if (!all) return std::unexpected(all.error());
  assessment::ActWanted wanted;
  wanted.act = all->empty() ? "publish" : "correct";
  wanted.reason = options.reason;
  assessment::PublishedDocument out;
  const auto done = opened.store->requests().rehearse([&]() -> Result<void> {
    auto made = assessment::do_act({desk, flow, notices, system_now()}, options.round, wanted);
    if (!made) return std::unexpected(made.error());
    out = std::move(**made);
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return out;
}

int preview_publication(const Context& context, const PublicationOptions& options) {
  const auto flow = shipped_workflow(context.share);
  if (!flow) return refuse(context, flow.error());
  const auto opened = open_for(options);
  if (!opened) return refuse(context, {opened.error()});
  const auto notices = shipped_notices(context.share, *flow);
  if (!notices) return refuse(context, notices.error());
  const auto made = tried(context, *opened, *flow, *notices, options);
  if (!made) return refuse(context, {made.error()});
  fmt::print("{}", made->document);
  return 0;
}

// The hash that the log names for a publication; empty where it tells of none.
Result<std::string> hash_in_log(const OpenedStore& opened, const std::string& round, int number) {
  assessment::LedgerFilter filter;
  filter.object = round + "." + std::to_string(number);
  constexpr std::size_t most = 100;
  const auto entries = opened.store->ledger().entries(opened.province, filter, most);
  if (!entries) return std::unexpected(entries.error());
  for (const auto& [entry, hash] : *entries) {
    if (entry.act.code != assessment::acts::result_published) continue;
    json::error_code failed;
    const auto after = json::parse(entry.act.after.text, failed);
    const auto* named =
        failed || !after.is_object() ? nullptr : after.as_object().if_contains("sha256");
    if (named != nullptr && named->is_string()) return std::string(named->as_string());
  }
  return "";
}

// Whether the log names this very hash.
Result<void> held_against_log(const OpenedStore& opened, const std::string& round, int number,
                              const std::string& sha256) {
  const auto logged = hash_in_log(opened, round, number);
  if (!logged) return std::unexpected(logged.error());
  const Args which{{"round", round}, {"number", std::to_string(number)}};
  if (logged->empty()) return fail(errors::publication_not_in_log, which);
  if (*logged == sha256) return {};
  Args args = which;
  args.insert(args.end(), {{"logged", *logged}, {"found", sha256}});
  return fail(errors::publication_differs, std::move(args));
}

Result<void> verified_file(const OpenedStore& opened, const std::string& file) {
  const auto bytes = read_user_file(file, largest_data_file);
  if (!bytes) return std::unexpected(bytes.error());
  const auto name = assessment::name_in(*bytes);
  if (!name) return std::unexpected(name.error());
  return held_against_log(opened, name->round, name->number, assessment::sha256_of(*bytes));
}

Result<void> verified_kept(const OpenedStore& opened, const Publication& one) {
  const auto bytes = opened.store->content(opened.province, one.sha256);
  if (!bytes) return std::unexpected(bytes.error());
  return held_against_log(opened, one.round, one.number,
                          *bytes ? assessment::sha256_of(**bytes) : std::string("-"));
}

bool is_finding_of_publication(const Error& error) {
  return error.message.id == errors::publication_differs.id ||
         error.message.id == errors::publication_not_in_log.id;
}

// A file that was handed over, or everything that is kept, against the log of the data.
int verify_publications(const Context& context, const PublicationOptions& options) {
  const auto opened = open_for(options);
  if (!opened) return refuse(context, {opened.error()});
  int code = 0;
  std::size_t held = 0;
  const auto judge = [&](const Result<void>& result) {
    if (result) {
      ++held;
    } else {
      context.report(result.error());
      code = is_finding_of_publication(result.error()) ? 3 : std::max(code, 1);
    }
  };
  if (!options.file.empty()) {
    judge(verified_file(*opened, options.file));
  } else {
    const auto all = listed_publications(*opened, options);
    if (!all) return refuse(context, {all.error()});
    for (const auto& one : *all) judge(verified_kept(*opened, one));
  }
  if (code == 0) {
    fmt::print("{}\n",
               say_line(context, "app.publications_hold", {{"count", std::to_string(held)}}));
  }
  return code;
}

using PublicationCommand = int (*)(const Context&, const PublicationOptions&);

CLI::App* add_publication_command(CLI::App& group, Run& run, const char* name, const char* what,
                                  PublicationCommand command,
                                  const std::shared_ptr<PublicationOptions>& options) {
  auto* added = group.add_subcommand(name, what);
  options->place.add_to(*added, "folder of the data");
  added->add_option("--province", options->province,
                    "id of the province, where the data holds several");
  added->callback([&run, options, command] {
    run = [options, command](const Context& context) {
      return sodium_init() < 0 ? 1 : command(context, *options);
    };
  });
  return added;
}

}  // namespace

void add_publication(CLI::App& root, Run& run) {
  auto options = std::make_shared<PublicationOptions>();
  auto* group = root.add_subcommand("publication", "what was published of rounds");
  group->require_subcommand(1);
  const auto add = [&](const char* name, const char* what, PublicationCommand command) {
    return add_publication_command(*group, run, name, what, command, options);
  };
  auto* list = add("list", "every publication, newest first", &list_publications);
  list->add_option("--round", options->round, "of this round alone");
  list->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}));
  auto* show = add("show", "the document, byte for byte as it was frozen", &show_publication);
  show->add_option("--round", options->round, "id of the round")->required();
  show->add_option("--number", options->number, "which one; else the newest");
  auto* preview =
      add("preview", "what would be published now; keeps nothing", &preview_publication);
  preview->add_option("--round", options->round, "id of the round")->required();
  preview->add_option("--reason", options->reason, "why; a correction wants one");
  auto* check = add("verify", "whether what is kept, or a file, has the hash that the log names",
                    &verify_publications);
  check->add_option("--round", options->round, "of this round alone");
  check->add_option("file", options->file, "a document that was handed over");
}

}  // namespace liem::app
