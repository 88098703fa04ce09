#include "storage/postgres_values.h"

#include <limits>

#include "base/error.h"

namespace liem::storage {
namespace {

// Numbers of types, fixed for good in PostgreSQL's catalogue (pg_type.dat).
namespace oid {
constexpr Oid boolean = 16, bytea = 17, name = 19, int8 = 20, int2 = 21, int4 = 23, text = 25,
              varchar = 1043;
}  // namespace oid

constexpr int binary = 1;

std::array<char, 8> big_endian(std::int64_t number) {
  std::array<char, 8> out{};
  const auto bits = static_cast<std::uint64_t>(number);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<char>(bits >> (56 - 8 * i));
  return out;
}

std::int64_t from_big_endian(std::string_view bytes) {
  // The sign is in the first byte.
  std::uint64_t bits = (bytes.front() & 0x80) != 0 ? ~std::uint64_t{0} : 0;
  for (const char c : bytes) bits = bits << 8 | static_cast<unsigned char>(c);
  return static_cast<std::int64_t>(bits);
}

}  // namespace

BoundValues::BoundValues(const std::vector<Value>& values) {
  numbers_.reserve(values.size());  // pointed into below
  for (const auto& value : values) {
    // An empty text is not a null: it needs some address.
    std::string_view bytes = value.bytes.data() != nullptr ? value.bytes : std::string_view("");
    if (value.kind == Value::Kind::integer) {
      const auto& number = numbers_.emplace_back(big_endian(value.integer));
      bytes = {number.data(), number.size()};
    }
    LIEM_CHECK(bytes.size() <= std::size_t{std::numeric_limits<int>::max()});
    bytes_.push_back(value.null ? nullptr : bytes.data());
    lengths_.push_back(static_cast<int>(bytes.size()));
    formats_.push_back(binary);
  }
}

std::vector<Oid> types_of(const std::vector<Value>& values) {
  std::vector<Oid> types;
  for (const auto& value : values) {
    types.push_back(value.kind == Value::Kind::integer ? oid::int8
                    : value.kind == Value::Kind::text  ? oid::text
                                                       : oid::bytea);
  }
  return types;
}

std::string_view PostgresRow::bytes(int column) const {
  LIEM_CHECK(column < PQnfields(result_) && !null(column));
  return {PQgetvalue(result_, row_, column),
          static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

std::int64_t PostgresRow::integer(int column) const {
  const Oid type = PQftype(result_, column);
  LIEM_CHECK(type == oid::int8 || type == oid::int4 || type == oid::int2 || type == oid::boolean);
  return from_big_endian(bytes(column));
}

std::string PostgresRow::text(int column) const {
  const Oid type = PQftype(result_, column);
  LIEM_CHECK(type == oid::text || type == oid::bytea || type == oid::varchar || type == oid::name);
  return std::string(bytes(column));
}

}  // namespace liem::storage
