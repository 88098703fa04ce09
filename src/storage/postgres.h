// The engine on libpq: one connection to a PostgreSQL server, made anew where it was lost.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "storage/database.h"

namespace liem::storage {

// `address` as PostgresAddress::parse takes it; `patience` is how long to wait for others' locks.
// errors::bad_address, errors::unreachable,
// errors::unfit_server where the server is too old or keeps text in another form than UTF-8.
Result<std::unique_ptr<Database>> open_postgres(const std::string& address,
                                                std::chrono::milliseconds patience);

}  // namespace liem::storage
