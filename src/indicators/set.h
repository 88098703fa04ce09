// An indicator set: the tree of criteria with points, rules, provenance, as one data file says.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/error.h"
#include "figures/item.h"
#include "indicators/rounding.h"
#include "indicators/rule.h"

namespace liem::indicators {

// published: read in a published text; assumed: a stand-in, shown as such wherever it is used.
enum class Provenance { published, assumed };
std::string_view name_of(Provenance provenance);

struct LegalBasis {
  std::string text;  // as cited in Vietnamese
  // assumed: the law, or its article, was not read for this criterion.
  Provenance provenance = Provenance::published;
};

struct Leaf {
  std::vector<LegalBasis> legal_basis;
  std::vector<Words> evidence;  // documents asked for
  Provenance rule_provenance = Provenance::assumed;
  Rule rule;
  std::string rule_written{};  // as the file writes it, on one line; what a comparison goes by
};

struct Criterion {
  // outside: a leaf that rewards or takes off beyond the points of its group. A bonus adds to what
  // the group reached, a deduction takes off what it does not leave of its own points; the group
  // stays within 0 and its maximum. Its points are no part of the group's.
  enum class Sum { inside, outside };
  std::string code;  // "B.1.9"
  Words title;
  Decimal points;  // the maximum
  Provenance provenance = Provenance::assumed;
  std::optional<Leaf> leaf;         // a leaf has a rule,
  std::vector<Criterion> children;  // a group has children; never both
  Sum sum = Sum::inside;
  Policy not_applicable = NotApplicable{};  // what holds where an answer says so
};

// How the set rounds; a set whose source says nothing of it marks this as assumed.
struct RoundingRule {
  // Rounded at the named level and every level above it; below, values stay exact.
  enum class At { leaf, group, total };
  int decimals = 2;
  std::optional<Decimal> step;  // in its place: to whole steps, e.g. of 0.25
  RoundingMode mode = RoundingMode::half_up;
  At at = At::leaf;
  Provenance provenance = Provenance::assumed;

  // What rounded points are whole multiples of.
  Decimal unit() const { return step ? *step : Decimal::of(1, decimals); }
};

// Day and month; `from` lies in the year before the assessed one (16 December to 15 December).
struct AssessedPeriod {
  struct Day {
    int month = 1, day = 1;
  };
  Day from, to;
};

// How the whole set is asked for beside its criteria; no criterion may bear it.
inline constexpr std::string_view total_code = "total";

struct IndicatorSet {
  std::string id, version;
  std::string sha256;  // of the file's bytes, 64 lower-case hex digits
  Words title, source;
  AssessedPeriod period;
  RoundingRule rounding;
  Decimal points;
  std::vector<Criterion> criteria;
  figures::ItemCatalogue items;  // what the rules and the inputs name
  std::optional<Date> law_on;    // the day whose legal parameters the rules take

  const Criterion* find(std::string_view code) const;  // nullptr where there is none
  // The groups above `code` from the top, then the criterion itself; empty where there is none.
  std::vector<const Criterion*> path_to(std::string_view code) const;
};

// Reads data/indicator-sets/<id>.yaml. Every problem at once, each with {file} and {line}.
// `sha256` of the same bytes comes from whoever read the file; `law` is read during the call only:
// what holds on the day the set names (law_on), or on `law_day` where it names none.
std::expected<IndicatorSet, Problems> load_set(std::string_view yaml, std::string_view file,
                                               const figures::ItemCatalogue& items,
                                               std::string sha256, const law::Parameters& law = {},
                                               std::optional<Date> law_day = std::nullopt);

// Whether a rule of the set takes a number of the law.
bool rests_on_law(const IndicatorSet& set);

}  // namespace liem::indicators
