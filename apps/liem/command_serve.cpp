#include <fmt/format.h>
#include <malloc.h>

#include <cstdio>

#include "http/forwarded.h"
#include "http/gate.h"
#include "http/kept_answers.h"
#include "http/log.h"
#include "http/metrics.h"
#include "http/routes/routes.h"
#include "http/server.h"
#include "liem/commands.h"
#include "liem/event_log.h"
#include "liem/ledger_keys.h"
#include "liem/machine.h"
#include "liem/mail_setup.h"
#include "liem/openid_setup.h"
#include "liem/package_setup.h"
#include "liem/service_setup.h"
#include "liem/shipped.h"
#include "storage/document_files.h"
#include "storage/news.h"
#include "storage/privacy.h"

namespace liem::app {
namespace {

using settings::Settings;

constexpr std::size_t kept_bytes = std::size_t{64} << 20;  // of answers

// What was counted of repeated acts and not written yet.
Result<void> write_counted(assessment::StorePool& stores, const std::string& province,
                           assessment::RepeatedActs& repeated) {
  const auto rest = repeated.rest(system_now());
  if (rest.empty()) return {};
  auto store = stores.lease();
  if (!store) return std::unexpected(store.error());
  return (*store)->ledger().record(province, rest);
}

unsigned threads_of(const Settings& options) {
  return options.threads > 0 ? static_cast<unsigned>(options.threads) : processors();
}

unsigned background_threads_of(const Settings& options) {
  if (options.jobs_threads > 0) return static_cast<unsigned>(options.jobs_threads);
  return std::max(1U, threads_of(options) / 2);
}

http::ServerOptions server_options(const Settings& options, const http::ListenAddress& listen,
                                   http::Metrics& metrics, const EventLog& log) {
  http::ServerOptions server;
  server.listen = listen;
  const unsigned threads = threads_of(options);
  server.tls = {options.certificate, options.key};
  server.trusted_proxies = options.trusted_proxies;
  server.connections = static_cast<unsigned>(options.connections);
  server.connections_per_address = static_cast<unsigned>(options.connections_per_address);
  server.connected = [&metrics](int change) { metrics.connected(change); };
  server.served = [&metrics, &log,
                   all = options.log_requests == "yes"](const http::Served& answer) {
    metrics.served(answer);
    if (all) log.served(answer);
  };
  server.threads = threads;
  server.password.threads = server.reading.threads = std::max(1U, threads / 2);
  server.library.threads = threads;
  server.files.threads = std::max(2U, threads);
  return server;
}

// What an answer took is kept for the next one; given back to the system, it would come again a
// page at a time.
void keep_memory() {
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
}

Result<void> serve(const Context& context, const Settings& options) {
  keep_memory();
  if (auto given = require_setting(options, "data"); !given) return given;
  for (const auto& networks : {options.trusted_proxies, options.metrics_networks}) {
    if (auto known = http::check_networks(networks); !known) return known;
  }
  const auto listen = http::parse_listen(options.listen);
  if (!listen) return std::unexpected(listen.error());
  auto site = options.web.empty() ? Result<http::Site>(http::Site::from(http::embedded_web()))
                                  : http::Site::from(std::filesystem::path(options.web));
  if (!site) return std::unexpected(site.error());
  assessment::StorePool stores(
      [&] { return storage::open_store(place_of(options), storage::Access::existing); });
  const auto province = served_province(stores, options);
  if (!province) return std::unexpected(province.error());
  if (auto closed = storage::check_private(options.data); !closed) context.report(closed.error());

  auto lexicon = load_lexicon(context.share);
  if (!lexicon) return std::unexpected(lexicon.error());
  assessment::Library library(std::make_shared<const reading::Lexicon>(std::move(*lexicon)));
  const auto common = context.share.read("accounts/common-passwords.txt");
  if (!common) return std::unexpected(common.error());
  const accounts::PasswordRule passwords(*common);
  assessment::SignInThrottles throttles;
  assessment::RepeatedActs repeated;
  assessment::LedgerWatch watch;
  assessment::LogChanges round_changes(*province, &assessment::leaves_rounds);
  assessment::LogChanges session_changes(*province, &assessment::leaves_sessions);
  assessment::KnownViewers viewers(session_changes, round_changes);
  http::KeptAnswers kept(kept_bytes);
  auto files = storage::open_document_files(options.data, *province);
  if (!files) return std::unexpected(files.error());
  auto news = storage::open_news(place_of(options), *province);
  if (!news) return std::unexpected(news.error());
  assessment::DocumentFeed feed;
  const extraction::Options opening{.helper = "/proc/self/exe", .jobs = pages_at_once};
  assessment::DocumentWork work({stores, library, **files, feed, *province, opening, &system_now,
                                 taker_name(), job_rules(options), std::move(*news)});
  const auto trends = trend_reference(context.share);
  if (!trends) return std::unexpected(trends.error().front());
  const auto flow = shipped_workflow(context.share);
  if (!flow) return std::unexpected(flow.error().front());
  const auto shelf = set_shelf(context.share, trends->mappings);
  if (!shelf) return std::unexpected(shelf.error().front());
  const auto notices = shipped_notices(context.share, *flow);
  if (!notices) return std::unexpected(notices.error().front());
  http::Metrics metrics;
  const EventLog log(options.log_form == "json" ? LogForm::json : LogForm::words);
  auto mail = mail_way(options);
  if (!mail) return std::unexpected(mail.error());
  assessment::NoticeWork notice_work({stores, *province, *notices, context.catalogue, &system_now,
                                      taker_name(), job_rules(options), *mail});
  auto packages = package_maker(options);
  if (!packages) return std::unexpected(packages.error());
  const auto openid = open_door(options, metrics, log);
  if (!openid) return std::unexpected(openid.error());
  auto sheet_key = optional_secret_key(options.sheets_key, options.data);
  if (!sheet_key) return std::unexpected(sheet_key.error());
  const http::Services services{
      stores,
      library,
      throttles,
      context.catalogue,
      *province,
      LIEM_VERSION,
      &system_now,
      &system_random,
      **files,
      feed,
      work,
      opening,
      *trends,
      repeated,
      watch,
      metrics,
      options.metrics_networks,
      {std::chrono::minutes(options.session_idle), std::chrono::hours(options.session_longest)},
      passwords,
      round_changes,
      viewers,
      kept,
      *flow,
      *shelf,
      *notices,
      mail->has_value(),
      openid->get(),
      std::move(*sheet_key),
      std::move(*packages)};
  const auto authenticate = [&](const http::Head& head) { return http::asker_of(services, head); };
  const auto refused = [&](const assessment::Viewer& viewer, const http::Head& head,
                           const Error& error) {
    http::log_refusal(services, viewer, head, error);
  };
  const http::Application application(http::make_router(services), std::move(*site), authenticate,
                                      context.catalogue, refused);
  if (auto started = work.start(background_threads_of(options)); !started) return started;
  notice_work.start();
  const auto served = http::serve(server_options(options, *listen, metrics, log), application,
                                  [](const std::string& address) {
                                    fmt::print("liem: {}\n", address);
                                    std::fflush(stdout);
                                  });
  const auto counted = write_counted(stores, *province, repeated);
  return served ? counted : served;
}

}  // namespace

void add_serve(CLI::App& root, Run& run) {
  auto options = std::make_shared<SettingsOptions>();
  auto* command = root.add_subcommand("serve", "serve the page and the API to browsers");
  add_settings(
      *command, options,
      {{"data", "folder of the data"},
       {"database", "postgresql://USER@HOST/NAME where rows are kept there (LIEM_DATABASE)"},
       {"server.listen", "HOST:PORT; port 0 takes a free one"},
       {"server.threads", "threads that serve connections; 0: one for each processor"},
       {"server.web", "show the page of this folder in place of the built-in"},
       {"server.province", "id of the province to serve, where the data holds several"}});
  run_service(*command, run, options, &serve);
}

}  // namespace liem::app
