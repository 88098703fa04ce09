// The MailStore made real; used by SqlStore only.
#pragma once

#include "assessment/mail_store.h"
#include "storage/database.h"

namespace liem::storage {

// A mail to the account becomes work where none waits; part of the transaction under way.
Result<void> put_mail(Database& database, const std::string& province, const std::string& account,
                      assessment::ByMail wanted);

class SqlMail final : public assessment::MailStore {
 public:
  explicit SqlMail(Database& database) : db_(database) {}

  Result<void> put_digests(const std::string& province, std::chrono::sys_seconds before) override;
  Result<std::optional<assessment::MailBatch>> begin_next_mail(
      const std::string& province, const assessment::JobTaker& taker) override;
  Result<bool> end_mail(const std::string& province, const assessment::MailBatch& batch,
                        const assessment::JobEnd& end) override;
  Result<std::optional<std::string>> last_mail_error(const std::string& province,
                                                     const std::string& account) override;

 private:
  Result<void> leave_out(const std::string& province, const assessment::MailBatch& batch,
                         std::chrono::sys_seconds now);
  Result<void> move(const std::string& province, const assessment::MailBatch& batch,
                    std::string_view from, std::string_view to);

  Database& db_;
};

}  // namespace liem::storage
