#include "storage/sql_delegations.h"

#include "storage/sql_ledger.h"

namespace liem::storage {

using namespace assessment;  // NOLINT: this file gives the assessment's interface its body

namespace {

constexpr std::string_view select_delegations =
    "SELECT id, principal, delegate, role, unit, first_day, last_day, reason, paper, made_by, "
    "made_at, ended_by, ended_at FROM delegation WHERE province = ? ";
constexpr std::string_view newest_first = "ORDER BY made_at DESC, id";

Date day_of(const std::string& iso) {
  const auto day = parse_iso_date(iso);
  LIEM_CHECK(day.has_value());
  return *day;
}

Delegation delegation_of(const Row& row) {
  const auto role = role_of(row.text(3));
  LIEM_CHECK(role.has_value());
  Delegation out{row.text(0),
                 row.text(1),
                 row.text(2),
                 *role,
                 row.text(4),
                 day_of(row.text(5)),
                 day_of(row.text(6)),
                 row.text(7),
                 row.text(8),
                 row.text(9),
                 time_of(row.integer(10))};
  out.ended_by = row.text(11);
  if (!row.null(12)) out.ended = time_of(row.integer(12));
  return out;
}

}  // namespace

Result<void> SqlDelegations::add(const std::string& province, const Delegation& delegation,
                                 const ledger::Act& act) {
  return db_.transact([&]() -> Result<void> {
    const auto other = db_.row(
        "SELECT first_day, last_day FROM delegation WHERE province = ? AND principal = ? "
        "AND delegate = ? AND ended_at IS NULL AND first_day <= ? AND last_day >= ? "
        "ORDER BY first_day LIMIT 1",
        {province, delegation.principal, delegation.delegate, to_iso(delegation.to),
         to_iso(delegation.from)},
        [](const Row& row) { return std::pair(row.text(0), row.text(1)); });
    if (!other) return std::unexpected(other.error());
    if (*other) {
      return fail(assessment::errors::delegation_overlaps,
                  {{"field", "from"}, {"from", (*other)->first}, {"to", (*other)->second}});
    }
    auto added = db_.run(
        "INSERT INTO delegation (province, id, principal, delegate, role, unit, first_day, "
        "last_day, reason, paper, made_by, made_at, ended_by) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
        {province, delegation.id, delegation.principal, delegation.delegate,
         name_of(delegation.role), delegation.unit, to_iso(delegation.from), to_iso(delegation.to),
         delegation.reason, delegation.document, delegation.made_by, seconds_of(delegation.made)});
    return added ? append_acts(db_, province, {act}) : added;
  });
}

Result<std::optional<Delegation>> SqlDelegations::delegation(const std::string& province,
                                                             const std::string& id) {
  return db_.row(std::string(select_delegations) + "AND id = ?", {province, id}, delegation_of);
}

Result<std::vector<Delegation>> SqlDelegations::all(const std::string& province) {
  return db_.rows(std::string(select_delegations) + std::string(newest_first), {province},
                  delegation_of);
}

Result<std::vector<Delegation>> SqlDelegations::to(const std::string& province,
                                                   const std::string& delegate) {
  return db_.rows(std::string(select_delegations) + "AND delegate = ? " + std::string(newest_first),
                  {province, delegate}, delegation_of);
}

Result<void> SqlDelegations::end(const std::string& province, const std::string& id,
                                 const std::string& by, std::chrono::sys_seconds at,
                                 const ledger::Act& act) {
  return db_.transact([&]() -> Result<void> {
    const auto known = delegation(province, id);
    if (!known) return std::unexpected(known.error());
    if (!*known || (*known)->ended) return fail(assessment::errors::delegation_over);
    auto ended =
        db_.run("UPDATE delegation SET ended_by = ?, ended_at = ? WHERE province = ? AND id = ?",
                {by, seconds_of(at), province, id});
    return ended ? append_acts(db_, province, {act}) : ended;
  });
}

}  // namespace liem::storage
