// Administrative units of one province and the days from and to which each holds.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "base/words.h"

namespace liem::organisation {

namespace errors {
inline constexpr ErrorCode bad_id{"organisation.bad_id", ErrorKind::bad_input};
inline constexpr ErrorCode bad_kind{"organisation.bad_kind", ErrorKind::bad_input};
inline constexpr ErrorCode repeated{"organisation.repeated", ErrorKind::bad_input};
inline constexpr ErrorCode ends_before_start{"organisation.ends_before_start",
                                             ErrorKind::bad_input};
inline constexpr ErrorCode unknown_parent{"organisation.unknown_parent", ErrorKind::bad_input};
inline constexpr ErrorCode no_province{"organisation.no_province", ErrorKind::bad_input};
inline constexpr ErrorCode second_province{"organisation.second_province", ErrorKind::bad_input};
inline constexpr ErrorCode circle{"organisation.circle", ErrorKind::bad_input};
}  // namespace errors

// township: thị trấn; town: thị xã; city: thành phố, of a district's level. Nation and region stand
// above provinces, in a history only; districts, towns, cities and townships ended on 2025-07-01
// (Law 72/2025/QH15).
enum class UnitKind {
  nation,
  region,
  province,
  department,
  district,
  town,
  city,
  commune,
  ward,
  township,
  enterprise,
};

std::optional<UnitKind> unit_kind_of(std::string_view name);
std::string_view name_of(UnitKind kind);
std::vector<std::string_view> all_unit_kinds();

struct Unit {
  std::string id;  // see is_id()
  Words name;
  UnitKind kind = UnitKind::department;
  std::string parent;  // empty for the province only
  Date from{};
  std::optional<Date> to;  // last day on which it holds
  std::string basis;       // the decision that set it up
  bool operator==(const Unit&) const = default;
};

// Lower-case letters, digits and inner hyphens, at most 64: safe in paths, files and addresses.
bool is_id(std::string_view text);

// Whether the unit exists on any day of the period, both ends included.
bool exists_within(const Unit& unit, const Date& from, const Date& to);

// A YAML list of {id, name, kind, parent, from, to?, basis}; exactly one province, from which
// every other unit descends. All problems at once.
std::expected<std::vector<Unit>, Problems> load_units(std::string_view text, std::string_view file);

}  // namespace liem::organisation
