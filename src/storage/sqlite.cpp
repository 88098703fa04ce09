#include "storage/sqlite.h"

#include <sqlite3.h>

#include <map>

#include "storage/errors.h"

namespace liem::storage {
namespace {

ErrorCode code_of(int status) {
  switch (status & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return errors::locked;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return errors::not_writable;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return errors::not_a_database;
    case SQLITE_FULL:
      return errors::full;
    default:
      return errors::failed;
  }
}

int bind(sqlite3_stmt* statement, int place, const Value& value) {
  if (value.null) return sqlite3_bind_null(statement, place);
  // A null pointer would bind NULL where an empty text is meant.
  const char* bytes = value.bytes.data() != nullptr ? value.bytes.data() : "";
  switch (value.kind) {
    case Value::Kind::integer:
      return sqlite3_bind_int64(statement, place, value.integer);
    case Value::Kind::text:
      return sqlite3_bind_text64(statement, place, bytes, value.bytes.size(), SQLITE_TRANSIENT,
                                 SQLITE_UTF8);
    case Value::Kind::blob:
      return sqlite3_bind_blob64(statement, place, bytes, value.bytes.size(), SQLITE_TRANSIENT);
  }
  return SQLITE_MISUSE;
}

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
  bool null(int column) const override { return type(column) == SQLITE_NULL; }
  std::int64_t integer(int column) const override {
    LIEM_CHECK(type(column) == SQLITE_INTEGER);
    return sqlite3_column_int64(statement_, column);
  }
  std::string text(int column) const override {
    LIEM_CHECK(type(column) == SQLITE_TEXT || type(column) == SQLITE_BLOB);
    const void* bytes = sqlite3_column_blob(statement_, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return size == 0 ? std::string() : std::string(static_cast<const char*>(bytes), size);
  }

 private:
  int type(int column) const { return sqlite3_column_type(statement_, column); }
  sqlite3_stmt* statement_;
};

class Sqlite final : public Database {
 public:
  explicit Sqlite(std::string file) : file_(std::move(file)) {}
  const std::string& name() const override { return file_; }
  Engine engine() const override { return Engine::sqlite; }
  Result<void> open(Access access, std::chrono::milliseconds patience);

 protected:
  Result<void> execute(std::string_view sql, const std::vector<Value>& values,
                       const Visit& visit) override;
  Result<void> execute_script(const std::string& sql) override;
  Result<void> begin() override { return execute("BEGIN IMMEDIATE", {}, {}); }
  // The moment is that of the first look, so there is one at once.
  Result<void> begin_snapshot() override {
    if (auto begun = execute("BEGIN", {}, {}); !begun) return begun;
    return execute("SELECT count(*) FROM sqlite_master", {}, [](const Row&) {});
  }
  Result<void> commit() override { return execute("COMMIT", {}, {}); }
  void rollback() override {
    // Nothing can be done where it fails; the engine has rolled back by itself then.
    static_cast<void>(execute("ROLLBACK", {}, {}));
  }

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  struct Reset {
    void operator()(sqlite3_stmt* statement) const { sqlite3_reset(statement); }
  };
  using Query = std::unique_ptr<sqlite3_stmt, Reset>;

  Result<Query> start(std::string_view sql, const std::vector<Value>& values);
  Result<sqlite3_stmt*> prepared(std::string_view sql);
  Error last_error() const;

  std::string file_;
  std::unique_ptr<sqlite3, Close> handle_;  // outlives the statements below
  std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, std::less<>> statements_;
};

Result<void> Sqlite::open(Access access, std::chrono::milliseconds patience) {
  sqlite3* handle = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                    (access == Access::create ? SQLITE_OPEN_CREATE : 0);
  const int status = sqlite3_open_v2(file_.c_str(), &handle, flags, nullptr);
  handle_.reset(handle);
  if (status != SQLITE_OK) return std::unexpected(last_error());
  sqlite3_busy_timeout(handle, static_cast<int>(patience.count()));
  sqlite3_extended_result_codes(handle, 1);
  for (const std::string pragma :
       {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON"}) {
    if (auto set = execute_script(pragma); !set) return set;
  }
  if (sqlite3_db_readonly(handle, "main") == 1) {
    return fail(errors::not_writable, {{"file", file_}, {"reason", "read-only"}});
  }
  return {};
}

Result<void> Sqlite::execute(std::string_view sql, const std::vector<Value>& values,
                             const Visit& visit) {
  auto query = start(sql, values);
  if (!query) return std::unexpected(query.error());
  LIEM_CHECK(!visit || inside() || sqlite3_stmt_readonly(query->get()) != 0);
  const SqliteRow row(query->get());
  while (true) {
    const int status = sqlite3_step(query->get());
    if (status == SQLITE_DONE) return {};
    if (status != SQLITE_ROW) return std::unexpected(last_error());
    if (visit) visit(row);
  }
}

Result<void> Sqlite::execute_script(const std::string& sql) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return std::unexpected(last_error());
  }
  return {};
}

Result<sqlite3_stmt*> Sqlite::prepared(std::string_view sql) {
  const auto found = statements_.find(sql);
  if (found != statements_.end()) return found->second.get();
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
    return std::unexpected(last_error());
  }
  statements_.emplace(std::string(sql), statement);
  return statement;
}

Result<Sqlite::Query> Sqlite::start(std::string_view sql, const std::vector<Value>& values) {
  const auto statement = prepared(sql);
  if (!statement) return std::unexpected(statement.error());
  sqlite3_reset(*statement);
  LIEM_CHECK(sqlite3_bind_parameter_count(*statement) == static_cast<int>(values.size()));
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (bind(*statement, static_cast<int>(i) + 1, values[i]) != SQLITE_OK) {
      return std::unexpected(last_error());
    }
  }
  return Query(*statement);
}

Error Sqlite::last_error() const {
  const ErrorCode code = code_of(sqlite3_extended_errcode(handle_.get()));
  return {code.kind,
          {std::string(code.id), {{"file", file_}, {"reason", sqlite3_errmsg(handle_.get())}}}};
}

}  // namespace

Result<std::unique_ptr<Database>> open_sqlite(const std::filesystem::path& file, Access access,
                                              std::chrono::milliseconds patience) {
  auto database = std::make_unique<Sqlite>(file.string());
  if (auto opened = database->open(access, patience); !opened) {
    return std::unexpected(opened.error());
  }
  return database;
}

}  // namespace liem::storage
