// Lends each thread a store of its own; a store comes back when its lease ends.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "assessment/store.h"

namespace liem::assessment {

class StorePool {
 public:
  using Open = std::function<Result<std::unique_ptr<Store>>()>;
  explicit StorePool(Open open) : open_(std::move(open)) {}

  class Lease {
   public:
    Lease(StorePool& pool, std::unique_ptr<Store> store) : pool_(&pool), store_(std::move(store)) {}
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (store_) pool_->give_back(std::move(store_));
    }
    Store& operator*() const { return *store_; }
    Store* operator->() const { return store_.get(); }

   private:
    StorePool* pool_;
    std::unique_ptr<Store> store_;
  };

  Result<Lease> lease() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto store = std::move(idle_.back());
        idle_.pop_back();
        return Lease(*this, std::move(store));
      }
    }
    auto opened = open_();
    if (!opened) return std::unexpected(opened.error());
    return Lease(*this, std::move(*opened));
  }

 private:
  void give_back(std::unique_ptr<Store> store) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(store));
  }

  Open open_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Store>> idle_;
};

}  // namespace liem::assessment
