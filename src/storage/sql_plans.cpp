#include "storage/sql_plans.h"

#include <fmt/format.h>

#include "storage/sql_ledger.h"

namespace liem::storage {

using namespace assessment;  // NOLINT: this file gives the assessment's interface its body

namespace {

Assignment assignment_of(const Row& row) { return {row.text(0), row.text(1), row.text(2)}; }

// What was written was checked before it was written.
RoundTask task_of(const Row& row) {
  RoundTask out;
  out.id = row.text(0);
  out.title = row.text(1);
  if (const auto due = row.maybe_text(2)) out.due = parse_iso_date(*due);
  out.unit = row.text(3);
  const auto state = task_state_of(row.text(4));
  LIEM_CHECK(state.has_value());
  out.state = *state;
  out.document = row.text(5);
  out.reason = row.text(6);
  return out;
}

Result<void> append(Database& db, const std::string& province,
                    const std::optional<ledger::Act>& logged) {
  return logged ? append_acts(db, province, {*logged}) : Result<void>();
}

}  // namespace

Result<void> SqlPlans::set_copied_from(const std::string& province, const std::string& round,
                                       const std::string& copied_from) {
  return db_.run("INSERT INTO round_copied (province, round, copied_from) VALUES (?, ?, ?)",
                 {province, round, copied_from});
}

Result<std::optional<std::string>> SqlPlans::copied_from(const std::string& province,
                                                         const std::string& round) {
  return db_.row("SELECT copied_from FROM round_copied WHERE province = ? AND round = ?",
                 {province, round}, [](const Row& row) { return row.text(0); });
}

Result<std::vector<Assignment>> SqlPlans::assignments(const std::string& province,
                                                      const std::string& round,
                                                      const std::optional<std::string>& unit) {
  constexpr std::string_view columns =
      "SELECT unit, criterion, account FROM assignment WHERE province = ? AND round = ? ";
  constexpr std::string_view order = "ORDER BY unit, criterion, account";
  if (!unit) {
    return db_.rows(fmt::format("{}{}", columns, order), {province, round}, assignment_of);
  }
  return db_.rows(fmt::format("{}AND unit = ? {}", columns, order), {province, round, *unit},
                  assignment_of);
}

Result<void> SqlPlans::assign(const std::string& province, const std::string& round,
                              const std::string& unit, const std::vector<Assignment>& all,
                              const std::optional<ledger::Act>& logged) {
  return db_.transact([&] {
    auto done = db_.run("DELETE FROM assignment WHERE province = ? AND round = ? AND unit = ?",
                        {province, round, unit});
    for (const auto& one : all) {
      if (!done) return done;
      done = db_.run(
          "INSERT INTO assignment (province, round, unit, criterion, account) "
          "VALUES (?, ?, ?, ?, ?)",
          {province, round, unit, one.criterion, one.account});
    }
    return done ? append(db_, province, logged) : done;
  });
}

Result<std::vector<RoundTask>> SqlPlans::tasks(const std::string& province,
                                               const std::string& round) {
  return db_.rows(
      "SELECT id, title, due, unit, state, paper, reason FROM round_task "
      "WHERE province = ? AND round = ? ORDER BY position, id",
      {province, round}, task_of);
}

Result<void> SqlPlans::put_task(const std::string& province, const std::string& round,
                                const RoundTask& task, const std::optional<ledger::Act>& logged) {
  return db_.transact([&]() -> Result<void> {
    const auto last = db_.row(
        "SELECT coalesce(max(position), 0) FROM round_task WHERE province = ? AND round = ?",
        {province, round}, [](const Row& row) { return row.integer(0); });
    if (!last) return std::unexpected(last.error());
    const auto due = task.due ? std::optional(to_iso(*task.due)) : std::nullopt;
    auto put = db_.run(
        "INSERT INTO round_task (province, round, id, position, title, due, unit, state, paper, "
        "reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (province, round, id) DO UPDATE "
        "SET title = excluded.title, due = excluded.due, unit = excluded.unit, "
        "state = excluded.state, paper = excluded.paper, reason = excluded.reason",
        {province, round, task.id, last->value_or(0) + 1, task.title, due, task.unit,
         name_of(task.state), task.document, task.reason});
    return put ? append(db_, province, logged) : put;
  });
}

}  // namespace liem::storage
