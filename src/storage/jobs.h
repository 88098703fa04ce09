// Rows of the table job: put, taken, kept and ended, on either engine.
#pragma once

#include <optional>
#include <string>

#include "assessment/job.h"
#include "storage/database.h"

namespace liem::storage {

struct NewJob {
  std::string kind, payload, lane;
  std::int64_t position = 0;
};

class Jobs {
 public:
  Jobs(Database& database, const std::string& province) : db_(database), province_(province) {}

  // All of these are part of the transaction under way, where there is one.
  Result<void> put(const NewJob& job);
  // Where it is there already nothing changes, unless it was given up: then it begins anew.
  Result<void> put_once(const NewJob& job);
  // One more try, by this taker. `order`: SQL that says which job j comes first.
  Result<std::optional<assessment::JobHold>> take(const std::string& kind,
                                                  const assessment::JobTaker& taker,
                                                  std::string_view order);
  // False where it is no longer held: taken by another, ended or removed.
  Result<bool> held(const assessment::JobHold& hold);
  Result<bool> renew(const assessment::JobHold& hold, std::chrono::sys_seconds until);
  Result<bool> end(const assessment::JobHold& hold, const assessment::JobEnd& end);
  Result<void> remove(const std::string& kind, const std::string& payload);

 private:
  Database& db_;
  const std::string& province_;
};

}  // namespace liem::storage
