// Where commands find the files of a province's history.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "assessment/province_history.h"
#include "liem/context.h"

namespace liem::app {

inline constexpr std::size_t largest_history_file = std::size_t{64} << 20;  // bytes
// The history that is shown where none is named.
inline constexpr std::string_view sample_history = "demo/history";

CLI::Validator is_date();  // "2025-07-01"

// A folder's units.yaml and values.yaml; the shipped sample where no folder is named.
std::expected<assessment::ProvinceHistory, Problems> load_history_folder(const Share& share,
                                                                         const std::string& folder);

struct Values {
  figures::Reports reports;
  figures::ItemCatalogue items;
};
// The values.yaml in the folder of a file of events; none where there is no such file.
std::expected<Values, Problems> values_beside(const Share& share, const std::string& events_file);

}  // namespace liem::app
