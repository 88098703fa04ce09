// Places for work that takes long: so many at once and no more, or one for each account.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace liem::http {

// Held while the work waits or runs; free again when it goes. The giver must outlive it.
using Place = std::shared_ptr<void>;

class Places {
 public:
  explicit Places(unsigned most) : most_(most) {}
  std::optional<Place> take();  // nothing where all are taken

 private:
  const unsigned most_;
  std::atomic<unsigned> taken_{0};
};

class PlacePerAccount {
 public:
  std::optional<Place> take(const std::string& account);  // nothing while the account holds one

 private:
  std::mutex mutex_;
  std::set<std::string> holders_;
};

}  // namespace liem::http
