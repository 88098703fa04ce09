#include "assessment/package_json.h"

#include <algorithm>
#include <boost/json/parse.hpp>

#include "base/utf8.h"
#include "ledger/export.h"
#include "ledger/hash.h"
#include "organisation/units.h"

namespace liem::assessment {

namespace json = boost::json;

namespace {

// Numbers of a package are whole: what points are, is written as text.
bool has_fraction(const json::value& value) {
  if (value.is_double()) return true;
  if (const auto* array = value.if_array()) return std::ranges::any_of(*array, has_fraction);
  const auto* object = value.if_object();
  return object != nullptr && std::ranges::any_of(*object, [](const json::key_value_pair& pair) {
           return has_fraction(pair.value());
         });
}

template <class T>
T value_or_flaw(const std::optional<T>& found, std::string_view name, Flaw& flaw) {
  if (!found) flaw.note(name);
  return found.value_or(T{});
}

}  // namespace

const json::value& PackageFields::value(std::string_view name) const {
  static const json::value none;
  const auto* found = object_.if_contains({name.data(), name.size()});
  return found == nullptr ? none : *found;
}

std::string PackageFields::text(std::string_view name) const {
  return value_or_flaw(maybe_text(name), name, flaw_);
}

std::string PackageFields::text_or_empty(std::string_view name) const {
  return maybe_text(name).value_or("");
}

std::optional<std::string> PackageFields::maybe_text(std::string_view name) const {
  if (is_null(name)) return std::nullopt;
  if (const auto* text = value(name).if_string()) return std::string(*text);
  flaw_.note(name);
  return std::nullopt;
}

std::int64_t PackageFields::whole(std::string_view name, std::int64_t least,
                                  std::int64_t most) const {
  const auto* number = value(name).if_int64();
  if (number != nullptr && *number >= least && *number <= most) return *number;
  flaw_.note(name);
  return least;
}

std::string PackageFields::id(std::string_view name) const {
  auto out = text(name);
  if (!organisation::is_id(out)) flaw_.note(name);
  return out;
}

std::string PackageFields::id_or_empty(std::string_view name) const {
  return is_null(name) ? std::string() : id(name);
}

std::string PackageFields::sha256(std::string_view name) const {
  auto out = text(name);
  if (!is_sha256(out)) flaw_.note(name);
  return out;
}

std::optional<std::string> PackageFields::maybe_sha256(std::string_view name) const {
  if (is_null(name)) return std::nullopt;
  return sha256(name);
}

Words PackageFields::words(std::string_view name) const {
  const auto inner = in(name);
  return {inner.text("vi"), inner.text("en")};
}

Date PackageFields::date(std::string_view name) const {
  return value_or_flaw(parse_iso_date(text(name)), name, flaw_);
}

std::optional<Date> PackageFields::maybe_date(std::string_view name) const {
  if (is_null(name)) return std::nullopt;
  return date(name);
}

std::chrono::sys_seconds PackageFields::time(std::string_view name) const {
  return value_or_flaw(ledger::read_time(text(name)), name, flaw_);
}

std::optional<Decimal> PackageFields::maybe_points(std::string_view name) const {
  if (is_null(name)) return std::nullopt;
  return value_or_flaw(Decimal::parse(text(name)), name, flaw_);
}

std::vector<std::string> PackageFields::texts(std::string_view name) const {
  std::vector<std::string> out;
  for (const auto& one : list(name)) {
    if (const auto* text = one.if_string()) {
      out.emplace_back(*text);
    } else {
      flaw_.note(name);
    }
  }
  return out;
}

const json::object& PackageFields::object(std::string_view name) const {
  static const json::object none;
  if (const auto* found = value(name).if_object()) return *found;
  flaw_.note(name);
  return none;
}

const json::array& PackageFields::list(std::string_view name) const {
  static const json::array none;
  if (const auto* found = value(name).if_array()) return *found;
  flaw_.note(name);
  return none;
}

std::optional<json::object> package_object(std::string_view bytes) {
  json::parse_options options;
  options.max_depth = 16;
  if (utf8::find_invalid(bytes) != std::string_view::npos) return std::nullopt;
  json::error_code failed;
  auto value = json::parse({bytes.data(), bytes.size()}, failed, {}, options);
  if (failed || !value.is_object() || has_fraction(value)) return std::nullopt;
  return std::move(value.as_object());
}

bool is_sha256(std::string_view text) { return ledger::bytes_of_hex<32>(text).has_value(); }

json::object words_json(const Words& words) { return {{"vi", words.vi}, {"en", words.en}}; }

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value maybe_json(const std::optional<std::string>& text) {
  return text ? json::value(*text) : json::value(nullptr);
}

}  // namespace liem::assessment
