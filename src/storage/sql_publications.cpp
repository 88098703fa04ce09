#include "storage/sql_publications.h"

#include <fmt/format.h>

#include "storage/paper_rows.h"

namespace liem::storage {

using assessment::Publication;

namespace {

constexpr std::string_view select_publications =
    "SELECT round, number, document_sha256, act, name, role, unit, unit_vi, unit_en, for_name, at, "
    "reason FROM publication WHERE province = ? ";

Publication publication_of(const Row& row) {
  const auto role = assessment::role_of(row.text(5));
  LIEM_CHECK(role.has_value());
  return {row.text(0),
          static_cast<int>(row.integer(1)),
          row.text(2),
          row.text(3),
          {row.text(4), *role, row.text(6), {row.text(7), row.text(8)}, row.text(9)},
          time_of(row.integer(10)),
          row.text(11)};
}

}  // namespace

Result<void> SqlPublications::add(const std::string& province, const Publication& one,
                                  const std::string& document) {
  return db_.transact([&]() -> Result<void> {
    auto put = put_content(db_, province, {one.sha256, document});
    if (!put) return put;
    return db_.run(
        "INSERT INTO publication (province, round, number, document_sha256, act, name, role, unit, "
        "unit_vi, unit_en, for_name, at, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {province, one.round, one.number, one.sha256, one.act, one.by.name,
         assessment::name_of(one.by.role), one.by.unit, one.by.unit_name.vi, one.by.unit_name.en,
         one.by.for_name, seconds_of(one.at), one.reason});
  });
}

Result<std::vector<Publication>> SqlPublications::publications(
    const std::string& province, const std::optional<std::string>& round) {
  if (round) {
    return db_.rows(fmt::format("{}AND round = ? ORDER BY number DESC", select_publications),
                    {province, *round}, publication_of);
  }
  return db_.rows(fmt::format("{}ORDER BY at DESC, round DESC, number DESC", select_publications),
                  {province}, publication_of);
}

Result<std::optional<Publication>> SqlPublications::publication(const std::string& province,
                                                                const std::string& round,
                                                                int number) {
  return db_.row(fmt::format("{}AND round = ? AND number = ?", select_publications),
                 {province, round, number}, publication_of);
}

}  // namespace liem::storage
