// The log's part of the store.
#pragma once

#include "assessment/ledger_store.h"
#include "storage/database.h"

namespace liem::storage {

// Chains the acts to the end of the log, within the transaction that makes them true.
Result<void> append_acts(Database& database, const std::string& province,
                         const std::vector<ledger::Act>& acts);

class SqlLedger final : public assessment::LedgerStore {
 public:
  explicit SqlLedger(Database& database) : db_(database) {}

  Result<void> record(const std::string& province, const std::vector<ledger::Act>& acts) override;
  Result<std::vector<ledger::StoredEntry>> entries(const std::string& province,
                                                   const assessment::LedgerFilter& filter,
                                                   std::size_t limit) override;
  Result<std::vector<ledger::StoredEntry>> entries_from(const std::string& province,
                                                        std::uint64_t position,
                                                        std::size_t limit) override;
  Result<ledger::Head> head(const std::string& province) override;
  Result<std::vector<ledger::Checkpoint>> checkpoints(const std::string& province) override;
  Result<ledger::Checkpoint> seal(
      const std::string& province,
      const std::function<ledger::Checkpoint(const ledger::Head&)>& make) override;

 private:
  Database& db_;
};

}  // namespace liem::storage
