#include "liem/table_out.h"

#include <array>
#include <cstdio>

#include "http/made_file.h"

namespace liem::app {

Result<void> print_table(const tables::Table& table, tables::Format format) {
  const auto file =
      http::make_file([&](const std::string& path) { return tables::write(table, format, path); });
  if (!file) return std::unexpected(file.error());
  std::array<char, 65'536> piece{};
  std::uint64_t at = 0;
  while (const auto read = (*file)->read(at, piece)) {
    std::fwrite(piece.data(), 1, read, stdout);
    at += read;
  }
  return {};
}

}  // namespace liem::app
