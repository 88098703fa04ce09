#include "liem/settings_source.h"

#include <cstdlib>

namespace liem::app {
namespace {

constexpr std::size_t settings_limit = std::size_t{1} << 20;  // bytes
constexpr std::size_t secret_limit = std::size_t{64} << 10;

std::optional<std::string> variable(const std::string& name) {
  const char* const value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

// Editors end a file with a line's end that is no part of the secret.
Result<std::string> read_secret(const std::string& path) {
  auto text = read_user_file(path, secret_limit);
  if (!text) return text;
  while (text->ends_with('\n') || text->ends_with('\r')) text->pop_back();
  return text;
}

}  // namespace

void add_settings(CLI::App& command, const std::shared_ptr<SettingsOptions>& options,
                  std::initializer_list<std::pair<std::string_view, std::string_view>> keys) {
  command.add_option("--settings", options->file, "file of settings (LIEM_SETTINGS)")
      ->envname("LIEM_SETTINGS");
  for (const auto& [key, meaning] : keys) {
    command.add_option_function<std::string>(
        settings::option_name(key),
        [options, name = std::string(key)](const std::string& value) {
          options->given[name] = value;
        },
        std::string(meaning));
  }
}

std::expected<settings::Held, Problems> load_settings(const SettingsOptions& options) {
  settings::Sources sources;
  if (!options.file.empty()) {
    auto text = read_user_file(options.file, settings_limit);
    if (!text) return std::unexpected(Problems{text.error()});
    sources.file = settings::Sources::File{std::move(*text), options.file};
  }
  sources.environment = variable;
  sources.secret = read_secret;
  sources.command_line = options.given;
  return settings::load(sources);
}

Result<void> require_setting(const settings::Settings& values, std::string_view key) {
  const auto* known = settings::key_named(key);
  LIEM_CHECK(known != nullptr);
  if (!settings::written(*known, values).empty()) return {};
  return fail(errors::setting_missing, {{"key", std::string(key)},
                                        {"environment", settings::environment_name(*known)},
                                        {"option", settings::option_name(key)}});
}

}  // namespace liem::app
