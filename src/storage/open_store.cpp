#include "storage/open_store.h"

#include "storage/errors.h"
#include "storage/migrations.h"
#include "storage/postgres.h"
#include "storage/postgres_address.h"
#include "storage/privacy.h"
#include "storage/sql_store.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;

Result<std::unique_ptr<Database>> open_file(const fs::path& folder, Access access,
                                            std::chrono::milliseconds patience) {
  const fs::path file = folder / sqlite_files.front();
  std::error_code failed;
  if (access == Access::existing && !fs::exists(file, failed)) {
    return fail(errors::no_data, {{"folder", folder.string()}});
  }
  if (access == Access::create) {
    if (auto made = make_private_folder(folder); !made) return std::unexpected(made.error());
    if (auto made = make_private_file(file); !made) return std::unexpected(made.error());
  }
  return open_sqlite(file, access, patience);
}

Result<std::unique_ptr<Database>> open_server(const Place& place, Access access,
                                              std::chrono::milliseconds patience) {
  // A second server begins with rows and without files of its own.
  if (auto made = make_private_folder(place.folder); !made) return std::unexpected(made.error());
  auto database = open_postgres(place.database, patience);
  if (!database || access == Access::create) return database;
  const auto schema = schema_of(**database, shipped_migrations());
  if (!schema) return std::unexpected(schema.error());
  if (!schema->recorded) return fail(errors::no_schema, {{"file", (*database)->name()}});
  return database;
}

}  // namespace

std::string shown(const Place& place) {
  if (place.database.empty()) return place.folder.string();
  const auto address = PostgresAddress::parse(place.database);
  return address ? address->name : "postgresql://";
}

Result<std::unique_ptr<Database>> open_database(const Place& place, Access access,
                                                std::chrono::milliseconds patience) {
  return place.database.empty() ? open_file(place.folder, access, patience)
                                : open_server(place, access, patience);
}

Result<std::unique_ptr<assessment::Store>> open_store(const Place& place, Access access,
                                                      std::chrono::milliseconds patience) {
  auto database = open_database(place, access, patience);
  if (!database) return std::unexpected(database.error());
  if (auto ready = migrate(**database, shipped_migrations()); !ready) {
    return std::unexpected(ready.error());
  }
  return store_on(std::move(*database));
}

}  // namespace liem::storage
