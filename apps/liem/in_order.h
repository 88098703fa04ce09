// Work done by several threads, its results handed over in order on the caller's thread.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

namespace liem::app {

// Calls work(i) for i below `count` on `jobs` threads and take(i, result) in the order of i.
// Work runs at most a few results ahead of what was taken, so that results do not pile up.
template <class Work, class Take>
void in_order(std::size_t count, std::size_t jobs, Work work, Take take) {
  using Value = std::invoke_result_t<Work, std::size_t>;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::optional<Value>> results(count);
  std::size_t next = 0, taken = 0;
  const std::size_t ahead = 4 * jobs;

  const auto labour = [&] {
    for (;;) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return next >= count || next < taken + ahead; });
      if (next >= count) return;
      const std::size_t mine = next++;
      lock.unlock();
      auto value = work(mine);
      lock.lock();
      results[mine] = std::move(value);
      changed.notify_all();
    }
  };
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < std::min(jobs, count); ++i) threads.emplace_back(labour);
  for (std::size_t i = 0; i < count; ++i) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return results[i].has_value(); });
    Value value = std::move(*results[i]);
    results[i].reset();
    taken = i + 1;
    changed.notify_all();
    lock.unlock();
    take(i, std::move(value));
  }
}

}  // namespace liem::app
