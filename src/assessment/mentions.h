// Colleagues whom a text names as @account.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/round.h"
#include "assessment/store.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode mention_unknown{"assessment.mention_unknown", ErrorKind::bad_input};
inline constexpr ErrorCode mention_nearly{"assessment.mention_nearly", ErrorKind::bad_input};
}  // namespace errors

struct Mention {
  std::string account;
  std::size_t place = 0;  // of its @, in characters from 1
  bool operator==(const Mention&) const = default;
};
// In their order, each account once. An @ within a word, as of an e-mail address, names nobody.
std::vector<Mention> mentions_in(std::string_view text);

// Of all accounts of a province those in use that may see the unit; without one, the rounds.
std::vector<Account> seeing(const std::vector<Account>& all, const std::vector<UnitAbove>& units,
                            const std::string& province, const std::string& unit);
// The same out of the store, by name.
Result<std::vector<Account>> people_seeing(Store& store, const std::string& province,
                                           const std::string& unit);

// The unit and every one above it, from below.
std::vector<std::string> way_up(const std::vector<UnitAbove>& units, const std::string& unit);

// Every account the text names is one of `people`; else errors::mention_nearly with the nearest
// names, or mention_unknown where none is near.
Result<void> check_mentions(std::string_view text, const std::vector<Account>& people);

}  // namespace liem::assessment
