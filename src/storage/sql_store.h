// The assessment's store on a database, whatever its engine.
#pragma once

#include <memory>

#include "assessment/store.h"
#include "storage/database.h"

namespace liem::storage {

// The database's schema is up to date.
std::unique_ptr<assessment::Store> store_on(std::unique_ptr<Database> database);

}  // namespace liem::storage
