// Values on their way to PostgreSQL and back, in its binary form: exact, and free to hold NUL
// where its type may.
#pragma once

#include <libpq-fe.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "storage/value.h"

namespace liem::storage {

struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

// The values of one statement in the arrays libpq wants; views the bytes of `values`.
class BoundValues {
 public:
  explicit BoundValues(const std::vector<Value>& values);
  int count() const { return static_cast<int>(bytes_.size()); }
  const char* const* bytes() const { return bytes_.data(); }
  const int* lengths() const { return lengths_.data(); }
  const int* formats() const { return formats_.data(); }

 private:
  std::vector<std::array<char, 8>> numbers_;
  std::vector<const char*> bytes_;
  std::vector<int> lengths_, formats_;
};

// The type PostgreSQL is told for each value, also for a null.
std::vector<Oid> types_of(const std::vector<Value>& values);

// One row of a result in binary form.
class PostgresRow final : public Row {
 public:
  PostgresRow(const PGresult* result, int row) : result_(result), row_(row) {}
  bool null(int column) const override { return PQgetisnull(result_, row_, column) != 0; }
  std::int64_t integer(int column) const override;
  std::string text(int column) const override;

 private:
  std::string_view bytes(int column) const;
  const PGresult* result_;
  int row_;
};

}  // namespace liem::storage
