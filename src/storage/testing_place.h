// A place of a test's own on either engine, gone when it ends.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "storage/open_store.h"
#include "storage/postgres_connection.h"

namespace liem::storage::testing_place {

// The address script/with-postgres gives; empty where the test does not run beside one.
inline std::string postgres_address() {
  const char* address = std::getenv("LIEM_TEST_POSTGRES");
  return address == nullptr ? "" : address;
}

inline std::vector<Engine> engines() {
  if (postgres_address().empty()) return {Engine::sqlite};
  return {Engine::sqlite, Engine::postgresql};
}

inline std::string engine_name(const testing::TestParamInfo<Engine>& info) {
  return info.param == Engine::sqlite ? "Sqlite" : "Postgres";
}

// Asks the server of the tests, e.g. for another database or the end of a connection.
inline void ask_server(const std::string& sql) {
  auto connection =
      PostgresConnection::open(*PostgresAddress::parse(postgres_address()), lock_patience);
  LIEM_CHECK(connection.has_value());
  LIEM_CHECK(connection->ask(sql).has_value());
}

class OwnPlace {
 public:
  explicit OwnPlace(Engine engine, const std::string& encoding = "UTF8") {
    std::string name = (std::filesystem::temp_directory_path() / "liem-test-XXXXXX").string();
    LIEM_CHECK(mkdtemp(name.data()) != nullptr);
    place_.folder = name;
    if (engine == Engine::sqlite) return;
    static std::atomic<int> count = 0;
    database_ = "test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
    ask_server("CREATE DATABASE " + database_ + " TEMPLATE template0 LOCALE 'C' ENCODING " +
               encoding);
    const auto address = postgres_address();
    place_.database = address.substr(0, address.rfind('/') + 1) + database_;
  }
  ~OwnPlace() {
    std::error_code ignored;
    std::filesystem::remove_all(place_.folder, ignored);
    if (!database_.empty()) ask_server("DROP DATABASE " + database_ + " WITH (FORCE)");
  }
  OwnPlace(const OwnPlace&) = delete;
  OwnPlace& operator=(const OwnPlace&) = delete;

  const Place& place() const { return place_; }
  const std::filesystem::path& folder() const { return place_.folder; }
  std::unique_ptr<Database> database() const {
    auto database = open_database(place_, Access::create);
    LIEM_CHECK(database.has_value());
    return std::move(*database);
  }
  std::unique_ptr<assessment::Store> store() const {
    auto store = open_store(place_, Access::create);
    LIEM_CHECK(store.has_value());
    return std::move(*store);
  }

 private:
  Place place_{std::filesystem::path()};
  std::string database_;
};

}  // namespace liem::storage::testing_place
