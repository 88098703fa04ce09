#include "storage/sql_work.h"

#include <fmt/format.h>

#include "base/date.h"
#include "storage/paper_rows.h"
#include "storage/sql_ledger.h"
#include "storage/work_rows.h"

namespace liem::storage {

using namespace assessment;  // NOLINT: this file gives the assessment's interface its body

namespace {

Doer doer_of(const Row& row, int first) {
  return {row.text(first), row.text(first + 1), row.text(first + 2), row.text(first + 3)};
}

// What was written was checked before it was written.
WorkAct act_of(const Row& row) {
  WorkAct act;
  act.thing = {row.text(0), row.text(1)};
  act.act = row.text(2);
  act.state = row.text(3);
  act.by = doer_of(row, 4);
  act.at = time_of(row.integer(8));
  act.reason = row.text(9);
  if (const auto points = row.maybe_text(10)) {
    act.points = Decimal::parse(*points);
    LIEM_CHECK(act.points.has_value());
  }
  if (const auto version = row.maybe_integer(11)) act.version = static_cast<int>(*version);
  return act;
}

StepDue due_of_row(const Row& row) {
  const auto due = parse_iso_date(row.text(2));
  LIEM_CHECK(due.has_value());
  return {row.text(0), row.text(1), *due};
}

JudgedEvidence verdict_of(const Row& row) {
  JudgedEvidence out;
  out.unit = row.text(0);
  out.document = static_cast<int>(row.integer(1));
  out.criterion = row.text(2);
  const auto verdict = evidence_verdict_of(row.text(3));
  LIEM_CHECK(verdict.has_value());
  out.verdict = *verdict;
  if (const auto page = row.maybe_integer(4)) out.page = static_cast<int>(*page);
  out.reason = row.text(5);
  out.by = doer_of(row, 6);
  out.at = time_of(row.integer(10));
  return out;
}

// The number behind the last of `table` for these values of its key.
Result<std::int64_t> next_in(Database& db, std::string_view sql, const std::vector<Value>& key) {
  const auto last = db.row(sql, key, [](const Row& row) { return row.integer(0); });
  if (!last) return std::unexpected(last.error());
  return last->value_or(0) + 1;
}

}  // namespace

Result<std::vector<WorkAct>> SqlWork::acts(const std::string& province, const std::string& round,
                                           const std::optional<std::string>& unit) {
  constexpr std::string_view columns =
      "SELECT unit, criterion, act, state, account, name, for_account, for_name, at, reason, "
      "points, version FROM work_act WHERE province = ? AND round = ? ";
  if (!unit)
    return db_.rows(fmt::format("{}ORDER BY position", columns), {province, round}, act_of);
  return db_.rows(fmt::format("{}AND unit IN ('', ?) ORDER BY position", columns),
                  {province, round, *unit}, act_of);
}

Result<std::int64_t> SqlWork::add_act(const std::string& province, const std::string& round,
                                      const WorkAct& act, const ledger::Act& logged) {
  return db_.transact([&]() -> Result<std::int64_t> {
    const auto position = next_in(
        db_, "SELECT coalesce(max(position), 0) FROM work_act WHERE province = ? AND round = ?",
        {province, round});
    if (!position) return std::unexpected(position.error());
    auto added = put_act(db_, province, round, *position, act);
    if (added) added = append_acts(db_, province, {logged});
    if (!added) return std::unexpected(added.error());
    return *position;
  });
}

Result<std::vector<StepDue>> SqlWork::deadlines(const std::string& province,
                                                const std::string& round) {
  return db_.rows(
      "SELECT unit, step, due FROM round_deadline WHERE province = ? AND round = ? "
      "ORDER BY unit, step",
      {province, round}, due_of_row);
}

Result<void> SqlWork::set_deadline(const std::string& province, const std::string& round,
                                   const StepDue& due, const ledger::Act& logged) {
  return db_.transact([&] {
    auto set = put_deadline(db_, province, round, due);
    return set ? append_acts(db_, province, {logged}) : set;
  });
}

Result<std::optional<Draft>> SqlWork::draft(const std::string& province, const std::string& round,
                                            const std::string& unit) {
  return db_.row(
      "SELECT hash, answers, saved_at, report_sha256 FROM draft "
      "WHERE province = ? AND round = ? AND unit = ?",
      {province, round, unit}, [](const Row& row) {
        return Draft{row.text(0), row.text(1), time_of(row.integer(2)), row.maybe_text(3)};
      });
}

Result<void> SqlWork::save_draft(const std::string& province, const std::string& round,
                                 const std::string& unit, const Draft& draft,
                                 const ledger::Act& logged) {
  return db_.transact([&] {
    auto saved = db_.run(
        "INSERT INTO draft (province, round, unit, hash, answers, report_sha256, saved_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (province, round, unit) DO UPDATE SET "
        "hash = excluded.hash, answers = excluded.answers, "
        "report_sha256 = excluded.report_sha256, saved_at = excluded.saved_at",
        {province, round, unit, draft.sha256, Blob{draft.answers}, draft.report_sha256,
         seconds_of(draft.saved)});
    return saved ? append_acts(db_, province, {logged}) : saved;
  });
}

Result<void> SqlWork::put_content(const std::string& province, const Content& content) {
  return storage::put_content(db_, province, content);
}

Result<int> SqlWork::attach(const std::string& province, const std::string& round,
                            const std::string& unit, const Evidence& evidence, const Content& file,
                            const ledger::Act& logged) {
  return db_.transact([&]() -> Result<int> {
    const auto position = next_in(db_,
                                  "SELECT coalesce(max(position), 0) FROM evidence "
                                  "WHERE province = ? AND round = ? AND unit = ?",
                                  {province, round, unit});
    if (!position) return std::unexpected(position.error());
    auto put = db_.run(
        "INSERT INTO submission (province, round, unit, report_sha256, answers_sha256) "
        "VALUES (?, ?, ?, NULL, NULL) ON CONFLICT (province, round, unit) DO NOTHING",
        {province, round, unit});
    if (put) put = put_content(province, file);
    if (put) put = put_evidence(db_, {province, round, unit}, *position, evidence);
    if (put) put = append_acts(db_, province, {logged});
    if (!put) return std::unexpected(put.error());
    return static_cast<int>(*position);
  });
}

Result<void> SqlWork::add_version(const std::string& province, const std::string& round,
                                  const FileVersion& version, const Content& answers,
                                  const std::vector<Quote>& quotes) {
  return db_.transact([&]() -> Result<void> {
    auto put = put_content(province, answers);
    if (put) put = put_version(db_, province, round, version);
    return put ? hand_in(province, round, version, quotes) : put;
  });
}

Result<void> SqlWork::hand_in(const std::string& province, const std::string& round,
                              const FileVersion& version, const std::vector<Quote>& quotes) {
  auto put = db_.run(
      "INSERT INTO submission (province, round, unit, report_sha256, answers_sha256) "
      "VALUES (?, ?, ?, ?, ?) ON CONFLICT (province, round, unit) DO UPDATE SET "
      "report_sha256 = excluded.report_sha256, answers_sha256 = excluded.answers_sha256",
      {province, round, version.unit, version.report_sha256, version.answers_sha256});
  if (put) {
    put = db_.run("DELETE FROM quote WHERE province = ? AND round = ? AND unit = ?",
                  {province, round, version.unit});
  }
  return put ? put_quotes(db_, {province, round, version.unit}, quotes) : put;
}

Result<std::vector<FileVersion>> SqlWork::versions(const std::string& province,
                                                   const std::string& round,
                                                   const std::string& unit) {
  return db_.rows(
      "SELECT unit, version, answers_sha256, report_sha256, account, name, for_account, for_name, "
      "at FROM file_version WHERE province = ? AND round = ? AND unit = ? ORDER BY version",
      {province, round, unit}, [](const Row& row) {
        return FileVersion{row.text(0),       static_cast<int>(row.integer(1)),
                           row.maybe_text(2), row.maybe_text(3),
                           doer_of(row, 4),   time_of(row.integer(8))};
      });
}

Result<void> SqlWork::add_verdict(const std::string& province, const std::string& round,
                                  const JudgedEvidence& verdict, const ledger::Act& logged) {
  return db_.transact([&]() -> Result<void> {
    const auto position = next_in(
        db_,
        "SELECT coalesce(max(position), 0) FROM evidence_verdict WHERE province = ? AND round = ? "
        "AND unit = ? AND document = ? AND criterion = ?",
        {province, round, verdict.unit, verdict.document, verdict.criterion});
    if (!position) return std::unexpected(position.error());
    auto added = put_verdict(db_, province, round, *position, verdict);
    return added ? append_acts(db_, province, {logged}) : added;
  });
}

Result<std::vector<JudgedEvidence>> SqlWork::verdicts(const std::string& province,
                                                      const std::string& round,
                                                      const std::optional<std::string>& unit) {
  const std::string select = fmt::format(
      "SELECT v.unit, v.document, v.criterion, v.verdict, v.page, v.reason, v.account, v.name, "
      "v.for_account, v.for_name, v.at FROM evidence_verdict v WHERE v.province = ? AND v.round = "
      "? "
      "{}AND v.position = (SELECT max(o.position) FROM evidence_verdict o "
      "WHERE o.province = v.province AND o.round = v.round AND o.unit = v.unit "
      "AND o.document = v.document AND o.criterion = v.criterion) "
      "ORDER BY v.unit, v.document, v.criterion",
      unit ? "AND v.unit = ? " : "");
  if (!unit) return db_.rows(select, {province, round}, verdict_of);
  return db_.rows(select, {province, round, *unit}, verdict_of);
}

}  // namespace liem::storage
