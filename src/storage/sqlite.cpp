#include "storage/sqlite.h"

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
  // A null pointer would bind NULL where an empty text is meant.
  const char* bytes = value.bytes.data() != nullptr ? value.bytes.data() : "";
  switch (value.kind) {
    case Value::Kind::null:
      return sqlite3_bind_null(statement, place);
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

}  // namespace

std::string Row::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return size == 0 ? std::string() : std::string(static_cast<const char*>(bytes), size);
}

std::optional<std::string> Row::maybe_text(int column) const {
  if (sqlite3_column_type(statement_, column) == SQLITE_NULL) return std::nullopt;
  return text(column);
}

Result<Database> Database::open(const std::filesystem::path& file, Access access,
                                std::chrono::milliseconds patience) {
  Database database;
  database.file_ = file.string();
  sqlite3* handle = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                    (access == Access::create ? SQLITE_OPEN_CREATE : 0);
  const int status = sqlite3_open_v2(database.file_.c_str(), &handle, flags, nullptr);
  database.handle_.reset(handle);
  if (status != SQLITE_OK) return std::unexpected(database.last_error());
  sqlite3_busy_timeout(handle, static_cast<int>(patience.count()));
  sqlite3_extended_result_codes(handle, 1);
  for (const std::string pragma :
       {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON"}) {
    if (auto set = database.run_script(pragma); !set) return std::unexpected(set.error());
  }
  if (sqlite3_db_readonly(handle, "main") == 1) {
    return fail(errors::not_writable, {{"file", database.file_}, {"reason", "read-only"}});
  }
  return database;
}

Result<void> Database::run(std::string_view sql, const std::vector<Value>& values) {
  auto query = start(sql, values);
  if (!query) return std::unexpected(query.error());
  const auto stepped = step(query->get());
  if (!stepped) return std::unexpected(stepped.error());
  return {};
}

Result<void> Database::run_script(const std::string& sql) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return std::unexpected(last_error());
  }
  return {};
}

Result<Database::Query> Database::start(std::string_view sql, const std::vector<Value>& values) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
      return std::unexpected(last_error());
    }
    found = statements_.emplace(std::string(sql), statement).first;
  }
  sqlite3_stmt* statement = found->second.get();
  sqlite3_reset(statement);
  LIEM_CHECK(sqlite3_bind_parameter_count(statement) == static_cast<int>(values.size()));
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (bind(statement, static_cast<int>(i) + 1, values[i]) != SQLITE_OK) {
      return std::unexpected(last_error());
    }
  }
  return Query(statement);
}

Result<bool> Database::step(sqlite3_stmt* statement) {
  const int status = sqlite3_step(statement);
  if (status == SQLITE_ROW) return true;
  if (status == SQLITE_DONE) return false;
  return std::unexpected(last_error());
}

Error Database::last_error() const {
  const ErrorCode code = code_of(sqlite3_extended_errcode(handle_.get()));
  return {code.kind,
          {std::string(code.id), {{"file", file_}, {"reason", sqlite3_errmsg(handle_.get())}}}};
}

Result<Transaction> Transaction::begin(Database& database) {
  if (auto begun = database.run("BEGIN IMMEDIATE"); !begun) return std::unexpected(begun.error());
  return Transaction(database);
}

Result<void> Transaction::commit() {
  auto committed = database_->run("COMMIT");
  if (committed) database_ = nullptr;
  return committed;
}

Transaction::~Transaction() {
  // Nothing can be done about a failing rollback here; the engine has rolled back by itself then.
  if (database_ != nullptr) static_cast<void>(database_->run("ROLLBACK"));
}

}  // namespace liem::storage
