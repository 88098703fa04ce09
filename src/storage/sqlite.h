// A thin layer on sqlite3: prepared statements kept by their text, typed rows, transactions.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace liem::storage {

struct Blob {
  std::string_view bytes;
};

// A value to bind: converts from what rows are made of.
class Value {
 public:
  enum class Kind { null, integer, text, blob };
  Value(std::int64_t number) : kind(Kind::integer), integer(number) {}     // NOLINT
  Value(int number) : Value(std::int64_t{number}) {}                       // NOLINT
  Value(std::size_t number) : Value(static_cast<std::int64_t>(number)) {}  // NOLINT
  Value(std::string_view words) : kind(Kind::text), bytes(words) {}        // NOLINT
  Value(const std::string& words) : Value(std::string_view(words)) {}      // NOLINT
  Value(const char* words) : Value(std::string_view(words)) {}             // NOLINT
  Value(Blob blob) : kind(Kind::blob), bytes(blob.bytes) {}                // NOLINT
  template <class T>
  Value(const std::optional<T>& maybe)  // NOLINT
      : Value(maybe ? Value(*maybe) : Value()) {}

  Kind kind = Kind::null;
  std::int64_t integer = 0;
  std::string_view bytes;

 private:
  Value() = default;
};

// The current row of a running query; columns counted from 0, in the order of the SELECT.
class Row {
 public:
  explicit Row(sqlite3_stmt* statement) : statement_(statement) {}
  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  std::string text(int column) const;  // also of blobs; may hold NUL
  std::optional<std::string> maybe_text(int column) const;

 private:
  sqlite3_stmt* statement_;
};

enum class Access { existing, create };

// How long to wait for another program's lock before errors::locked.
inline constexpr std::chrono::milliseconds lock_patience{5000};

class Database {
 public:
  // Opens with write-ahead log, full synchronisation and foreign keys on.
  static Result<Database> open(const std::filesystem::path& file, Access access,
                               std::chrono::milliseconds patience = lock_patience);

  // One statement; `values` take the place of its question marks.
  Result<void> run(std::string_view sql, const std::vector<Value>& values = {});
  // Several statements separated by semicolons, without values.
  Result<void> run_script(const std::string& sql);

  template <class Make>
  auto rows(std::string_view sql, const std::vector<Value>& values, Make make)
      -> Result<std::vector<decltype(make(std::declval<const Row&>()))>> {
    auto query = start(sql, values);
    if (!query) return std::unexpected(query.error());
    std::vector<decltype(make(std::declval<const Row&>()))> out;
    while (true) {
      const auto more = step(query->get());
      if (!more) return std::unexpected(more.error());
      if (!*more) return out;
      out.push_back(make(Row(query->get())));
    }
  }
  // The first row, if any.
  template <class Make>
  auto row(std::string_view sql, const std::vector<Value>& values, Make make)
      -> Result<std::optional<decltype(make(std::declval<const Row&>()))>> {
    auto all = rows(sql, values, make);
    if (!all) return std::unexpected(all.error());
    if (all->empty()) return std::nullopt;
    return std::move(all->front());
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
  Result<bool> step(sqlite3_stmt* statement);
  Error last_error() const;

  std::string file_;
  std::unique_ptr<sqlite3, Close> handle_;  // outlives the statements below
  std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, std::less<>> statements_;
};

// Rolls back unless commit() was reached.
class Transaction {
 public:
  static Result<Transaction> begin(Database& database);
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Result<void> commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace liem::storage
