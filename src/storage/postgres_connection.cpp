#include "storage/postgres_connection.h"

#include <fmt/format.h>

#include "storage/errors.h"
#include "storage/postgres_sql.h"

namespace liem::storage {
namespace {

constexpr int oldest_server = 150000;  // 15
constexpr int binary = 1;

// Waiting for others' locks is bounded as on SQLite; a server that froze must not keep its locks;
// what was acknowledged must be on the disk, whatever the administrator's default is.
std::string session_settings(std::chrono::milliseconds patience) {
  return fmt::format(
      "SET lock_timeout = {}; SET idle_in_transaction_session_timeout = '60s'; "
      "SELECT set_config('synchronous_commit', 'on', false) "
      "WHERE current_setting('synchronous_commit') = 'off'",
      patience.count());
}

ErrorCode code_of(std::string_view state) {
  // https://www.postgresql.org/docs/15/errcodes-appendix.html
  if (state == "40001" || state == "40P01") return errors::overtaken;
  if (state == "23505") return errors::duplicate;
  if (state == "55P03") return errors::locked;
  if (state == "53100") return errors::full;
  if (state == "25006" || state == "42501") return errors::not_granted;
  const bool gone = state == "53300" || state == "57P01" || state == "57P02" || state == "57P03" ||
                    state.starts_with("08");
  return gone ? errors::unreachable : errors::failed;
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

}  // namespace

Result<PostgresConnection> PostgresConnection::open(const PostgresAddress& address,
                                                    std::chrono::milliseconds patience) {
  std::vector<const char*> keys, values;
  for (const auto& [key, value] : address.settings) {
    keys.push_back(key.c_str());
    values.push_back(value.c_str());
  }
  keys.push_back(nullptr);
  values.push_back(nullptr);
  PostgresConnection connection(PQconnectdbParams(keys.data(), values.data(), 0), address.name);
  if (!connection.alive()) return std::unexpected(connection.error_of(nullptr));
  PQsetNoticeProcessor(connection.handle_.get(), [](void*, const char*) {}, nullptr);
  if (auto ready = connection.prepare_session(patience); !ready)
    return std::unexpected(ready.error());
  return connection;
}

Result<void> PostgresConnection::prepare_session(std::chrono::milliseconds patience) {
  const auto is = [&](const char* parameter) {
    const char* value = PQparameterStatus(handle_.get(), parameter);
    return std::string(value != nullptr ? value : "");
  };
  if (PQserverVersion(handle_.get()) < oldest_server || is("server_encoding") != "UTF8") {
    return fail(
        errors::unfit_server,
        {{"file", name_}, {"version", is("server_version")}, {"encoding", is("server_encoding")}});
  }
  const auto set = ask(session_settings(patience));
  if (!set) return std::unexpected(set.error());
  return {};
}

Result<PostgresResult> PostgresConnection::ask(const std::string& sql) {
  return checked(PQexec(handle_.get(), sql.c_str()));
}

Result<PostgresResult> PostgresConnection::ask(std::string_view sql,
                                               const std::vector<Value>& values) {
  const auto statement = prepared(sql, values);
  if (!statement) return std::unexpected(statement.error());
  const BoundValues bound(values);
  return checked(PQexecPrepared(handle_.get(), statement->c_str(), bound.count(), bound.bytes(),
                                bound.lengths(), bound.formats(), binary));
}

std::vector<std::string> PostgresConnection::notices() {
  struct Free {
    void operator()(PGnotify* notice) const { PQfreemem(notice); }
  };
  std::vector<std::string> texts;
  if (PQconsumeInput(handle_.get()) == 0) return texts;  // lost: no longer alive()
  while (const auto notice = std::unique_ptr<PGnotify, Free>(PQnotifies(handle_.get()))) {
    texts.emplace_back(notice->extra);
  }
  return texts;
}

Result<std::string> PostgresConnection::prepared(std::string_view sql,
                                                 const std::vector<Value>& values) {
  auto key = std::pair(std::string(sql), types_of(values));
  const auto found = statements_.find(key);
  if (found != statements_.end()) return found->second;
  std::string name = fmt::format("s{}", statements_.size());
  const auto done =
      checked(PQprepare(handle_.get(), name.c_str(), with_numbered_values(sql).c_str(),
                        static_cast<int>(values.size()), key.second.data()));
  if (!done) return std::unexpected(done.error());
  statements_.emplace(std::move(key), name);
  return name;
}

Result<PostgresResult> PostgresConnection::checked(PGresult* result) const {
  PostgresResult owned(result);
  const auto status = PQresultStatus(result);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY) {
    return owned;
  }
  return std::unexpected(error_of(result));
}

// Only the message itself: its details may repeat what was to be written.
Error PostgresConnection::error_of(const PGresult* result) const {
  const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const char* message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  const ErrorCode code = !alive() || state == nullptr ? errors::unreachable : code_of(state);
  const auto reason = first_line(message != nullptr ? message : PQerrorMessage(handle_.get()));
  return fail(code, {{"file", name_}, {"reason", reason}, {"retry_after", "1"}}).error();
}

}  // namespace liem::storage
