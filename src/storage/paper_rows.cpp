#include "storage/paper_rows.h"

#include "base/date.h"

namespace liem::storage {

Result<void> put_content(Database& database, const std::string& province,
                         const assessment::Content& content) {
  return database.run(
      "INSERT INTO content (province, sha256, bytes) VALUES (?, ?, ?) "
      "ON CONFLICT (province, sha256) DO NOTHING",
      {province, content.sha256, Blob{content.bytes}});
}

Result<void> put_evidence(Database& database, const FileKey& file, std::int64_t position,
                          const assessment::Evidence& evidence) {
  const auto& [province, round, unit] = file;
  const auto date = evidence.date ? std::optional(to_iso(*evidence.date)) : std::nullopt;
  auto put = database.run(
      "INSERT INTO evidence (province, round, unit, position, type, number, date, issuer, title) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {province, round, unit, position, evidence.type, evidence.number, date, evidence.issuer,
       evidence.title});
  if (put && evidence.file) {
    put = database.run(
        "INSERT INTO evidence_file (province, round, unit, position, name, size, sha256) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        {province, round, unit, position, evidence.file->name,
         static_cast<std::int64_t>(evidence.file->size), evidence.file->sha256});
  }
  for (const auto& criterion : evidence.criteria) {
    if (!put) return put;
    put = database.run(
        "INSERT INTO evidence_criterion (province, round, unit, position, criterion) "
        "VALUES (?, ?, ?, ?, ?)",
        {province, round, unit, position, criterion});
  }
  return put;
}

Result<void> put_quotes(Database& database, const FileKey& file,
                        const std::vector<assessment::Quote>& quotes) {
  for (const auto& quote : quotes) {
    auto put = database.run(
        "INSERT INTO quote (province, round, unit, item, begin_byte, end_byte) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        {file.province, file.round, file.unit, quote.item, quote.begin, quote.end});
    if (!put) return put;
  }
  return {};
}

Result<void> put_version(Database& database, const std::string& province, const std::string& round,
                         const assessment::FileVersion& version) {
  const auto& by = version.by;
  return database.run(
      "INSERT INTO file_version (province, round, unit, version, answers_sha256, report_sha256, "
      "account, name, for_account, for_name, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {province, round, version.unit, version.version, version.answers_sha256,
       version.report_sha256, by.account, by.name, by.for_account, by.for_name,
       seconds_of(version.at)});
}

}  // namespace liem::storage
