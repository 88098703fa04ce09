// Does the background work of servers on another machine: takes jobs from the same database, with
// the same data folder.
#include <fmt/format.h>
#include <signal.h>
#include <sodium.h>

#include <cstdio>
#include <thread>

#include "assessment/document_work.h"
#include "liem/commands.h"
#include "liem/job_taker.h"
#include "liem/machine.h"
#include "liem/province_choice.h"
#include "liem/settings_source.h"
#include "liem/shipped.h"
#include "storage/document_files.h"
#include "storage/news.h"
#include "storage/open_store.h"

namespace liem::app {
namespace {

using settings::Settings;

constexpr int pages_at_once = 2;  // of one document, recognised in the background

unsigned threads_of(const Settings& options) {
  if (options.jobs_threads > 0) return static_cast<unsigned>(options.jobs_threads);
  return std::max(1U, std::thread::hardware_concurrency());
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
  const storage::Place place{options.data, options.database};
  assessment::StorePool stores(
      [&] { return storage::open_store(place, storage::Access::existing); });
  auto province = [&]() -> Result<std::string> {
    auto store = stores.lease();
    if (!store) return std::unexpected(store.error());
    return choose_province(**store, storage::shown(place), options.province);
  }();
  if (!province) return std::unexpected(province.error());
  auto lexicon = load_lexicon(context.share);
  if (!lexicon) return std::unexpected(lexicon.error());
  assessment::Library library(std::make_shared<const reading::Lexicon>(std::move(*lexicon)));
  auto files = storage::open_document_files(options.data, *province);
  if (!files) return std::unexpected(files.error());
  auto news = storage::open_news(place, *province);
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
  command->callback([&run, options] {
    run = [options](const Context& context) {
      if (sodium_init() < 0) return 1;
      const auto held = load_settings(*options);
      if (!held) return refuse(context, held.error());
      const auto worked = work(context, held->values);
      if (!worked) context.report(worked.error());
      return worked ? 0 : 1;
    };
  });
}

}  // namespace liem::app
