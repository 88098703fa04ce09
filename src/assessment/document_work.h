// Reads waiting documents in the background: a few threads, one document of an account at a time.
// Each document is a job in the store (assessment/job.h), so any number of processes on any number
// of machines share the work; what one that died had under way is taken by another once its lease
// is over. What is done is kept at every step.
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
#include "assessment/news.h"
#include "assessment/store_pool.h"
#include "extraction/extraction.h"

namespace liem::assessment {

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
    std::string taker;  // the name of this process among all that take work
    JobRules rules{};
    std::unique_ptr<News> news{};  // of other processes; null: looked for from time to time
  };
  explicit DocumentWork(Parts parts) : parts_(std::move(parts)) {}
  DocumentWork(const DocumentWork&) = delete;
  DocumentWork& operator=(const DocumentWork&) = delete;
  ~DocumentWork() { stop(); }

  // Sweeps what was never sent to its end; then works until stop().
  Result<void> start(unsigned threads);
  // What is under way is cut short and waits for whoever takes it next.
  void stop();

  void wake();                         // something new waits
  void forget(const std::string& id);  // it was deleted: work on it ends

 private:
  struct UnderWay {
    JobHold hold;
    std::chrono::sys_seconds until;
    std::stop_source source;
  };

  void run(const std::stop_token& stop);
  Result<bool> work_once(const std::stop_token& stop);
  void process(Store& store, BegunDocument begun, const std::stop_token& stop);
  Result<void> read(Store& store, BegunDocument& begun, const std::stop_token& stop);
  Result<void> extract(Store& store, BegunDocument& begun, const std::stop_token& stop);
  JobEnd end_by(Document& document, const Error& error, const std::stop_token& server) const;
  JobEnd give_up(Document& document) const;
  void end(Store& store, const BegunDocument& begun, const JobEnd& end);
  Result<void> tell(Store& store, const BegunDocument& begun);
  void lose(const std::string& id);  // it is another's now: work on it here ends

  void repeat(const std::stop_token& stop, const std::function<Result<void>()>& once,
              std::chrono::seconds pause);
  Result<void> keep();
  Result<void> renew_holds(Store& store);
  Result<void> renew(Store& store, const UnderWay& under_way);
  Result<void> hear();
  Result<void> hear_of(Store& store, const std::vector<std::string>& documents);

  Parts parts_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::uint64_t wakes_ = 0;
  std::map<std::string, UnderWay> under_way_;
  std::vector<std::jthread> threads_;
};

}  // namespace liem::assessment
