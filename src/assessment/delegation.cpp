#include "assessment/delegation.h"

#include <algorithm>

#include "assessment/acceptance.h"
#include "assessment/acts.h"
#include "base/date_arithmetic.h"
#include "base/utf8.h"
#include "base/vietnam_time.h"

namespace liem::assessment {
namespace {

std::unexpected<Error> not_delegated(const std::string& principal) {
  return fail(errors::not_delegated, {{"account", principal}});
}

Result<void> check_days(const DelegationWish& wish, const Date& today) {
  if (wish.from < today) return fail(errors::delegation_backdated, {{"field", "from"}});
  const int days = days_between(wish.from, wish.to) + 1;
  if (days >= 1 && days <= longest_delegation) return {};
  return fail(errors::delegation_days,
              {{"field", "to"}, {"most", std::to_string(longest_delegation)}});
}

Result<std::string> checked_document(const std::string& text) {
  if (text.size() <= longest_delegation_paper && utf8::is_line(text)) return text;
  return fail(errors::delegation_document,
              {{"field", "document"}, {"most", std::to_string(longest_delegation_paper)}});
}

bool may_act(const Account& account) { return !account.disabled && may_be_delegated(account.role); }

// Unknown, shut out and unfit are one refusal.
Result<void> check_delegate(Store& store, const std::string& province, const std::string& principal,
                            const std::string& delegate) {
  const auto known = store.account(province, delegate);
  if (!known) return std::unexpected(known.error());
  if (*known && may_act(**known) && delegate != principal) return {};
  return fail(errors::delegation_to_nobody, {{"field", "delegate"}, {"account", delegate}});
}

std::unexpected<Error> not_yours() { return fail(errors::delegation_not_yours); }

// The account whose office it is, where the viewer may delegate it.
Result<Account> principal_for(Store& store, const Viewer& viewer, const std::string& account) {
  LIEM_CHECK(!viewer.acting_for);
  auto known = store.account(viewer.province, account);
  if (!known) return std::unexpected(known.error());
  const auto units = store.units_above(viewer.province);
  if (!units) return std::unexpected(units.error());
  if (!*known || !may_delegate_for(viewer, **known, *units)) return not_yours();
  return std::move(**known);
}

}  // namespace

std::string_view name_of(DelegationState state) {
  switch (state) {
    case DelegationState::coming:
      return "coming";
    case DelegationState::holds:
      return "holds";
    case DelegationState::over:
      return "over";
    case DelegationState::ended:
      return "ended";
    case DelegationState::lapsed:
      return "lapsed";
  }
  return "";
}

DelegationState state_of(const Delegation& delegation, const Account& principal,
                         const Date& today) {
  if (delegation.ended) return DelegationState::ended;
  if (today > delegation.to) return DelegationState::over;
  const bool office_kept =
      may_act(principal) && principal.role == delegation.role && principal.unit == delegation.unit;
  if (!office_kept) return DelegationState::lapsed;
  return today < delegation.from ? DelegationState::coming : DelegationState::holds;
}

bool holds_still(const ActingFor& acting, std::chrono::sys_seconds now) {
  const Date today = day_in_vietnam(now);
  return acting.from <= today && today <= acting.to;
}

Result<Viewer> in_office_of(Store& store, Viewer viewer, const std::string& principal,
                            std::chrono::sys_seconds now) {
  if (!may_be_delegated(viewer.role)) return not_delegated(principal);
  const auto account = store.account(viewer.province, principal);
  if (!account) return std::unexpected(account.error());
  if (!*account) return not_delegated(principal);
  const auto given = store.delegations().to(viewer.province, viewer.account);
  if (!given) return std::unexpected(given.error());
  const Date today = day_in_vietnam(now);
  for (const auto& one : *given) {
    if (one.principal != principal) continue;
    if (state_of(one, **account, today) != DelegationState::holds) continue;
    viewer.role = one.role;
    viewer.unit = one.unit;
    viewer.acting_for = ActingFor{principal, (*account)->name, one.from, one.to};
    return viewer;
  }
  return not_delegated(principal);
}

Result<std::vector<HeldOffice>> offices_held(Store& store, const Viewer& viewer,
                                             std::chrono::sys_seconds now) {
  std::vector<HeldOffice> out;
  const auto given = store.delegations().to(viewer.province, viewer.account);
  if (!given) return std::unexpected(given.error());
  const auto self = store.account(viewer.province, viewer.account);
  if (!self) return std::unexpected(self.error());
  if (!*self || !may_act(**self)) return out;
  const Date today = day_in_vietnam(now);
  for (const auto& one : *given) {
    if (one.ended || today < one.from || one.to < today) continue;
    auto principal = store.account(viewer.province, one.principal);
    if (!principal) return std::unexpected(principal.error());
    if (!*principal || state_of(one, **principal, today) != DelegationState::holds) continue;
    out.push_back({std::move(**principal), one.to});
  }
  return out;
}

bool may_delegate_for(const Viewer& viewer, const Account& principal,
                      const std::vector<UnitAbove>& units) {
  if (!may_be_delegated(principal.role)) return false;
  if (principal.account == viewer.account) return true;
  const bool leads = viewer.role == Role::head || viewer.role == Role::committee;
  return leads && principal.role == Role::head &&
         std::ranges::binary_search(units_below(viewer.unit, units), principal.unit);
}

Result<Delegation> delegate_office(Store& store, const Viewer& viewer, const DelegationWish& wish,
                                   const std::string& id, std::chrono::sys_seconds now) {
  if (!may_be_delegated(viewer.role)) {
    return fail(errors::delegation_of_role, {{"role", std::string(name_of(viewer.role))}});
  }
  const auto principal =
      principal_for(store, viewer, wish.principal.empty() ? viewer.account : wish.principal);
  if (!principal) return std::unexpected(principal.error());
  auto fits = check_delegate(store, viewer.province, principal->account, wish.delegate);
  if (fits) fits = check_days(wish, day_in_vietnam(now));
  if (!fits) return std::unexpected(fits.error());
  auto reason = checked_reason(wish.reason);
  if (!reason) return std::unexpected(reason.error());
  auto document = checked_document(wish.document);
  if (!document) return std::unexpected(document.error());
  const Delegation made{id,
                        principal->account,
                        wish.delegate,
                        principal->role,
                        principal->unit,
                        wish.from,
                        wish.to,
                        std::move(*reason),
                        std::move(*document),
                        viewer.account,
                        now};
  auto kept = store.delegations().add(viewer.province, made, acts::of_delegation(viewer, made));
  if (!kept) return std::unexpected(kept.error());
  return made;
}

Result<void> end_delegation(Store& store, const Viewer& viewer, const std::string& id,
                            std::chrono::sys_seconds now) {
  const auto known = store.delegations().delegation(viewer.province, id);
  if (!known) return std::unexpected(known.error());
  if (!*known) return fail(errors::delegation_unknown);
  const auto& delegation = **known;
  const auto principal = principal_for(store, viewer, delegation.principal);
  if (!principal) {
    // Whose it is and whether it is there is told to nobody else.
    if (principal.error().message.id != errors::delegation_not_yours.id ||
        delegation.delegate == viewer.account) {
      return std::unexpected(principal.error());
    }
    return fail(errors::delegation_unknown, {{std::string(by_right), ""}});
  }
  if (day_in_vietnam(now) > delegation.to) return fail(errors::delegation_over);
  return store.delegations().end(viewer.province, id, viewer.account, now,
                                 acts::of_ended_delegation(viewer, delegation, now));
}

Result<DelegationBook> delegation_book(Store& store, const Viewer& viewer,
                                       std::chrono::sys_seconds now) {
  DelegationBook book;
  const auto accounts = store.accounts().all(viewer.province);
  if (!accounts) return std::unexpected(accounts.error());
  const auto units = store.units_above(viewer.province);
  if (!units) return std::unexpected(units.error());
  const bool takes_part = may_be_delegated(viewer.role);
  for (const auto& one : *accounts) {
    book.accounts.emplace(one.account, one);
    if (!takes_part || !may_act(one)) continue;
    const bool self = one.account == viewer.account;
    if (may(viewer, Action::see_unit, one.unit)) book.delegates.push_back(one);
    if (!self && may_delegate_for(viewer, one, *units)) book.principals.push_back(one);
  }
  const auto all = store.delegations().all(viewer.province);
  if (!all) return std::unexpected(all.error());
  const Date today = day_in_vietnam(now);
  for (const auto& one : *all) {
    const Account& principal = book.accounts.at(one.principal);
    const bool mine = may_delegate_for(viewer, principal, *units);
    if (!mine && one.delegate != viewer.account && one.principal != viewer.account) continue;
    const auto state = state_of(one, principal, today);
    const bool stands = state == DelegationState::coming || state == DelegationState::holds ||
                        state == DelegationState::lapsed;
    book.delegations.push_back({one, state, mine && stands});
  }
  return book;
}

}  // namespace liem::assessment
