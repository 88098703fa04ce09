// Where values come from: built in < file < environment < command line.
#pragma once

#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "settings/settings.h"

namespace liem::settings {

namespace errors {
inline constexpr ErrorCode unknown_key{"settings.unknown_key", ErrorKind::bad_input};
inline constexpr ErrorCode not_whole{"settings.not_whole", ErrorKind::bad_input};
inline constexpr ErrorCode out_of_bounds{"settings.out_of_bounds", ErrorKind::bad_input};
inline constexpr ErrorCode not_among{"settings.not_among", ErrorKind::bad_input};
inline constexpr ErrorCode wanted_list{"settings.wanted_list", ErrorKind::bad_input};
inline constexpr ErrorCode secret_in_file{"settings.secret_in_file", ErrorKind::bad_input};
inline constexpr ErrorCode two_secrets{"settings.two_secrets", ErrorKind::bad_input};
}  // namespace errors

enum class Origin { built_in, file, environment, secret_file, command_line };

struct Source {
  Origin origin = Origin::built_in;
  std::string place;  // "liem.yaml:4", "LIEM_DATA", "--data", the path of a secret's file
};

struct Held {
  Settings values;
  std::map<std::string_view, Source> from;  // by key; keys that kept their default are absent
};

struct Sources {
  struct File {
    std::string text, name;
  };
  std::optional<File> file;
  std::function<std::optional<std::string>(const std::string& name)> environment;
  // Of a secret, without the line's end; any error of its own.
  std::function<Result<std::string>(const std::string& path)> secret;
  std::map<std::string, std::string> command_line;  // by key
};

// A secret is never taken from the settings file or the command line: it stands in the environment,
// or in a file that `<key>_file` names (in the settings file, or as <ENVIRONMENT NAME>_FILE).
std::expected<Held, Problems> load(const Sources& sources);

}  // namespace liem::settings
