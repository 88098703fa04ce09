#include "storage/document_rows.h"

#include <fmt/format.h>

namespace liem::storage {

Result<void> each_document(Database& database,
                           const std::function<Result<bool>(const DocumentRow&)>& take) {
  constexpr int page = 500;  // rows asked for at once
  DocumentRow last;
  while (true) {
    const auto rows = database.rows(
        fmt::format("SELECT province, id, sha256, size FROM document WHERE (province, id) > (?, ?) "
                    "ORDER BY province, id LIMIT {}",
                    page),
        {last.province, last.id}, [](const Row& row) {
          return DocumentRow{row.text(0), row.text(1), row.text(2),
                             static_cast<std::uint64_t>(row.integer(3))};
        });
    if (!rows) return std::unexpected(rows.error());
    if (rows->empty()) return {};
    for (const auto& row : *rows) {
      const auto more = take(row);
      if (!more) return std::unexpected(more.error());
      if (!*more) return {};
    }
    last = rows->back();
  }
}

Result<bool> has_document(Database& database, const std::string& province, const std::string& id) {
  const auto found = database.row("SELECT 1 FROM document WHERE province = ? AND id = ?",
                                  {province, id}, [](const Row& row) { return row.integer(0); });
  if (!found) return std::unexpected(found.error());
  return found->has_value();
}

}  // namespace liem::storage
