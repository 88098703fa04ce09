// The PackageStore made real; used by SqlStore only.
#pragma once

#include "assessment/package_store.h"
#include "storage/database.h"

namespace liem::storage {

class SqlPackages final : public assessment::PackageStore {
 public:
  explicit SqlPackages(Database& database) : db_(database) {}

  Result<std::optional<assessment::ReceivedPackage>> received(const std::string& province,
                                                              const std::string& round) override;
  Result<void> receive(const assessment::PackagedRound& round,
                       const assessment::ReceivedPackage& package,
                       const ledger::Act& logged) override;
  Result<void> take_out(const std::string& province, const std::string& round) override;

 private:
  Database& db_;
};

}  // namespace liem::storage
