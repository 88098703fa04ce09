// One connection to one database, whatever engine keeps it; for one thread at a time.
// Statements are SQL that both engines speak, with `?` for values: nothing from outside is ever
// part of a statement's text.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/error.h"
#include "storage/value.h"

namespace liem::storage {

enum class Engine { sqlite, postgresql };

class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  virtual ~Database() = default;

  // How people know it: a file, or an address without its password.
  virtual const std::string& name() const = 0;
  // For the few places where one engine offers what the other does not need.
  virtual Engine engine() const = 0;

  // One statement; `values` take the place of its question marks. Outside transact() it is a
  // transaction of its own.
  Result<void> run(std::string_view sql, const std::vector<Value>& values = {});
  // Several statements separated by semicolons, without values; inside transact().
  Result<void> run_script(const std::string& sql);

  // What `make` makes of each row. Outside transact() the statement may only read.
  template <class Make>
  auto rows(std::string_view sql, const std::vector<Value>& values, Make make)
      -> Result<std::vector<std::invoke_result_t<Make&, const Row&>>> {
    std::vector<std::invoke_result_t<Make&, const Row&>> out;
    auto done = visit(sql, values, [&](const Row& row) { out.push_back(make(row)); });
    if (!done) return std::unexpected(done.error());
    return out;
  }
  // The first row, if any.
  template <class Make>
  auto row(std::string_view sql, const std::vector<Value>& values, Make make)
      -> Result<std::optional<std::invoke_result_t<Make&, const Row&>>> {
    auto all = rows(sql, values, make);
    if (!all) return std::unexpected(all.error());
    if (all->empty()) return std::nullopt;
    return std::move(all->front());
  }

  // Runs `body` (which returns a Result and only reads) on the database as it is at one moment,
  // however long it takes; nobody who writes meanwhile waits for it.
  template <class Body>
  auto snapshot(Body body) -> std::invoke_result_t<Body&> {
    std::optional<std::invoke_result_t<Body&>> outcome;
    auto ended = in_snapshot([&]() -> Result<void> {
      outcome.emplace(body());
      if (!*outcome) return std::unexpected(outcome->error());
      return {};
    });
    if (!ended) return std::unexpected(std::move(ended.error()));
    return std::move(*outcome);
  }

  // Runs `body` (which returns a Result) as one transaction that sees the database as if it were
  // alone: all of it is kept, or nothing where body or one of its statements fails. The body may
  // be run again from its start, where others changed the same data at once, so it must not
  // change anything but the database. A transaction inside another is part of the outer one, and
  // fails it where it fails.
  // errors::outcome_unknown where the connection was lost while it was being kept.
  template <class Body>
  auto transact(Body body) -> std::invoke_result_t<Body&> {
    std::optional<std::invoke_result_t<Body&>> outcome;
    auto ended = in_transaction([&]() -> Result<void> {
      outcome.emplace(body());
      if (!*outcome) return std::unexpected(outcome->error());
      return {};
    });
    if (!ended) return std::unexpected(std::move(ended.error()));
    return std::move(*outcome);
  }

  // Runs `body` as one transaction of which nothing is kept, whatever it returns.
  Result<void> rehearse(const std::function<Result<void>()>& body);

 protected:
  using Visit = std::function<void(const Row&)>;

  // What an engine does. begin() to commit() or rollback() is never nested.
  virtual Result<void> execute(std::string_view sql, const std::vector<Value>& values,
                               const Visit& visit) = 0;
  virtual Result<void> execute_script(const std::string& sql) = 0;
  virtual Result<void> begin() = 0;
  virtual Result<void> begin_snapshot() = 0;
  virtual Result<void> commit() = 0;
  virtual void rollback() = 0;  // also of what the engine has ended by itself

  bool inside() const { return inside_; }

 private:
  using Body = std::function<Result<void>()>;
  Result<void> in_transaction(const Body& body);
  Result<void> in_snapshot(const Body& body);
  enum class Ending { kept, undone };
  Result<void> in_turns(const Body& body, Ending ending);
  Result<void> within(Result<void> begun, const Body& body, Ending ending);
  Result<void> visit(std::string_view sql, const std::vector<Value>& values, const Visit& visit);
  Result<void> noted(Result<void> done);

  bool inside_ = false;
  std::optional<Error> doomed_;  // what the transaction under way cannot be kept for
};

}  // namespace liem::storage
