// Where a PostgreSQL database is: postgresql://user:password@host:port/name
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/error.h"

namespace liem::storage {

struct PostgresAddress {
  std::vector<std::pair<std::string, std::string>> settings;  // as libpq names them
  std::string name;                                           // for people: without the password

  // errors::bad_address, which never repeats the text: a password may stand in it.
  static Result<PostgresAddress> parse(const std::string& text);
};

}  // namespace liem::storage
