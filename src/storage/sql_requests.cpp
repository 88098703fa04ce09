#include "storage/sql_requests.h"

namespace liem::storage {

using assessment::KeptAnswer;
using assessment::RequestKey;

Result<void> SqlRequests::together(const std::function<Result<void>()>& acts) {
  return db_.transact(acts);
}

Result<void> SqlRequests::rehearse(const std::function<Result<void>()>& acts) {
  return db_.rehearse(acts);
}

Result<std::optional<KeptAnswer>> SqlRequests::kept_answer(const std::string& province,
                                                           const RequestKey& key,
                                                           std::chrono::sys_seconds since) {
  auto forgotten =
      db_.run("DELETE FROM kept_answer WHERE province = ? AND account = ? AND created_at < ?",
              {province, key.account, seconds_of(since)});
  if (!forgotten) return std::unexpected(forgotten.error());
  return db_.row(
      "SELECT request, status, body, created_at FROM kept_answer "
      "WHERE province = ? AND account = ? AND request_key = ?",
      {province, key.account, key.key}, [](const Row& row) {
        return KeptAnswer{row.text(0), static_cast<int>(row.integer(1)), row.text(2),
                          time_of(row.integer(3))};
      });
}

Result<void> SqlRequests::keep_answer(const std::string& province, const RequestKey& key,
                                      const KeptAnswer& answer) {
  return db_.run(
      "INSERT INTO kept_answer (province, account, request_key, request, status, body, created_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      {province, key.account, key.key, answer.request, answer.status, answer.body,
       seconds_of(answer.at)});
}

}  // namespace liem::storage
