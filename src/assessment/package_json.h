// JSON of strangers, read field by field: a value that is not what is asked for spoils the whole.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/words.h"

namespace liem::assessment {

// What is wrong with what was read so far; the first thing found stays.
struct Flaw {
  std::string where;  // empty: nothing
  void note(std::string_view place) {
    if (where.empty()) where = place;
  }
};

// An object whose members the writer fixes: whoever reads it writes it again and compares, so that
// here only the values matter.
class PackageFields {
 public:
  PackageFields(const boost::json::object& object, Flaw& flaw) : object_(object), flaw_(flaw) {}

  std::string text(std::string_view name) const;
  std::string text_or_empty(std::string_view name) const;  // null is empty
  std::optional<std::string> maybe_text(std::string_view name) const;
  std::int64_t whole(std::string_view name, std::int64_t least, std::int64_t most) const;
  std::string id(std::string_view name) const;           // organisation::is_id
  std::string id_or_empty(std::string_view name) const;  // null is empty
  std::string sha256(std::string_view name) const;
  std::optional<std::string> maybe_sha256(std::string_view name) const;
  Words words(std::string_view name) const;
  Date date(std::string_view name) const;
  std::optional<Date> maybe_date(std::string_view name) const;
  std::chrono::sys_seconds time(std::string_view name) const;
  std::optional<Decimal> maybe_points(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;
  const boost::json::object& object(std::string_view name) const;
  const boost::json::array& list(std::string_view name) const;

  // Of each object of a list, in its order.
  template <class Take>
  void each(std::string_view name, Take take) const {
    for (const auto& one : list(name)) {
      if (const auto* inner = one.if_object()) {
        take(PackageFields(*inner, flaw_));
      } else {
        flaw_.note(name);
      }
    }
  }
  PackageFields in(std::string_view name) const { return {object(name), flaw_}; }
  const boost::json::value& value(std::string_view name) const;  // null where there is none
  Flaw& flaw() const { return flaw_; }

 private:
  bool is_null(std::string_view name) const { return value(name).is_null(); }

  const boost::json::object& object_;
  Flaw& flaw_;
};

// One JSON object without fractions, nested at most as deep as a package is; nothing otherwise.
std::optional<boost::json::object> package_object(std::string_view bytes);

bool is_sha256(std::string_view text);
boost::json::object words_json(const Words& words);
boost::json::value text_or_null(const std::string& text);
boost::json::value maybe_json(const std::optional<std::string>& text);

}  // namespace liem::assessment
