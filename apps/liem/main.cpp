// The only place that wires the parts together: command line in, exit code out.
#include <fmt/format.h>

#include <cstdlib>
#include <string_view>

#include "extraction/extraction.h"
#include "liem/commands.h"

namespace {

liem::Locale locale_of(const std::string& named) {
  return named == "en" ? liem::Locale::en : liem::Locale::vi;
}

}  // namespace

int main(int argc, char** argv) {
  if (const auto code = liem::extraction::run_worker(argc, argv)) return *code;
  CLI::App root{"Liêm: the yearly assessment of a province's work against corruption", "liem"};
  root.set_version_flag("--version", "liem " LIEM_VERSION);
  root.require_subcommand(1);
  std::string locale = "vi";
  if (const char* set = std::getenv("LIEM_LOCALE")) locale = set;
  root.add_option("--locale", locale, "language of messages: vi or en (LIEM_LOCALE)")
      ->check(CLI::IsMember({"vi", "en"}));
  std::string share;
  root.add_option("--share", share, "use this folder in place of the built-in data/ (LIEM_SHARE)")
      ->envname("LIEM_SHARE");

  liem::app::Run run;
  for (const auto add : {&liem::app::add_read, &liem::app::add_import, &liem::app::add_demo,
                         &liem::app::add_serve, &liem::app::add_score}) add(root, run);
  try {
    root.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    return root.exit(wrong) == 0 ? 0 : 2;
  }

  liem::app::Context context{
      liem::app::Share(share.empty() ? std::nullopt : std::optional<std::filesystem::path>(share)),
      {},
      locale_of(locale)};
  auto catalogue = liem::app::load_catalogue(context.share);
  if (!catalogue) {
    context.report(catalogue.error());
    return 1;
  }
  context.catalogue = std::move(*catalogue);
  return run(context);
}
