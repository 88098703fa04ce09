// Telling people of a round's work: who is told of what is data (src/workflow/notices.h).
// docs/decisions/0019-notices.md
#pragma once

#include <string>
#include <vector>

#include "assessment/mentions.h"
#include "assessment/notice_store.h"
#include "assessment/round_work.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode no_notice{"assessment.no_notice", ErrorKind::not_found};
}  // namespace errors

// Something done in a round by somebody, with what he said.
struct Happening {
  Notice notice;  // without account and kind
  Doer by;
  std::string reason;
};

// The thing, its unit with all above it, and what was done there until then.
struct ToldOf {
  const Thing& thing;
  const std::vector<std::string>& way;
  const std::vector<WorkAct>& before;
};
// Whether the account belongs to one of the groups.
bool is_told(const workflow::Notices& rules, const std::vector<std::string>& groups,
             const Account& who, const ToldOf& of);

// Those who are told of an act: the groups of its notice, and whom its reason mentions. Pure.
// `people`: who may see it. `before`: what was done there until then.
std::vector<Notice> notices_of(const workflow::Notices& rules, const Happening& happening,
                               const std::vector<Account>& people,
                               const std::vector<UnitAbove>& units,
                               const std::vector<WorkAct>& before);

struct NoticeBook {
  std::vector<KeptNotice> notices;  // newest first
  int unread = 0;
  bool more = false;  // there are older ones
};
// Of the account that asks. What an act says is left out where its unit may not be seen any more.
Result<NoticeBook> my_notices(const Desk& desk, const NoticesWanted& wanted);
// errors::no_notice
Result<KeptNotice> mark_notice(const Desk& desk, std::int64_t position,
                               std::optional<std::chrono::sys_seconds> read);

// Whom a text about the unit's file may mention. errors::no_right, no_round, no_unit.
struct Colleague {
  Account account;
  Words unit;  // its name
};
Result<std::vector<Colleague>> colleagues(const Desk& desk, const std::string& round,
                                          const std::string& unit);

// Written with the act that happened, which stands at `position` of the round's acts.
Result<void> tell(const WorkDesk& at, const std::string& round, const WorkAct& act,
                  std::int64_t position);
Result<void> tell(const WorkDesk& at, const std::string& round, const StepDue& due);

// A place in the page: "/rounds/…".
std::string place_of(const Notice& notice);

}  // namespace liem::assessment
