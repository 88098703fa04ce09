#include "assessment/reminders.h"

#include <algorithm>

#include "assessment/notices.h"
#include "base/date_arithmetic.h"
#include "base/vietnam_time.h"

namespace liem::assessment {
namespace {

using workflow::Level;
using workflow::Reminder;

struct People {
  std::vector<Account> accounts;
  std::vector<UnitAbove> units;
};

class RoundReminders {
 public:
  RoundReminders(const std::string& province, const Round& round, const workflow::Notices& rules,
                 const People& people, std::chrono::sys_seconds now)
      : province_(province), round_(round), rules_(rules), people_(people), now_(now) {}

  Result<std::vector<Notice>> find(Store& store) &&;

 private:
  void add(const Reminder& reminder, const WorkRecord& record, const std::string& unit);

  const std::string& province_;
  const Round& round_;
  const workflow::Notices& rules_;
  const People& people_;
  std::chrono::sys_seconds now_;
  std::vector<WorkAct> acts_;
  std::vector<StepDue> deadlines_;
  std::vector<Notice> found_;
};

void RoundReminders::add(const Reminder& reminder, const WorkRecord& record,
                         const std::string& unit) {
  const Thing thing{unit, ""};
  const auto due = due_of(deadlines_, unit, reminder.step);
  if (!due || !workflow::holds(reminder.in, record.state(thing))) return;
  const int days = days_between(day_in_vietnam(now_), *due);
  if (days < 0 || days > reminder.days_before) return;
  const auto way = way_up(people_.units, unit);
  for (const auto& who : seeing(people_.accounts, people_.units, province_, unit)) {
    if (!is_told(rules_, reminder.to, who, {thing, way, acts_})) continue;
    Notice notice;
    notice.account = who.account;
    notice.cause = "reminder " + round_.id + " " + unit + " " + reminder.step + " " + to_iso(*due);
    notice.kind = NoticeKind::reminder;
    notice.about = notice.step = reminder.step;
    notice.round = round_.id;
    notice.thing = thing;
    notice.due = due;
    notice.made = now_;
    found_.push_back(std::move(notice));
  }
}

Result<std::vector<Notice>> RoundReminders::find(Store& store) && {
  auto acts = store.work().acts(province_, round_.id, std::nullopt);
  if (!acts) return std::unexpected(acts.error());
  auto deadlines = store.work().deadlines(province_, round_.id);
  if (!deadlines) return std::unexpected(deadlines.error());
  const auto units = store.units(province_, round_.id);
  if (!units) return std::unexpected(units.error());
  const auto submissions = store.handed_in(province_, round_.id, std::nullopt);
  if (!submissions) return std::unexpected(submissions.error());
  acts_ = std::move(*acts);
  deadlines_ = std::move(*deadlines);
  const WorkRecord record(acts_, handed_in_with_round(*submissions));
  for (const auto& reminder : rules_.reminders) {
    if (reminder.of == Level::round) add(reminder, record, "");
    if (reminder.of == Level::round || record.round_state() != "open") continue;
    for (const auto& unit : *units) {
      const bool ended = unit.to && *unit.to < round_.to;
      if (!ended) add(reminder, record, unit.id);
    }
  }
  return std::move(found_);
}

}  // namespace

Result<void> remind(Store& store, const std::string& province, const workflow::Notices& rules,
                    std::chrono::sys_seconds now) {
  return store.requests().together([&]() -> Result<void> {
    auto accounts = store.accounts().all(province);
    if (!accounts) return std::unexpected(accounts.error());
    auto units = store.units_above(province);
    if (!units) return std::unexpected(units.error());
    const People people{std::move(*accounts), std::move(*units)};
    const auto rounds = store.rounds(province);
    if (!rounds) return std::unexpected(rounds.error());
    for (const auto& round : *rounds) {
      const auto found = RoundReminders(province, round, rules, people, now).find(store);
      if (!found) return std::unexpected(found.error());
      if (auto added = store.notices().add(province, *found); !added) return added;
    }
    return {};
  });
}

}  // namespace liem::assessment
