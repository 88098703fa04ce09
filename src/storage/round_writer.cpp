#include "storage/round_writer.h"

#include <fmt/format.h>

#include "storage/paper_rows.h"
#include "storage/sql_ledger.h"

namespace liem::storage {
namespace {

using namespace assessment;  // NOLINT: the words of the interface this file serves

std::optional<std::string> iso(const std::optional<Date>& date) {
  return date ? std::optional(to_iso(*date)) : std::nullopt;
}

class Writer {
 public:
  Writer(Database& database, const RoundImport& import, const std::vector<FileVersion>& versions,
         const Progress& progress)
      : db_(database),
        import_(import),
        versions_(versions),
        progress_(progress),
        total_(import.contents.size() + import.units.size() + import.submissions.size() +
               import.accounts.size() + (import.history ? 2U : 1U)) {}

  Result<void> write() {
    for (const auto& content : import_.contents) {
      if (auto put = told(put_content(db_, import_.province, content)); !put) return put;
    }
    if (auto put = put_round(); !put) return put;
    for (std::size_t i = 0; i < import_.units.size(); ++i) {
      if (auto put = put_unit(import_.units[i], i + 1); !put) return put;
    }
    for (const auto& submission : import_.submissions) {
      if (auto put = put_submission(submission); !put) return put;
    }
    for (const auto& version : versions_) {
      if (auto put = put_version(db_, import_.province, import_.round.id, version); !put) {
        return put;
      }
    }
    for (const auto& account : import_.accounts) {
      if (auto put = put_account(account); !put) return put;
    }
    return import_.history ? put_history(*import_.history) : Result<void>();
  }

 private:
  // Tells the progress of what has just been written.
  Result<void> told(Result<void> put) {
    if (put) progress_(++done_, total_);
    return put;
  }

  Result<bool> exists(std::string_view sql, const std::vector<Value>& key) {
    const auto row = db_.row(sql, key, [](const Row& r) { return r.integer(0); });
    if (!row) return std::unexpected(row.error());
    return row->has_value();
  }

  Result<void> put_round() {
    const Round& round = import_.round;
    const auto known =
        exists("SELECT 1 FROM round WHERE province = ? AND id = ?", {import_.province, round.id});
    if (!known) return std::unexpected(known.error());
    if (*known) {
      return fail(assessment::errors::round_exists,
                  {{"round", round.id}, {"province", import_.province}});
    }
    auto put = db_.run(
        "INSERT INTO round (province, id, title_vi, title_en, year, period_from, period_to, "
        "set_id, set_version, set_title_vi, set_title_en, set_sha256, items_sha256) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {import_.province, round.id, round.title.vi, round.title.en, round.year, to_iso(round.from),
         to_iso(round.to), round.set.id, round.set.version, round.set.title.vi, round.set.title.en,
         round.set.sha256, round.items_sha256});
    if (put && round.law_sha256) {
      put = db_.run("INSERT INTO round_law (province, round, law_sha256) VALUES (?, ?, ?)",
                    {import_.province, round.id, *round.law_sha256});
    }
    return told(put);
  }

  Result<void> put_unit(const Unit& unit, std::size_t position) {
    const std::string from = to_iso(unit.from);
    const auto to = iso(unit.to);
    const std::vector<Value> values{
        import_.province, unit.id,      from,         to,        organisation::name_of(unit.kind),
        unit.parent,      unit.name.vi, unit.name.en, unit.basis};
    auto put = db_.run(
        "INSERT INTO unit (province, id, valid_from, valid_to, kind, parent, name_vi, name_en, "
        "basis) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (province, id, valid_from) DO "
        "NOTHING",
        values);
    if (!put) return put;
    // An earlier round may have brought this very version of the unit, but not a different one.
    const auto same = exists(
        "SELECT 1 FROM unit WHERE province = ? AND id = ? AND valid_from = ? "
        "AND coalesce(valid_to, '') = coalesce(?, '') AND kind = ? AND parent = ? "
        "AND name_vi = ? AND name_en = ? AND basis = ?",
        values);
    if (!same) return std::unexpected(same.error());
    if (!*same) {
      return fail(assessment::errors::unit_differs, {{"unit", unit.id}, {"from", from}});
    }
    return told(
        db_.run("INSERT INTO round_unit (province, round, unit, valid_from, position) "
                "VALUES (?, ?, ?, ?, ?)",
                {import_.province, import_.round.id, unit.id, from, position}));
  }

  Result<void> put_submission(const Submission& submission) {
    auto put = db_.run(
        "INSERT INTO submission (province, round, unit, report_sha256, answers_sha256) "
        "VALUES (?, ?, ?, ?, ?)",
        {import_.province, import_.round.id, submission.unit, submission.report_sha256,
         submission.answers_sha256});
    const FileKey file{import_.province, import_.round.id, submission.unit};
    if (put) put = put_quotes(db_, file, submission.quotes);
    for (std::size_t i = 0; i < submission.evidence.size(); ++i) {
      if (!put) return put;
      put = put_evidence(db_, file, static_cast<std::int64_t>(i) + 1, submission.evidence[i]);
    }
    return told(put);
  }

  Result<void> put_history(const HistoryReference& history) {
    const auto last = db_.row("SELECT coalesce(max(position), 0) FROM history WHERE province = ?",
                              {import_.province}, [](const Row& row) { return row.integer(0); });
    if (!last) return std::unexpected(last.error());
    return told(
        db_.run("INSERT INTO history (province, position, round, units_sha256, values_sha256, "
                "items_sha256) VALUES (?, ?, ?, ?, ?, ?)",
                {import_.province, **last + 1, import_.round.id, history.units_sha256,
                 history.values_sha256, history.items_sha256}));
  }

  Result<void> put_account(const Account& account) {
    const auto known = exists("SELECT 1 FROM account WHERE province = ? AND account = ?",
                              {import_.province, account.account});
    if (!known) return std::unexpected(known.error());
    if (*known) return fail(assessment::errors::account_exists, {{"account", account.account}});
    return told(
        db_.run("INSERT INTO account (province, account, name, role, unit, password) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                {import_.province, account.account, account.name, assessment::name_of(account.role),
                 account.unit, account.password}));
  }

  Database& db_;
  const RoundImport& import_;
  const std::vector<FileVersion>& versions_;
  const Progress& progress_;
  std::size_t done_ = 0, total_;
};

// What comes in with a round is the first version.
std::vector<FileVersion> first_versions(const RoundImport& import) {
  const auto at = import.acts.empty() ? std::chrono::sys_seconds{} : import.acts.front().at;
  std::vector<FileVersion> out;
  for (const auto& papers : import.submissions) {
    if (!papers.answers_sha256) continue;
    out.push_back({papers.unit, 1, papers.answers_sha256, papers.report_sha256, {}, at});
  }
  return out;
}

}  // namespace

Result<void> write_round(Database& database, const RoundImport& import, const Progress& progress) {
  return database.transact([&] {
    const auto versions = first_versions(import);
    auto written = Writer(database, import, versions, progress).write();
    return written ? append_acts(database, import.province, import.acts) : written;
  });
}

Result<void> write_received_round(Database& database, const RoundImport& import,
                                  const std::vector<FileVersion>& versions) {
  const Progress silent = [](std::size_t, std::size_t) {};
  return Writer(database, import, versions, silent).write();
}

}  // namespace liem::storage
