// What the log shows to whom: inspectors and auditors all of it, a head the own unit's part.
#pragma once

#include <boost/json/value.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assessment/ledger_watch.h"
#include "assessment/overview.h"
#include "base/messages.h"

namespace liem::assessment {

inline constexpr int most_log_entries = 200;  // on one page

struct LogPage {
  std::vector<ledger::StoredEntry> entries;   // newest first
  std::optional<std::uint64_t> next;          // LedgerFilter::below of the page behind this one
  std::map<std::string, std::string> people;  // account -> name, of those there still are
  std::map<std::string, Words> units;
};

// Each decides first whether the viewer may (errors::no_right).
Result<LogPage> log_page(const Desk& desk, LedgerFilter filter, std::size_t limit);
Result<LogState> log_state(const Desk& desk, LedgerWatch& watch, std::chrono::sys_seconds now);

// How people call who did it, and for whom where it was for another.
struct ActPeople {
  std::string actor, principal;
};

// What was done, as a sentence; `after` is what the act led to where that is said in words, else
// null.
Words sentence_of(const ledger::Act& act, const boost::json::value& after, const ActPeople& people,
                  const Catalogue& words);

}  // namespace liem::assessment
