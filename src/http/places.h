// Places for work that takes long: so many at once and no more, or so many for each account.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
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

class PlacesPerAccount {
 public:
  explicit PlacesPerAccount(unsigned most) : most_(most) {}
  std::optional<Place> take(const std::string& account);  // nothing while it holds all it may

 private:
  const unsigned most_;
  std::mutex mutex_;
  std::map<std::string, unsigned> taken_;
};

// Tells of a connection when it comes and when it goes.
class Counted {
 public:
  explicit Counted(const std::function<void(int)>& told) : told_(told) {
    if (told_) told_(1);
  }
  ~Counted() {
    if (told_) told_(-1);
  }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;

 private:
  const std::function<void(int)>& told_;
};

}  // namespace liem::http
