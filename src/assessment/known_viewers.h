// Who a session proves, out of memory while the log tells that nothing of it can have changed.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "assessment/log_changes.h"
#include "assessment/sign_in.h"

namespace liem::assessment {

// Shared by all threads.
class KnownViewers {
 public:
  // `sessions` and `rounds` tell of changes of accounts and sessions, and of the tree of units.
  KnownViewers(LogChanges& sessions, LogChanges& rounds) : sessions_(sessions), rounds_(rounds) {}

  // What a request says of who asks.
  struct Asked {
    std::string_view token;
    std::string acting_for;  // an account; empty where the asker is himself
  };
  // As assessment::viewer_of, in the office that is asked for, with the units below. Time is looked
  // at each time; the store's session at least as often as it is to be noted as seen.
  Result<Viewer> viewer_of(Store& store, const std::string& province, const Asked& asked,
                           const SessionLimits& limits, Time now, const ledger::Head& log_end);

 private:
  struct Known {
    Viewer viewer;
    Session session;
  };
  struct Numbers {
    std::uint64_t sessions = 0, rounds = 0;
    bool operator==(const Numbers&) const = default;
  };
  Result<std::optional<Numbers>> numbers_at(Store& store, const ledger::Head& log_end);
  std::shared_ptr<const Known> find(const Numbers& numbers, const std::string& key);
  void keep(const Numbers& numbers, const std::string& key, std::shared_ptr<const Known> known);

  LogChanges& sessions_;
  LogChanges& rounds_;
  std::mutex mutex_;
  Numbers numbers_;  // that known_ is of
  // By the token's hash and whom its holder acts for.
  std::unordered_map<std::string, std::shared_ptr<const Known>> known_;
};

}  // namespace liem::assessment
