// A connection to PostgreSQL as libpq gives it: results, prepared statements, codes of errors.
#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "storage/postgres_address.h"
#include "storage/postgres_values.h"

namespace liem::storage {

class PostgresConnection {
 public:
  static Result<PostgresConnection> open(const PostgresAddress& address,
                                         std::chrono::milliseconds patience);

  // Once false, nothing can be asked any more.
  bool alive() const { return PQstatus(handle_.get()) == CONNECTION_OK; }
  bool in_transaction() const { return PQtransactionStatus(handle_.get()) != PQTRANS_IDLE; }

  // One or more statements without values. Rows are in text form, so nobody reads them.
  Result<PostgresResult> ask(const std::string& sql);
  // One statement, prepared the first time and kept by its text; rows in binary form.
  Result<PostgresResult> ask(std::string_view sql, const std::vector<Value>& values);

  // For those that LISTEN: readable once something was told, and the texts of it.
  int socket() const { return PQsocket(handle_.get()); }
  std::vector<std::string> notices();

 private:
  struct Finish {
    void operator()(PGconn* handle) const { PQfinish(handle); }
  };
  PostgresConnection(PGconn* handle, std::string name) : handle_(handle), name_(std::move(name)) {}
  Result<void> prepare_session(std::chrono::milliseconds patience);
  Result<std::string> prepared(std::string_view sql, const std::vector<Value>& values);
  Result<PostgresResult> checked(PGresult* result) const;
  Error error_of(const PGresult* result) const;

  std::unique_ptr<PGconn, Finish> handle_;
  std::string name_;
  // By text and types of values: the server's name for it.
  std::map<std::pair<std::string, std::vector<Oid>>, std::string> statements_;
};

}  // namespace liem::storage
