// How publications are kept; part of the Store. Rows are only ever added.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/publication.h"

namespace liem::assessment {

class PublicationStore {
 public:
  virtual ~PublicationStore() = default;

  // With the document its hash names; together with its act (WorkStore::add_act), which the log
  // tells of.
  virtual Result<void> add(const std::string& province, const Publication& publication,
                           const std::string& document) = 0;
  // Newest first; of one round where it is named.
  virtual Result<std::vector<Publication>> publications(
      const std::string& province, const std::optional<std::string>& round) = 0;
  virtual Result<std::optional<Publication>> publication(const std::string& province,
                                                         const std::string& round, int number) = 0;
};

}  // namespace liem::assessment
