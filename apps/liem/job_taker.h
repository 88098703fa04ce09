// The name of this process among all that take work in the background.
#pragma once

#include <sodium.h>
#include <unistd.h>

#include <array>
#include <string>

#include "assessment/digest.h"
#include "assessment/job.h"
#include "settings/settings.h"

namespace liem::app {

// "<machine>:<process>:<drawn at random>": numbers of processes come round again.
inline std::string taker_name() {
  std::array<char, 256> machine{};
  if (::gethostname(machine.data(), machine.size() - 1) != 0) machine[0] = '?';
  std::array<unsigned char, 8> random{};
  randombytes_buf(random.data(), random.size());
  return std::string(machine.data()) + ":" + std::to_string(::getpid()) + ":" +
         assessment::to_hex(random);
}

inline assessment::JobRules job_rules(const settings::Settings& options) {
  return {.lease = std::chrono::seconds(options.jobs_lease),
          .retry_after = std::chrono::seconds(options.jobs_retry_after),
          .most_tries = options.jobs_tries};
}

}  // namespace liem::app
