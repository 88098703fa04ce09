#include "assessment/log_desk.h"

#include <boost/json/object.hpp>

#include "assessment/acts.h"

namespace liem::assessment {
namespace {

std::unexpected<Error> no_right(const Viewer& viewer) {
  return fail(errors::no_right, {{"role", std::string(name_of(viewer.role))}});
}

// Narrows the filter to what the viewer may see.
Result<void> narrow(const Viewer& viewer, LedgerFilter& filter) {
  const std::string asked = filter.unit.value_or("");
  if (may(viewer, Action::see_log, asked)) return {};
  if (filter.unit || !may(viewer, Action::see_log, viewer.unit)) return no_right(viewer);
  filter.unit = viewer.unit;
  return {};
}

Result<void> name_people(const Desk& desk, LogPage& page) {
  for (const auto& [entry, hash] : page.entries) {
    for (const auto& account : {entry.act.actor, entry.act.on_behalf_of}) {
      if (account.empty() || page.people.contains(account)) continue;
      const auto known = desk.store.account(desk.viewer.province, account);
      if (!known) return std::unexpected(known.error());
      if (*known) page.people[account] = (*known)->name;
    }
    const auto& unit = entry.act.unit;
    if (unit.empty() || page.units.contains(unit)) continue;
    const auto known = desk.store.unit(desk.viewer.province, unit);
    if (!known) return std::unexpected(known.error());
    if (*known) page.units[unit] = (*known)->name;
  }
  return {};
}

// The scalars of what the act led to, for the sentence.
void add_scalars(const boost::json::value& after, Args& args) {
  if (!after.is_object()) return;
  for (const auto& [name, field] : after.get_object()) {
    if (const auto* text = field.if_string()) args.emplace_back(name, std::string(*text));
    if (const auto* whole = field.if_int64()) args.emplace_back(name, std::to_string(*whole));
  }
}

std::string who_acted(const ActPeople& people, const Catalogue& words, Locale locale) {
  if (people.principal.empty()) return people.actor;
  return words.render({"act.for", {{"actor", people.actor}, {"principal", people.principal}}},
                      locale);
}

// What was repeated, where that is the act.
void add_repeated(Args& args, const Catalogue& words, Locale locale) {
  for (const auto& [name, value] : Args(args)) {
    if (name == "act") args.emplace_back("what", words.render({"act.name." + value, {}}, locale));
  }
}

}  // namespace

Result<LogPage> log_page(const Desk& desk, LedgerFilter filter, std::size_t limit) {
  if (auto allowed = narrow(desk.viewer, filter); !allowed) return std::unexpected(allowed.error());
  auto entries = desk.store.ledger().entries(desk.viewer.province, filter, limit + 1);
  if (!entries) return std::unexpected(entries.error());
  LogPage page{std::move(*entries), {}, {}, {}};
  if (page.entries.size() > limit) {
    page.entries.pop_back();
    page.next = page.entries.back().entry.position;
  }
  if (auto named = name_people(desk, page); !named) return std::unexpected(named.error());
  return page;
}

Result<LogState> log_state(const Desk& desk, LedgerWatch& watch, std::chrono::sys_seconds now) {
  LedgerFilter filter;
  if (auto allowed = narrow(desk.viewer, filter); !allowed) return std::unexpected(allowed.error());
  return watch.look(desk.store.ledger(), desk.viewer.province, now);
}

Words sentence_of(const ledger::Act& act, const boost::json::value& after, const ActPeople& people,
                  const Catalogue& words) {
  const auto in = [&](Locale locale) {
    Message message{"act." + act.code,
                    {{"actor", who_acted(people, words, locale)},
                     {"object", act.object.id},
                     {"unit", act.unit}}};
    add_scalars(after, message.args);
    if (act.code == acts::repeated) add_repeated(message.args, words, locale);
    return words.render(message, locale);
  };
  return {in(Locale::vi), in(Locale::en)};
}

}  // namespace liem::assessment
