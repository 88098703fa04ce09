// The only place that wires the parts together: command line in, exit code out.
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <new>
#include <string_view>
#include <system_error>

#include "extraction/extraction.h"
#include "liem/commands.h"

namespace {

liem::Locale locale_of(const std::string& named) {
  return named == "en" ? liem::Locale::en : liem::Locale::vi;
}

void report(const liem::app::Context& context, const char* id, const char* reason) {
  context.report({liem::ErrorKind::unavailable, {id, {{"reason", reason}}}});
}

// A full disk or an exhausted memory ends as one line and a failure, never as a half-written
// success.
int run_to_the_end(const liem::app::Context& context, const liem::app::Run& run) {
  try {
    const int code = run(context);
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    report(context, "app.output_failed", std::strerror(errno));
  } catch (const std::system_error& failed) {
    report(context, "app.output_failed", failed.what());
  } catch (const std::bad_alloc&) {
    report(context, "app.out_of_memory", "");
  }
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (const auto code = liem::extraction::run_worker(argc, argv)) return *code;
  CLI::App root{"Liêm: the yearly assessment of a province's work against corruption", "liem"};
  root.set_version_flag("--version", "liem " LIEM_VERSION);
  root.require_subcommand(1);
  std::string locale = "vi";
  root.add_option("--locale", locale, "language of messages: vi or en (LIEM_LOCALE)")
      ->check(CLI::IsMember({"vi", "en"}))
      ->envname("LIEM_LOCALE");
  std::string share;
  root.add_option("--share", share, "use this folder in place of the built-in data/ (LIEM_SHARE)")
      ->envname("LIEM_SHARE");

  liem::app::Run run;
  for (const auto add : {&liem::app::add_read,
                         &liem::app::add_import,
                         &liem::app::add_demo,
                         &liem::app::add_serve,
                         &liem::app::add_score,
                         &liem::app::add_evidence,
                         &liem::app::add_law,
                         &liem::app::add_trend,
                         &liem::app::add_units,
                         &liem::app::add_series,
                         &liem::app::add_set,
                         &liem::app::add_round,
                         &liem::app::add_sheet,
                         &liem::app::add_work,
                         &liem::app::add_advise,
                         &liem::app::add_what_if,
                         &liem::app::add_best_steps,
                         &liem::app::add_ranks,
                         &liem::app::add_settings_command,
                         &liem::app::add_db,
                         &liem::app::add_ledger,
                         &liem::app::add_account,
                         &liem::app::add_publication,
                         &liem::app::add_package,
                         &liem::app::add_fsck,
                         &liem::app::add_backup,
                         &liem::app::add_restore,
                         &liem::app::add_worker}) {
    add(root, run);
  }
  try {
    root.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    return root.exit(wrong) == 0 ? 0 : 2;
  }

  const auto folder = share.empty() ? std::nullopt : std::optional<std::filesystem::path>(share);
  liem::app::Context context{liem::app::Share(folder), {}, locale_of(locale)};
  auto catalogue = liem::app::load_catalogue(context.share);
  if (!catalogue) {
    // The words that would say it may be what is broken; the linked ones are not.
    context.catalogue =
        liem::app::load_catalogue(liem::app::Share(std::nullopt)).value_or(liem::Catalogue());
    context.report(catalogue.error());
    return 1;
  }
  context.catalogue = std::move(*catalogue);
  return run_to_the_end(context, run);
}
