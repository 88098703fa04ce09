// What is done about notices in the background: reminders once a day, and e-mail where the
// installation has a mail server. Any number of processes share it (assessment/job.h).
// docs/decisions/0019-notices.md
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "assessment/mail.h"
#include "assessment/mail_store.h"
#include "assessment/store_pool.h"
#include "workflow/notices.h"

namespace liem::assessment {

// How mail leaves, and what stands in it.
struct MailWay {
  std::string from;  // address
  std::string page;  // address of the page, without a slash at its end
  std::function<Result<void>(const Mail&)> deliver;
};

class NoticeWork {
 public:
  struct Parts {
    StorePool& stores;
    std::string province;
    const workflow::Notices& rules;
    const Catalogue& words;
    std::function<std::chrono::sys_seconds()> now;
    std::string taker;  // the name of this process among all that take work
    JobRules jobs{};
    std::optional<MailWay> mail{};  // nothing: no mail goes out
  };
  explicit NoticeWork(Parts parts) : parts_(std::move(parts)) {}
  NoticeWork(const NoticeWork&) = delete;
  NoticeWork& operator=(const NoticeWork&) = delete;

  void start();  // works until this goes

 private:
  void run(const std::stop_token& stop);
  Result<void> once(const std::stop_token& stop);
  Result<bool> send_next(Store& store);
  Result<Mail> mail_of(Store& store, const MailBatch& batch) const;
  JobEnd end_by(const MailBatch& batch, const Result<void>& sent) const;

  Parts parts_;
  std::optional<Date> reminded_;  // the last day on which this process looked
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;
};

// When the digest of a day goes out: the last such time that is over.
std::chrono::sys_seconds last_digest(std::chrono::sys_seconds now);

}  // namespace liem::assessment
