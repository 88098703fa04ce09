#include "liem/history_files.h"

#include <fmt/format.h>

#include <filesystem>

#include "liem/shipped.h"

namespace liem::app {
namespace {

namespace fs = std::filesystem;

struct File {
  std::string text, name;
};

std::expected<File, Problems> find(const Share& share, const std::string& folder,
                                   std::string_view file) {
  if (folder.empty()) {
    const auto name = fmt::format("{}/{}", sample_history, file);
    auto text = listed(share.read(name));
    if (!text) return std::unexpected(std::move(text.error()));
    return File{std::move(*text), share.display_name(name)};
  }
  const auto path = fs::path(folder) / file;
  auto text = listed(read_user_file(path, largest_history_file));
  if (!text) return std::unexpected(std::move(text.error()));
  return File{std::move(*text), path.string()};
}

}  // namespace

CLI::Validator is_date() {
  return CLI::Validator(
      [](std::string& text) {
        return parse_iso_date(text) ? std::string() : "not a day such as 2025-07-01: " + text;
      },
      "DATE");
}

std::expected<assessment::ProvinceHistory, Problems> load_history_folder(
    const Share& share, const std::string& folder) {
  auto items = shipped_items(share);
  if (!items) return std::unexpected(std::move(items.error()));
  const auto units = find(share, folder, assessment::history_units_file);
  if (!units) return std::unexpected(units.error());
  const auto values = find(share, folder, assessment::history_values_file);
  if (!values) return std::unexpected(values.error());
  return assessment::load_province_history({units->text, units->name}, {values->text, values->name},
                                           std::move(*items));
}

std::expected<Values, Problems> values_beside(const Share& share, const std::string& events_file) {
  const auto file = fs::path(events_file).parent_path() / assessment::history_values_file;
  std::error_code failed;
  if (!fs::exists(file, failed)) return Values{};
  auto items = shipped_items(share);
  if (!items) return std::unexpected(std::move(items.error()));
  const auto text = listed(read_user_file(file, largest_history_file));
  if (!text) return std::unexpected(text.error());
  auto reports = figures::load_reports(*text, file.string(), *items);
  if (!reports) return std::unexpected(std::move(reports.error()));
  return Values{std::move(*reports), std::move(*items)};
}

}  // namespace liem::app
