// Reads waiting documents in the background: a few threads, one document of an account at a time.
// What it does is kept at every step, so a server that ends in the middle loses nothing.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "assessment/document_feed.h"
#include "assessment/document_files.h"
#include "assessment/documents.h"
#include "assessment/library.h"
#include "assessment/store_pool.h"
#include "extraction/extraction.h"

namespace liem::assessment {

inline constexpr int most_attempts = 3;  // then what ended them is the document's problem

class DocumentWork {
 public:
  struct Parts {
    StorePool& stores;
    Library& library;
    DocumentFiles& files;
    DocumentFeed& feed;
    std::string province;
    extraction::Options opening;  // what a file is opened with
    std::function<std::chrono::sys_seconds()> now;
  };
  explicit DocumentWork(Parts parts) : parts_(std::move(parts)) {}
  DocumentWork(const DocumentWork&) = delete;
  DocumentWork& operator=(const DocumentWork&) = delete;
  ~DocumentWork() { stop(); }

  // Takes up what was cut short before and sweeps what was never sent to its end; then works until
  // stop().
  Result<void> start(unsigned threads);
  // What is under way is cut short and waits for the next start.
  void stop();

  void wake();                         // something new waits
  void forget(const std::string& id);  // it was deleted: work on it ends

 private:
  void run(const std::stop_token& stop);
  Result<bool> work_once(const std::stop_token& stop);
  void process(Store& store, Document document, const std::stop_token& stop);
  Result<void> read(Store& store, Document& document, const std::stop_token& stop);
  Result<void> extract(Store& store, Document& document, const std::stop_token& stop);
  Result<void> tell(Store& store, const Document& document);
  Result<void> resume(Store& store);

  Parts parts_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::uint64_t wakes_ = 0;
  std::map<std::string, std::stop_source> under_way_;
  std::vector<std::jthread> threads_;
};

}  // namespace liem::assessment
