#include "tables/table.h"

#include <algorithm>

#include "tables/writers.h"
#include "text/words.h"

namespace liem::tables {
namespace {

// Words are ordered as they are read, without case and marks first.
struct Less {
  bool operator()(const std::string& a, const std::string& b) const {
    const auto x = text::folded(a), y = text::folded(b);
    return x != y ? x < y : a < b;
  }
  bool operator()(const auto& a, const auto& b) const {
    if constexpr (requires { a < b; }) {
      return a < b;
    } else {
      return false;  // two kinds in one column, or two empty cells
    }
  }
};

bool is_empty(const Cell& cell) {
  const auto* words = std::get_if<std::string>(&cell);
  return std::holds_alternative<std::monostate>(cell) || (words != nullptr && words->empty());
}

}  // namespace

void search(Table& table, std::string_view words) {
  const auto wanted = text::folded(words);
  std::erase_if(table.rows, [&](const Row& row) {
    return std::ranges::none_of(row, [&](const Cell& cell) {
      const auto* said = std::get_if<std::string>(&cell);
      return said != nullptr && text::folded(*said).find(wanted) != std::string::npos;
    });
  });
}

Result<void> sort(Table& table, std::string_view by) {
  const bool down = by.starts_with('-');
  if (down) by.remove_prefix(1);
  const auto& columns = table.heading.columns;
  const auto found = std::ranges::find(columns, by, &Column::id);
  if (found == columns.end()) {
    std::string known;
    for (const auto& one : columns) known += (known.empty() ? "" : ", ") + one.id;
    return fail(errors::unknown_column, {{"column", std::string(by)}, {"columns", known}});
  }
  const auto at = static_cast<std::size_t>(found - columns.begin());
  std::ranges::stable_sort(table.rows, [&](const Row& a, const Row& b) {
    if (is_empty(a[at]) || is_empty(b[at])) return !is_empty(a[at]) && is_empty(b[at]);
    return down ? std::visit(Less{}, b[at], a[at]) : std::visit(Less{}, a[at], b[at]);
  });
  return {};
}

std::optional<Format> format_named(std::string_view name) {
  if (name == "csv") return Format::csv;
  if (name == "xlsx") return Format::xlsx;
  return std::nullopt;
}

std::string_view name_of(Format format) { return format == Format::csv ? "csv" : "xlsx"; }

Result<std::unique_ptr<Writer>> open_writer(Format format, const std::string& path,
                                            const Heading& heading) {
  return format == Format::csv ? open_csv(path, heading) : open_xlsx(path, heading);
}

Result<void> write(const Table& table, Format format, const std::string& path) {
  const auto writer = open_writer(format, path, table.heading);
  if (!writer) return std::unexpected(writer.error());
  for (const auto& row : table.rows) {
    if (auto put = (*writer)->row(row); !put) return put;
  }
  return (*writer)->finish();
}

}  // namespace liem::tables
