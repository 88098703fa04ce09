// The PublicationStore made real; used by SqlStore only.
#pragma once

#include "assessment/publication_store.h"
#include "storage/database.h"

namespace liem::storage {

class SqlPublications final : public assessment::PublicationStore {
 public:
  explicit SqlPublications(Database& database) : db_(database) {}

  Result<void> add(const std::string& province, const assessment::Publication& publication,
                   const std::string& document) override;
  Result<std::vector<assessment::Publication>> publications(
      const std::string& province, const std::optional<std::string>& round) override;
  Result<std::optional<assessment::Publication>> publication(const std::string& province,
                                                             const std::string& round,
                                                             int number) override;

 private:
  Database& db_;
};

}  // namespace liem::storage
