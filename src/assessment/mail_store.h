// Notices on their way out by e-mail; part of the Store. Each goes into one mail at most: before a
// mail leaves, its notices are noted as being sent, and where nobody can tell whether it left they
// are given up. docs/decisions/0019-notices.md
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "assessment/job.h"
#include "assessment/notice_store.h"
#include "base/error.h"

namespace liem::assessment {

// What waits longer than this is no news any more and stays in the page.
inline constexpr std::chrono::hours mail_is_stale_after{48};

// The notices of one person that go into one mail.
struct MailBatch {
  JobHold hold;
  std::string account;
  ByMail wanted = ByMail::at_once;
  NoticeChoice choice;
  std::vector<KeptNotice> notices;  // in the order they came; none where nothing is left to send
};

class MailStore {
 public:
  virtual ~MailStore() = default;

  // Digests of what came before `before` become work.
  virtual Result<void> put_digests(const std::string& province,
                                   std::chrono::sys_seconds before) = 0;
  // What was read in the page meanwhile, or is stale, stays out.
  virtual Result<std::optional<MailBatch>> begin_next_mail(const std::string& province,
                                                           const JobTaker& taker) = 0;
  // Done: they were sent. Again: they wait. False where it is no longer the taker's.
  virtual Result<bool> end_mail(const std::string& province, const MailBatch& batch,
                                const JobEnd& end) = 0;
  // Of the last mail to the account that was put off or given up; a code of a message.
  virtual Result<std::optional<std::string>> last_mail_error(const std::string& province,
                                                             const std::string& account) = 0;
};

}  // namespace liem::assessment
