#include "storage/sql_packages.h"

#include <fmt/format.h>

#include "storage/paper_rows.h"
#include "storage/round_writer.h"
#include "storage/sql_ledger.h"
#include "storage/work_rows.h"

namespace liem::storage {

using namespace assessment;  // NOLINT: this file gives the assessment's interface its body

namespace {

// What a received round has rows in, each before what it refers to. Nothing else can be written of
// it: data/workflow/round.yaml says what may be done with one.
constexpr std::string_view tables_of_round[] = {
    "notice",     "evidence_verdict", "evidence_file", "evidence_criterion", "evidence",
    "quote",      "file_version",     "draft",         "submission",         "assignment",
    "round_task", "round_deadline",   "work_act",      "received_package",   "round_law",
    "round_unit"};

RoundImport import_of(const PackagedRound& packaged) {
  RoundImport out;
  out.province = packaged.province;
  out.round = packaged.round;
  out.units = packaged.units;
  for (const auto& file : packaged.files) {
    const auto& papers = file.submission;
    const bool empty = !papers.report_sha256 && !papers.answers_sha256 && papers.evidence.empty();
    if (!empty) out.submissions.push_back(papers);
  }
  return out;
}

std::vector<FileVersion> versions_of(const PackagedRound& packaged) {
  std::vector<FileVersion> out;
  for (const auto& file : packaged.files) {
    if (file.version.version > 0) out.push_back(file.version);
  }
  return out;
}

Result<void> put_work(Database& db, const PackagedRound& packaged) {
  const auto& province = packaged.province;
  const auto& round = packaged.round.id;
  std::int64_t position = 0;
  for (const auto& act : packaged.acts) {
    if (auto put = put_act(db, province, round, ++position, act); !put) return put;
  }
  for (const auto& due : packaged.deadlines) {
    if (auto put = put_deadline(db, province, round, due); !put) return put;
  }
  for (const auto& file : packaged.files) {
    for (const auto& verdict : file.verdicts) {
      if (auto put = put_verdict(db, province, round, 1, verdict); !put) return put;
    }
  }
  return {};
}

Result<void> put_package(Database& db, const PackagedRound& packaged,
                         const ReceivedPackage& package) {
  return db.run(
      "INSERT INTO received_package (province, round, number, manifest_sha256, round_sha256, "
      "signing_key, submitted_by, submitted_at, received_by, received_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {packaged.province, packaged.round.id, package.number, package.sha256, package.round_sha256,
       package.key, package.submitted_by, seconds_of(package.submitted), package.received_by,
       seconds_of(package.received)});
}

}  // namespace

Result<std::optional<ReceivedPackage>> SqlPackages::received(const std::string& province,
                                                             const std::string& round) {
  return db_.row(
      "SELECT number, manifest_sha256, round_sha256, signing_key, submitted_by, submitted_at, "
      "received_by, received_at FROM received_package WHERE province = ? AND round = ?",
      {province, round}, [](const Row& row) {
        return ReceivedPackage{static_cast<int>(row.integer(0)),
                               row.text(1),
                               row.text(2),
                               row.text(3),
                               row.text(4),
                               time_of(row.integer(5)),
                               row.text(6),
                               time_of(row.integer(7))};
      });
}

Result<void> SqlPackages::receive(const PackagedRound& round, const ReceivedPackage& package,
                                  const ledger::Act& logged) {
  return db_.transact([&]() -> Result<void> {
    auto put = write_received_round(db_, import_of(round), versions_of(round));
    if (put) put = put_work(db_, round);
    if (put) put = put_package(db_, round, package);
    return put ? append_acts(db_, round.province, {logged}) : put;
  });
}

Result<void> SqlPackages::take_out(const std::string& province, const std::string& round) {
  return db_.transact([&]() -> Result<void> {
    for (const auto table : tables_of_round) {
      auto gone = db_.run(fmt::format("DELETE FROM {} WHERE province = ? AND round = ?", table),
                          {province, round});
      if (!gone) return gone;
    }
    auto gone = db_.run("DELETE FROM round WHERE province = ? AND id = ?", {province, round});
    if (!gone) return gone;
    return db_.run(
        "DELETE FROM unit WHERE province = ? AND NOT EXISTS (SELECT 1 FROM round_unit r "
        "WHERE r.province = unit.province AND r.unit = unit.id AND r.valid_from = unit.valid_from)",
        {province});
  });
}

}  // namespace liem::storage
