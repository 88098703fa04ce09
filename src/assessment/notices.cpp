#include "assessment/notices.h"

#include <algorithm>
#include <tuple>

namespace liem::assessment {
namespace {

using workflow::Group;
using workflow::Standing;

// The act was done on the thing, or on the file it is part of.
bool is_about(const WorkAct& act, const Thing& thing) {
  return act.thing == thing || (act.thing.unit == thing.unit && act.thing.criterion.empty());
}

bool did_one(const Group& group, const Account& who, const Thing& thing,
             const std::vector<WorkAct>& before) {
  return std::ranges::any_of(before, [&](const WorkAct& act) {
    return workflow::holds(group.did, act.act) && is_about(act, thing) &&
           act.by.involves(who.account);
  });
}

bool stands_there(Standing standing, const Account& who, const std::vector<std::string>& way) {
  if (standing == Standing::province) return true;
  const auto found = std::ranges::find(way, who.unit);
  if (found == way.end()) return false;
  return (found == way.begin()) == (standing == Standing::own);
}

Notice told_to(const Happening& happening, const Account& who, NoticeKind kind) {
  Notice out = happening.notice;
  out.account = who.account;
  out.kind = kind;
  return out;
}

// Whether somebody could be told at all, before anything is looked up.
bool concerns_anybody(const workflow::Notices& rules, const Happening& happening) {
  return !rules.groups_of(happening.notice.about).empty() || !mentions_in(happening.reason).empty();
}

Result<void> tell(const WorkDesk& at, const Happening& happening) {
  if (!concerns_anybody(at.notices, happening)) return {};
  auto& store = at.desk.store;
  const auto& province = at.desk.viewer.province;
  const auto& [unit, criterion] = happening.notice.thing;
  const auto accounts = store.accounts().all(province);
  if (!accounts) return std::unexpected(accounts.error());
  const auto units = store.units_above(province);
  if (!units) return std::unexpected(units.error());
  const auto before = store.work().acts(province, happening.notice.round, unit);
  if (!before) return std::unexpected(before.error());
  const auto people = seeing(*accounts, *units, province, unit);
  return store.notices().add(province, notices_of(at.notices, happening, people, *units, *before));
}

}  // namespace

bool is_told(const workflow::Notices& rules, const std::vector<std::string>& groups,
             const Account& who, const ToldOf& of) {
  return std::ranges::any_of(groups, [&](const std::string& name) {
    const Group& group = rules.groups.find(name)->second;
    if (!group.did.empty()) return did_one(group, who, of.thing, of.before);
    return workflow::holds(group.roles, name_of(who.role)) &&
           stands_there(group.standing, who, of.way);
  });
}

std::vector<Notice> notices_of(const workflow::Notices& rules, const Happening& happening,
                               const std::vector<Account>& people,
                               const std::vector<UnitAbove>& units,
                               const std::vector<WorkAct>& before) {
  const auto& thing = happening.notice.thing;
  const auto named = mentions_in(happening.reason);
  const auto way = way_up(units, thing.unit);
  std::vector<Notice> out;
  for (const auto& who : people) {
    if (happening.by.involves(who.account)) continue;
    if (std::ranges::find(named, who.account, &Mention::account) != named.end()) {
      out.push_back(told_to(happening, who, NoticeKind::mention));
      continue;
    }
    const bool learns =
        is_told(rules, rules.groups_of(happening.notice.about), who, {thing, way, before});
    if (learns) out.push_back(told_to(happening, who, NoticeKind::work));
  }
  return out;
}

Result<void> tell(const WorkDesk& at, const std::string& round, const WorkAct& act,
                  std::int64_t position) {
  Happening happening;
  happening.by = act.by;
  happening.reason = act.reason;
  auto& notice = happening.notice;
  notice.cause = "act " + round + " " + std::to_string(position);
  notice.about = act.act;
  notice.round = round;
  notice.thing = act.thing;
  notice.act = position;
  notice.by_name = act.by.name;
  notice.for_name = act.by.for_name;
  notice.made = act.at;
  return tell(at, happening);
}

Result<void> tell(const WorkDesk& at, const std::string& round, const StepDue& due) {
  Happening happening;
  happening.by = doer_of(at.desk.viewer);
  auto& notice = happening.notice;
  notice.cause = "due " + round + " " + due.unit + " " + due.step + " " + to_iso(due.due) + " " +
                 std::to_string(at.now.time_since_epoch().count());
  notice.about = due.unit.empty() ? "set_deadline" : "put_off";
  notice.round = round;
  notice.thing = {due.unit, ""};
  notice.by_name = happening.by.name;
  notice.for_name = happening.by.for_name;
  notice.step = due.step;
  notice.due = due.due;
  notice.made = at.now;
  return tell(at, happening);
}

std::string place_of(const Notice& notice) {
  std::string out = "/rounds/" + notice.round;
  if (!notice.thing.unit.empty()) out += "/units/" + notice.thing.unit;
  out += "/work";
  if (!notice.thing.criterion.empty()) out += "?criterion=" + notice.thing.criterion;
  return out;
}

namespace {

void leave_out_unseen(const Viewer& viewer, KeptNotice& kept) {
  const auto& unit = kept.notice.thing.unit;
  const bool seen = may(viewer, unit.empty() ? Action::list_units : Action::see_unit, unit);
  if (!seen) kept.reason.clear();
}

}  // namespace

Result<NoticeBook> my_notices(const Desk& desk, const NoticesWanted& wanted) {
  auto& store = desk.store.notices();
  const auto& [province, account] = std::tie(desk.viewer.province, desk.viewer.account);
  auto one_more = wanted;
  ++one_more.most;
  auto found = store.list(province, account, one_more);
  if (!found) return std::unexpected(found.error());
  const auto unread = store.unread(province, account);
  if (!unread) return std::unexpected(unread.error());
  NoticeBook out{std::move(*found), *unread, false};
  out.more = out.notices.size() > static_cast<std::size_t>(wanted.most);
  if (out.more) out.notices.pop_back();
  for (auto& kept : out.notices) leave_out_unseen(desk.viewer, kept);
  return out;
}

Result<KeptNotice> mark_notice(const Desk& desk, std::int64_t position,
                               std::optional<std::chrono::sys_seconds> read) {
  auto& store = desk.store.notices();
  const auto& [province, account] = std::tie(desk.viewer.province, desk.viewer.account);
  auto known = store.notice(province, account, position);
  if (!known) return std::unexpected(known.error());
  if (!*known) return fail(errors::no_notice);
  if ((*known)->read.has_value() != read.has_value()) {
    if (auto marked = store.mark(province, account, position, read); !marked) {
      return std::unexpected(marked.error());
    }
    (*known)->read = read;
  }
  leave_out_unseen(desk.viewer, **known);
  return std::move(**known);
}

Result<std::vector<Colleague>> colleagues(const Desk& desk, const std::string& round,
                                          const std::string& unit) {
  const auto& viewer = desk.viewer;
  if (!may(viewer, Action::see_unit, unit)) {
    return fail(errors::no_right, {{"role", std::string(name_of(viewer.role))}});
  }
  if (auto known = find_round(desk, round); !known) return std::unexpected(known.error());
  const auto units = desk.store.units(viewer.province, round);
  if (!units) return std::unexpected(units.error());
  if (std::ranges::find(*units, unit, &Unit::id) == units->end()) {
    return fail(errors::no_unit, {{"round", round}, {"unit", unit}});
  }
  auto people = people_seeing(desk.store, viewer.province, unit);
  if (!people) return std::unexpected(people.error());
  std::vector<Colleague> out;
  for (auto& one : *people) {
    if (involves(viewer, one.account)) continue;
    const auto at = desk.store.unit(viewer.province, one.unit);
    if (!at) return std::unexpected(at.error());
    out.push_back({std::move(one), *at ? (*at)->name : Words{}});
  }
  return out;
}

}  // namespace liem::assessment
