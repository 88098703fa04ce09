// The settings of a command: file, environment and its own options put together.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "liem/context.h"
#include "settings/sources.h"

namespace liem::app {

namespace errors {
inline constexpr ErrorCode setting_missing{"settings.missing", ErrorKind::bad_input};
}  // namespace errors

struct SettingsOptions {
  std::string file;
  std::map<std::string, std::string> given;  // by key
};

// --settings FILE (LIEM_SETTINGS) and an option for each key of `keys`, named by its last word.
void add_settings(CLI::App& command, const std::shared_ptr<SettingsOptions>& options,
                  std::initializer_list<std::pair<std::string_view, std::string_view>> keys);

std::expected<settings::Held, Problems> load_settings(const SettingsOptions& options);
// errors::setting_missing where `key` is empty.
Result<void> require_setting(const settings::Settings& values, std::string_view key);

}  // namespace liem::app
