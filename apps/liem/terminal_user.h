// Who works at the terminal, as the log calls him.
#pragma once

#include <pwd.h>
#include <unistd.h>

#include <string>

namespace liem::app {

// "terminal:<name of the system's account>"
inline std::string terminal_user() {
  const auto* known = ::getpwuid(::getuid());
  return "terminal:" +
         (known == nullptr ? std::to_string(::getuid()) : std::string(known->pw_name));
}

}  // namespace liem::app
