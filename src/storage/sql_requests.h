// The requests' part of the store.
#pragma once

#include "assessment/request_store.h"
#include "storage/database.h"

namespace liem::storage {

class SqlRequests final : public assessment::RequestStore {
 public:
  explicit SqlRequests(Database& database) : db_(database) {}

  Result<void> together(const std::function<Result<void>()>& acts) override;
  Result<void> rehearse(const std::function<Result<void>()>& acts) override;
  Result<std::optional<assessment::KeptAnswer>> kept_answer(
      const std::string& province, const assessment::RequestKey& key,
      std::chrono::sys_seconds since) override;
  Result<void> keep_answer(const std::string& province, const assessment::RequestKey& key,
                           const assessment::KeptAnswer& answer) override;

 private:
  Database& db_;
};

}  // namespace liem::storage
