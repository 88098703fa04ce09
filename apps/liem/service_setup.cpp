#include "liem/service_setup.h"

#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <thread>

#include "assessment/digest.h"
#include "liem/machine.h"
#include "liem/province_choice.h"
#include "liem/shipped.h"

namespace liem::app {

using settings::Settings;

unsigned processors() { return std::max(1U, std::thread::hardware_concurrency()); }

storage::Place place_of(const Settings& options) { return {options.data, options.database}; }

Result<std::string> served_province(assessment::StorePool& stores, const Settings& options) {
  auto store = stores.lease();
  if (!store) return std::unexpected(store.error());
  return choose_province(**store, storage::shown(place_of(options)), options.province);
}

std::string taker_name() {
  std::array<char, 256> machine{};
  if (::gethostname(machine.data(), machine.size() - 1) != 0) machine[0] = '?';
  std::array<unsigned char, 8> random{};
  system_random(random);
  return std::string(machine.data()) + ":" + std::to_string(::getpid()) + ":" +
         assessment::to_hex(random);
}

assessment::JobRules job_rules(const Settings& options) {
  return {.lease = std::chrono::seconds(options.jobs_lease),
          .retry_after = std::chrono::seconds(options.jobs_retry_after),
          .most_tries = options.jobs_tries};
}

void run_service(CLI::App& command, Run& run, const std::shared_ptr<SettingsOptions>& options,
                 Service serve) {
  command.callback([&run, options, serve] {
    run = [options, serve](const Context& context) {
      if (sodium_init() < 0) return 1;
      const auto held = load_settings(*options);
      if (!held) return refuse(context, held.error());
      const auto served = serve(context, held->values);
      if (!served) context.report(served.error());
      return served ? 0 : 1;
    };
  });
}

}  // namespace liem::app
