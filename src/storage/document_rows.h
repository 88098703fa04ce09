// The rows of documents of every province, for what goes over rows and files together.
#pragma once

#include <functional>
#include <string>

#include "storage/database.h"

namespace liem::storage {

struct DocumentRow {
  std::string province, id, sha256;
  std::uint64_t size = 0;
};

// In the order of their keys, a page at a time, until `take` says false.
Result<void> each_document(Database& database,
                           const std::function<Result<bool>(const DocumentRow&)>& take);

Result<bool> has_document(Database& database, const std::string& province, const std::string& id);

}  // namespace liem::storage
