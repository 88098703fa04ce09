#include "storage/postgres.h"

#include "assessment/store.h"
#include "storage/errors.h"
#include "storage/postgres_connection.h"
#include "storage/postgres_sql.h"

namespace liem::storage {
namespace {

class Postgres final : public Database {
 public:
  Postgres(PostgresAddress address, std::chrono::milliseconds patience)
      : address_(std::move(address)), patience_(patience) {}
  const std::string& name() const override { return address_.name; }
  Engine engine() const override { return Engine::postgresql; }

  Result<void> connect() {
    auto opened = PostgresConnection::open(address_, patience_);
    if (!opened) return std::unexpected(opened.error());
    connection_.emplace(std::move(*opened));
    return {};
  }

 protected:
  Result<void> execute(std::string_view sql, const std::vector<Value>& values,
                       const Visit& visit) override;
  Result<void> execute_script(const std::string& sql) override {
    return without_rows(connection_->ask(with_postgres_types(sql)));
  }
  Result<void> begin() override {
    return without_rows(
        on_live_connection([&] { return connection_->ask("BEGIN ISOLATION LEVEL SERIALIZABLE"); }));
  }
  Result<void> begin_snapshot() override {
    auto begun = without_rows(on_live_connection(
        [&] { return connection_->ask("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }));
    // The moment is that of the first look, so there is one at once.
    return begun ? without_rows(connection_->ask("SELECT 1")) : begun;
  }
  Result<void> commit() override;
  void rollback() override {
    // Where even this fails the connection is lost, and the server rolls back by itself.
    if (connection_->alive() && connection_->in_transaction()) {
      static_cast<void>(connection_->ask("ROLLBACK"));
    }
  }

 private:
  static Result<void> without_rows(const Result<PostgresResult>& result) {
    if (!result) return std::unexpected(result.error());
    return {};
  }
  template <class Ask>
  Result<PostgresResult> on_live_connection(Ask ask);

  PostgresAddress address_;
  std::chrono::milliseconds patience_;
  std::optional<PostgresConnection> connection_;  // there after connect(), alive or not
};

// A connection may have died since it was last used: what changes nothing is asked once more.
template <class Ask>
Result<PostgresResult> Postgres::on_live_connection(Ask ask) {
  const bool fresh = !connection_->alive();
  if (fresh) {
    if (auto connected = connect(); !connected) return std::unexpected(connected.error());
  }
  auto result = ask();
  if (result || connection_->alive() || fresh) return result;
  if (auto connected = connect(); !connected) return std::unexpected(connected.error());
  return ask();
}

Result<void> Postgres::execute(std::string_view sql, const std::vector<Value>& values,
                               const Visit& visit) {
  const auto ask = [&] { return connection_->ask(sql, values); };
  const auto result = inside() ? ask() : on_live_connection(ask);
  if (!result) return std::unexpected(result.error());
  LIEM_CHECK(inside() || PQresultStatus(result->get()) == PGRES_TUPLES_OK);
  const int rows = PQntuples(result->get());
  for (int row = 0; row < rows; ++row) visit(PostgresRow(result->get(), row));
  return {};
}

Result<void> Postgres::commit() {
  const auto done = connection_->ask("COMMIT");
  if (!done && !connection_->alive()) {
    auto args = done.error().message.args;
    args.emplace_back(assessment::perhaps_kept, "");
    return fail(errors::outcome_unknown, std::move(args));
  }
  return without_rows(done);
}

}  // namespace

Result<std::unique_ptr<Database>> open_postgres(const std::string& address,
                                                std::chrono::milliseconds patience) {
  auto parsed = PostgresAddress::parse(address);
  if (!parsed) return std::unexpected(parsed.error());
  auto database = std::make_unique<Postgres>(std::move(*parsed), patience);
  if (auto connected = database->connect(); !connected) return std::unexpected(connected.error());
  return database;
}

}  // namespace liem::storage
