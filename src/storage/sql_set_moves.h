// The SetMoveStore made real; used by SqlStore only.
#pragma once

#include "assessment/set_move_store.h"
#include "storage/database.h"

namespace liem::storage {

class SqlSetMoves final : public assessment::SetMoveStore {
 public:
  explicit SqlSetMoves(Database& database) : db_(database) {}

  Result<void> move(const std::string& province, const assessment::SetMove& move) override;
  Result<std::vector<assessment::PastSet>> past_sets(const std::string& province,
                                                     const std::string& round) override;
  Result<std::optional<std::string>> past_answers(const std::string& province,
                                                  const std::string& round, int move,
                                                  const std::string& unit) override;

 private:
  Result<void> write(const std::string& province, const assessment::SetMove& move);
  Result<std::int64_t> next_position(const std::string& province, const std::string& round);
  Result<void> keep_past(const std::string& province, const assessment::SetMove& move,
                         std::int64_t position);
  Result<void> pin(const std::string& province, const assessment::SetMove& move);
  Result<void> move_answers(const std::string& province, const assessment::SetMove& move,
                            std::int64_t position);
  Result<void> move_drafts(const std::string& province, const assessment::SetMove& move);
  Result<void> move_criteria(const std::string& province, const assessment::SetMove& move,
                             std::int64_t position);
  Result<void> rename(const std::string& province, const assessment::SetMove& move,
                      std::string_view table);
  Result<void> move_evidence(const std::string& province, const assessment::SetMove& move,
                             std::int64_t position);

  Database& db_;
};

}  // namespace liem::storage
