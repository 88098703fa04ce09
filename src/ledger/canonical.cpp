#include "ledger/canonical.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <vector>

#include "base/error.h"

namespace liem::ledger {
namespace {

namespace json = boost::json;

json::value sorted(const json::value& value) {
  LIEM_CHECK(!value.is_double());
  if (const auto* array = value.if_array()) {
    json::array out;
    for (const auto& one : *array) out.push_back(sorted(one));
    return out;
  }
  const auto* object = value.if_object();
  if (object == nullptr) return value;
  std::vector<const json::key_value_pair*> pairs;
  for (const auto& pair : *object) pairs.push_back(&pair);
  std::ranges::sort(pairs, {}, [](const json::key_value_pair* pair) {
    return std::string_view(pair->key().data(), pair->key().size());
  });
  json::object out;
  for (const auto* pair : pairs) out.emplace(pair->key(), sorted(pair->value()));
  return out;
}

}  // namespace

CanonicalBytes& CanonicalBytes::number(std::uint64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8) {
    bytes_.push_back(static_cast<char>(value >> shift & 0xFF));
  }
  return *this;
}

CanonicalBytes& CanonicalBytes::text(std::string_view value) {
  number(value.size());
  bytes_.append(value);
  return *this;
}

std::string canonical_json(const boost::json::value& value) {
  return json::serialize(sorted(value));
}

}  // namespace liem::ledger
