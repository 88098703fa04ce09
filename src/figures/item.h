// The named data items that units report and rules read: data/figures/*.yaml.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/error.h"
#include "base/words.h"
#include "figures/wording.h"

namespace liem::figures {

using liem::Words;  // here neither language is ever empty

// count: whole things; money: đồng; days: whole days; percent: 0 to 100; yes_no: true or false;
// index: a score published by others; level: the whole number of a rubric's level.
enum class UnitKind { count, money, days, percent, yes_no, index, level };

std::string_view name_of(UnitKind kind);  // as the YAML files write it
std::optional<UnitKind> unit_kind_named(std::string_view name);

struct Unit {
  UnitKind kind = UnitKind::count;
  Words words;  // what is counted, or the unit's own name
};

// How the figure of a unit comes from its own and those of the units below it. sum: all added;
// last: the one given last; max: the largest; any: yes where one says yes; all: yes where all do;
// apart: from none below, the unit answers for itself. What is not given yet: figures/roll_up.h.
enum class RollUp { sum, last, max, any, all, apart };
// How the figures of units that became one are read as that one's. add: added; mean: their mean;
// apart: shown side by side, for no number says them all.
enum class Merge { add, mean, apart };

std::string_view name_of(RollUp way);  // as the YAML files write it
std::string_view name_of(Merge way);

// Counts and money add up; a percentage, index, level or yes of several units is nobody's.
RollUp usual_roll_up(UnitKind kind);
Merge usual_merge(UnitKind kind);

Unit unit_of(UnitKind kind);  // its own words; none for a count

struct DataItem {
  std::string id;  // "declarations.obliged"
  Words label;
  Unit unit;
  RollUp roll_up = RollUp::apart;
  Merge merge = Merge::apart;
  std::string register_id;          // the register the figure is kept in, e.g. "asset_declarations"
  std::vector<Wording> wordings{};  // how reports write a figure of this item
  std::vector<std::string> topics{};  // phrases by which a report speaks of its subject at all
  std::size_t index = 0;              // among the items of its catalogue, from 0
};

// From one year to the next a value more than `most_times` as large or small, and further away
// than the least of its kind, is beyond reason.
struct YearChange {
  Decimal most_times = 5;
  Decimal least_count = 20;
  Decimal least_money = 100'000'000;  // đồng
};

class ItemCatalogue {
 public:
  const DataItem* find(std::string_view id) const;  // nullptr where there is none
  const std::map<std::string, DataItem, std::less<>>& items() const { return items_; }
  void add(DataItem item);
  const YearChange& year_change() const { return year_change_; }
  void set_year_change(const YearChange& change) { year_change_ = change; }

 private:
  YearChange year_change_;
  std::map<std::string, DataItem, std::less<>> items_;
};

namespace errors {
inline constexpr ErrorCode unknown_unit{"figures.unknown_unit", ErrorKind::bad_input};
inline constexpr ErrorCode bad_id{"figures.bad_id", ErrorKind::bad_input};
inline constexpr ErrorCode bad_roll_up{"figures.bad_roll_up", ErrorKind::bad_input};
inline constexpr ErrorCode bad_merge{"figures.bad_merge", ErrorKind::bad_input};
}  // namespace errors

// Every problem of the file at once, each with {file} and {line}.
std::expected<ItemCatalogue, Problems> load_items(std::string_view yaml, std::string_view file);

}  // namespace liem::figures
