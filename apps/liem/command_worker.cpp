// Does the background work of servers on another machine: takes jobs from the same database, with
// the same data folder.
#include <fmt/format.h>
#include <signal.h>

#include <cstdio>

#include "assessment/document_work.h"
#include "liem/commands.h"
#include "liem/machine.h"
#include "liem/service_setup.h"
#include "liem/shipped.h"
#include "storage/document_files.h"
#include "storage/news.h"

namespace liem::app {
namespace {

using settings::Settings;

unsigned threads_of(const Settings& options) {
  return options.jobs_threads > 0 ? static_cast<unsigned>(options.jobs_threads) : processors();
}

// Blocked in every thread that is begun from here on, so that wait() is who hears them.
class EndSignals {
 public:
  EndSignals() {
    sigemptyset(&all_);
    for (const int one : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&all_, one);
    pthread_sigmask(SIG_BLOCK, &all_, nullptr);
  }
  void wait() const {
    int heard = 0;
    sigwait(&all_, &heard);
  }

 private:
  sigset_t all_{};
};

Result<void> work(const Context& context, const Settings& options) {
  if (auto given = require_setting(options, "data"); !given) return given;
  assessment::StorePool stores(
      [&] { return storage::open_store(place_of(options), storage::Access::existing); });
  const auto province = served_province(stores, options);
  if (!province) return std::unexpected(province.error());
  auto lexicon = load_lexicon(context.share);
  if (!lexicon) return std::unexpected(lexicon.error());
  assessment::Library library(std::make_shared<const reading::Lexicon>(std::move(*lexicon)));
  auto files = storage::open_document_files(options.data, *province);
  if (!files) return std::unexpected(files.error());
  auto news = storage::open_news(place_of(options), *province);
  if (!news) return std::unexpected(news.error());
  assessment::DocumentFeed feed;  // nobody listens here
  const extraction::Options opening{.helper = "/proc/self/exe", .jobs = pages_at_once};
  const EndSignals signals;
  const auto name = taker_name();
  assessment::DocumentWork documents({stores, library, **files, feed, *province, opening,
                                      &system_now, name, job_rules(options), std::move(*news)});
  if (auto started = documents.start(threads_of(options)); !started) return started;
  fmt::print("liem: {}\n", name);
  std::fflush(stdout);
  signals.wait();
  return {};
}

}  // namespace

void add_worker(CLI::App& root, Run& run) {
  auto options = std::make_shared<SettingsOptions>();
  auto* command =
      root.add_subcommand("worker", "do the background work of servers on this machine");
  add_settings(
      *command, options,
      {{"data", "folder of the data, the same as the servers'"},
       {"database", "postgresql://USER@HOST/NAME where rows are kept there (LIEM_DATABASE)"},
       {"server.province", "id of the province to work for, where the data holds several"},
       {"jobs.threads", "documents read at once; 0: one for each processor"}});
  run_service(*command, run, options, &work);
}

}  // namespace liem::app
