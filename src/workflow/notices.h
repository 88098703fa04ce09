// Who is told of what in a round, as data/workflow/notices.yaml says. Pure.
// docs/decisions/0019-notices.md
#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/workflow.h"

namespace liem::workflow {

// Accounts of these roles that stand there, or whoever did one of these acts on the thing.
struct Group {
  std::vector<std::string> roles;
  Standing standing = Standing::own;  // own, above or province
  std::vector<std::string> did;
};

struct Reminder {
  std::string step;
  int days_before = 0;
  Level of = Level::file;       // the round, or each unit's file by the day that holds for it
  std::vector<std::string> in;  // states in which the step still waits
  std::vector<std::string> to;  // groups
};

// Words are messages: "notice.<act>", and "notice.reminder" for every step.
struct Notices {
  std::map<std::string, Group, std::less<>> groups;
  std::map<std::string, std::vector<std::string>, std::less<>> acts;  // groups by act
  std::vector<Reminder> reminders;                                    // in the order of the file

  // Empty where nobody is told.
  const std::vector<std::string>& groups_of(std::string_view act) const;
};

// Acts that follow from others and stand in no workflow.
inline constexpr std::string_view consequences[] = {"changed_along"};

namespace errors {
inline constexpr ErrorCode group_of_nobody{"workflow.group_of_nobody", ErrorKind::bad_input};
inline constexpr ErrorCode days_outside{"workflow.days_outside", ErrorKind::bad_input};
}  // namespace errors

// Every problem at once, each with {file} and {line}; names of acts, steps and states are those of
// `flow`.
std::expected<Notices, Problems> load_notices(const NamedFile& file, const Workflow& flow,
                                              const std::vector<std::string_view>& roles);

}  // namespace liem::workflow
