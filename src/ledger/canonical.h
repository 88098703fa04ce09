// Bytes that stand for a value in exactly one way, so that a hash of them does.
#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace liem::ledger {

// A tag that names what follows and its version, then fields: a number is eight bytes, a text its
// length and its bytes; most significant byte first.
class CanonicalBytes {
 public:
  explicit CanonicalBytes(std::string_view tag) { text(tag); }
  CanonicalBytes& number(std::uint64_t value);
  CanonicalBytes& text(std::string_view value);
  std::string take() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Keys in the order of their bytes, no spaces. Numbers are whole: a fraction is written as a text.
std::string canonical_json(const boost::json::value& value);

}  // namespace liem::ledger
