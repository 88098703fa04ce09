// Rows of what a unit hands in, written alike whether it comes with a round or by and by. Each is a
// part of the transaction under way.
#pragma once

#include <cstdint>

#include "assessment/round.h"
#include "assessment/work.h"
#include "storage/database.h"

namespace liem::storage {

// The file of a unit in a round.
struct FileKey {
  const std::string& province;
  const std::string& round;
  const std::string& unit;
};

// Where it is not there already.
Result<void> put_content(Database& database, const std::string& province,
                         const assessment::Content& content);
// As row `position` of the annex, with its file and the criteria it stands for.
Result<void> put_evidence(Database& database, const FileKey& file, std::int64_t position,
                          const assessment::Evidence& evidence);
Result<void> put_quotes(Database& database, const FileKey& file,
                        const std::vector<assessment::Quote>& quotes);
Result<void> put_version(Database& database, const std::string& province, const std::string& round,
                         const assessment::FileVersion& version);

}  // namespace liem::storage
