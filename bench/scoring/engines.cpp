#include "engines.h"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <sqlite3.h>

#include <cstdlib>
#include <ctime>
#include <fstream>

namespace liem::bench {
namespace {

[[noreturn]] void stop(const std::string& engine, const char* words) {
  fmt::print(stderr, "{}: {}\n", engine, words);
  std::exit(1);
}

class Sqlite : public Engine {
 public:
  explicit Sqlite(const std::string& path) : path_(path) {
    if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) fail();
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; "
        "PRAGMA cache_size = -400000; PRAGMA mmap_size = 1000000000");
  }
  ~Sqlite() override { sqlite3_close(database_); }
  Sqlite(const Sqlite&) = delete;
  Sqlite& operator=(const Sqlite&) = delete;

  std::string name() const override {
    return fmt::format("SQLite {}, {}", sqlite3_libversion(),
                       path_ == ":memory:" ? "in memory" : "file");
  }
  void run(const std::string& sql) override {
    if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  void insert(const std::string& table, const std::vector<Row>& all) override {
    std::string marks = "?";
    for (std::size_t i = 1; i < all.front().size(); ++i) marks += ", ?";
    run("BEGIN");
    sqlite3_stmt* statement = prepare("INSERT INTO " + table + " VALUES (" + marks + ")");
    for (const auto& row : all) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        sqlite3_bind_int64(statement, static_cast<int>(i) + 1, row[i]);
      }
      if (sqlite3_step(statement) != SQLITE_DONE) fail();
      sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    run("COMMIT; ANALYZE");
  }
  std::vector<Row> rows(const std::string& sql) override {
    std::vector<Row> out;
    sqlite3_stmt* statement = prepare(sql);
    int state = 0;
    while ((state = sqlite3_step(statement)) == SQLITE_ROW) {
      Row row;
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        row.push_back(sqlite3_column_int64(statement, i));
      }
      out.push_back(std::move(row));
    }
    if (state != SQLITE_DONE) fail();
    sqlite3_finalize(statement);
    return out;
  }
  double seconds() const override { return own_seconds(); }

 private:
  sqlite3_stmt* prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) fail();
    return statement;
  }
  [[noreturn]] void fail() { stop("SQLite", sqlite3_errmsg(database_)); }

  std::string path_;
  sqlite3* database_ = nullptr;
};

class Postgresql : public Engine {
 public:
  explicit Postgresql(const std::string& connection)
      : connection_(PQconnectdb(connection.c_str())) {
    if (PQstatus(connection_) != CONNECTION_OK) fail();
    // One thread, as the others; what compiles expressions costs seconds on these.
    run("SET max_parallel_workers_per_gather = 0; SET jit = off; SET work_mem = '512MB'; "
        "SET temp_buffers = '512MB'; SET client_min_messages = warning");
  }
  ~Postgresql() override { PQfinish(connection_); }
  Postgresql(const Postgresql&) = delete;
  Postgresql& operator=(const Postgresql&) = delete;

  std::string name() const override {
    const int version = PQserverVersion(connection_);
    return fmt::format("PostgreSQL {}.{}", version / 10000, version % 10000);
  }
  void run(const std::string& sql) override {
    PGresult* result = PQexec(connection_, sql.c_str());
    const auto state = PQresultStatus(result);
    PQclear(result);
    if (state != PGRES_COMMAND_OK && state != PGRES_TUPLES_OK && state != PGRES_COPY_IN) fail();
  }
  void insert(const std::string& table, const std::vector<Row>& all) override {
    run("COPY " + table + " FROM STDIN");
    std::string lines;
    for (const auto& row : all) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        lines += fmt::format("{}{}", i == 0 ? "" : "\t", row[i]);
      }
      lines += '\n';
      if (lines.size() < 1'000'000) continue;
      send(lines);
    }
    send(lines);
    if (PQputCopyEnd(connection_, nullptr) != 1) fail();
    while (PGresult* result = PQgetResult(connection_)) {
      const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
      PQclear(result);
      if (!done) fail();
    }
    run("VACUUM ANALYZE " + table);
  }
  std::vector<Row> rows(const std::string& sql) override {
    PGresult* result = PQexec(connection_, sql.c_str());
    if (PQresultStatus(result) != PGRES_TUPLES_OK) fail();
    std::vector<Row> out(static_cast<std::size_t>(PQntuples(result)));
    for (int at = 0; at < PQntuples(result); ++at) {
      for (int i = 0; i < PQnfields(result); ++i) {
        out[static_cast<std::size_t>(at)].push_back(
            std::strtoll(PQgetvalue(result, at, i), nullptr, 10));
      }
    }
    PQclear(result);
    return out;
  }
  double seconds() const override {
    std::ifstream in(fmt::format("/proc/{}/schedstat", PQbackendPID(connection_)));
    double nanoseconds = 0;
    in >> nanoseconds;
    return nanoseconds / 1e9;
  }

 private:
  void send(std::string& lines) {
    if (PQputCopyData(connection_, lines.data(), static_cast<int>(lines.size())) != 1) fail();
    lines.clear();
  }
  [[noreturn]] void fail() { stop("PostgreSQL", PQerrorMessage(connection_)); }

  PGconn* connection_;
};

}  // namespace

double own_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

std::unique_ptr<Engine> sqlite(const std::string& path) { return std::make_unique<Sqlite>(path); }

std::unique_ptr<Engine> postgresql(const std::string& connection) {
  return std::make_unique<Postgresql>(connection);
}

}  // namespace liem::bench
