// The NoticeStore made real; used by SqlStore only.
#pragma once

#include "assessment/notice_store.h"
#include "storage/database.h"

namespace liem::storage {

class SqlNotices final : public assessment::NoticeStore {
 public:
  explicit SqlNotices(Database& database) : db_(database) {}

  Result<void> add(const std::string& province,
                   const std::vector<assessment::Notice>& notices) override;
  Result<std::vector<assessment::KeptNotice>> list(
      const std::string& province, const std::string& account,
      const assessment::NoticesWanted& wanted) override;
  Result<std::optional<assessment::KeptNotice>> notice(const std::string& province,
                                                       const std::string& account,
                                                       std::int64_t position) override;
  Result<int> unread(const std::string& province, const std::string& account) override;
  Result<void> mark(const std::string& province, const std::string& account, std::int64_t position,
                    std::optional<std::chrono::sys_seconds> at) override;
  Result<void> mark_read(const std::string& province, const std::string& account,
                         std::int64_t up_to, std::chrono::sys_seconds at) override;
  Result<assessment::NoticeChoice> choice(const std::string& province,
                                          const std::string& account) override;
  Result<void> choose(const std::string& province, const std::string& account,
                      const assessment::NoticeChoice& choice, const ledger::Act& act) override;

  // Those a mail under way holds, in the order they came.
  Result<std::vector<assessment::KeptNotice>> being_sent(const std::string& province,
                                                         const std::string& account,
                                                         assessment::ByMail wanted);

 private:
  Result<void> add_one(const std::string& province, const assessment::Notice& notice);

  Database& db_;
};

}  // namespace liem::storage
