#include "storage/work_rows.h"

#include "base/date.h"

namespace liem::storage {

namespace {

std::optional<std::int64_t> maybe_number(const std::optional<int>& number) {
  return number ? std::optional<std::int64_t>(*number) : std::nullopt;
}

}  // namespace

Result<void> put_act(Database& database, const std::string& province, const std::string& round,
                     std::int64_t position, const assessment::WorkAct& act) {
  const auto points = act.points ? std::optional(act.points->to_string()) : std::nullopt;
  return database.run(
      "INSERT INTO work_act (province, round, position, unit, criterion, act, state, account, "
      "name, for_account, for_name, at, reason, points, version) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {province, round, position, act.thing.unit, act.thing.criterion, act.act, act.state,
       act.by.account, act.by.name, act.by.for_account, act.by.for_name, seconds_of(act.at),
       act.reason, points, maybe_number(act.version)});
}

Result<void> put_deadline(Database& database, const std::string& province, const std::string& round,
                          const assessment::StepDue& due) {
  return database.run(
      "INSERT INTO round_deadline (province, round, unit, step, due) VALUES (?, ?, ?, ?, ?) "
      "ON CONFLICT (province, round, unit, step) DO UPDATE SET due = excluded.due",
      {province, round, due.unit, due.step, to_iso(due.due)});
}

Result<void> put_verdict(Database& database, const std::string& province, const std::string& round,
                         std::int64_t position, const assessment::JudgedEvidence& verdict) {
  return database.run(
      "INSERT INTO evidence_verdict (province, round, unit, document, criterion, position, "
      "verdict, page, reason, account, name, for_account, for_name, at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {province, round, verdict.unit, verdict.document, verdict.criterion, position,
       assessment::name_of(verdict.verdict), maybe_number(verdict.page), verdict.reason,
       verdict.by.account, verdict.by.name, verdict.by.for_account, verdict.by.for_name,
       seconds_of(verdict.at)});
}

}  // namespace liem::storage
