#include "storage/sql_store.h"

#include <algorithm>

#include "storage/round_writer.h"
#include "storage/sql_accounts.h"
#include "storage/sql_delegations.h"
#include "storage/sql_documents.h"
#include "storage/sql_identities.h"
#include "storage/sql_ledger.h"
#include "storage/sql_mail.h"
#include "storage/sql_notices.h"
#include "storage/sql_packages.h"
#include "storage/sql_plans.h"
#include "storage/sql_publications.h"
#include "storage/sql_requests.h"
#include "storage/sql_set_moves.h"
#include "storage/sql_work.h"

namespace liem::storage {
namespace {

using namespace assessment;  // NOLINT: this file gives the assessment's interface its body
using organisation::unit_kind_of;

// What was written was checked before it was written.
Date date_of(const std::string& text) {
  const auto date = parse_iso_date(text);
  LIEM_CHECK(date.has_value());
  return *date;
}

Round round_of(const Row& row) {
  return {row.text(0),
          {row.text(1), row.text(2)},
          static_cast<int>(row.integer(3)),
          date_of(row.text(4)),
          date_of(row.text(5)),
          {row.text(6), row.text(7), row.text(10), {row.text(8), row.text(9)}},
          row.text(11),
          row.maybe_text(12)};
}

constexpr std::string_view select_rounds =
    "SELECT r.id, title_vi, title_en, year, period_from, period_to, set_id, set_version, "
    "set_title_vi, set_title_en, set_sha256, items_sha256, l.law_sha256 FROM round r "
    "LEFT JOIN round_law l ON l.province = r.province AND l.round = r.id WHERE r.province = ? ";

Unit unit_of(const Row& row) {
  Unit unit;
  unit.id = row.text(0);
  unit.from = date_of(row.text(1));
  if (const auto to = row.maybe_text(2)) unit.to = date_of(*to);
  const auto kind = unit_kind_of(row.text(3));
  LIEM_CHECK(kind.has_value());
  unit.kind = *kind;
  unit.parent = row.text(4);
  unit.name = {row.text(5), row.text(6)};
  unit.basis = row.text(7);
  return unit;
}

constexpr std::string_view select_units =
    "SELECT u.id, u.valid_from, u.valid_to, u.kind, u.parent, u.name_vi, u.name_en, u.basis "
    "FROM round_unit r JOIN unit u ON u.province = r.province AND u.id = r.unit "
    "AND u.valid_from = r.valid_from WHERE r.province = ? AND r.round = ? ORDER BY r.position";
constexpr std::string_view select_unit =
    "SELECT id, valid_from, valid_to, kind, parent, name_vi, name_en, basis FROM unit "
    "WHERE province = ? AND id = ? ORDER BY valid_from DESC LIMIT 1";
constexpr std::string_view select_above =
    "SELECT id, parent FROM unit WHERE province = ? ORDER BY id, valid_from DESC";

Submission submission_of(const Row& row) {
  return {row.text(0), row.maybe_text(1), row.maybe_text(2), {}, {}};
}

constexpr std::string_view select_evidence =
    "SELECT e.type, e.number, e.date, e.issuer, e.title, f.name, f.size, f.sha256, e.unit "
    "FROM evidence e LEFT JOIN evidence_file f ON f.province = e.province AND f.round = e.round "
    "AND f.unit = e.unit AND f.position = e.position WHERE e.province = ? AND e.round = ? ";

Evidence evidence_of_row(const Row& row) {
  Evidence evidence{row.text(0), row.maybe_text(1), {}, row.maybe_text(3), row.text(4), {}};
  if (const auto date = row.maybe_text(2)) evidence.date = date_of(*date);
  if (auto name = row.maybe_text(5)) {
    evidence.file =
        AttachedFile{std::move(*name), static_cast<std::uint64_t>(row.integer(6)), row.text(7)};
  }
  return evidence;
}

class SqlStore final : public Store {
 public:
  explicit SqlStore(std::unique_ptr<Database> database) : owned_(std::move(database)) {}

  Result<std::vector<std::string>> provinces() override {
    return db_.rows("SELECT DISTINCT province FROM round ORDER BY province", {},
                    [](const Row& row) { return row.text(0); });
  }

  Result<void> add_round(const RoundImport& import, const Progress& progress) override {
    return write_round(db_, import, progress);
  }

  Result<std::vector<Round>> rounds(const std::string& province) override {
    return db_.rows(std::string(select_rounds) + "ORDER BY year DESC, period_from DESC, r.id",
                    {province}, round_of);
  }
  Result<std::optional<Round>> round(const std::string& province,
                                     const std::string& round) override {
    return db_.row(std::string(select_rounds) + "AND r.id = ?", {province, round}, round_of);
  }
  Result<std::vector<Unit>> units(const std::string& province, const std::string& round) override {
    return db_.rows(select_units, {province, round}, unit_of);
  }
  Result<std::optional<Unit>> unit(const std::string& province, const std::string& unit) override {
    return db_.row(select_unit, {province, unit}, unit_of);
  }
  Result<std::vector<UnitAbove>> units_above(const std::string& province) override {
    auto all = db_.rows(select_above, {province},
                        [](const Row& row) { return UnitAbove{row.text(0), row.text(1)}; });
    if (!all) return all;
    const auto older = std::ranges::unique(*all, {}, &UnitAbove::unit);
    all->erase(older.begin(), older.end());
    return all;
  }

  Result<std::vector<Submission>> handed_in(const std::string& province, const std::string& round,
                                            const std::optional<std::string>& unit) override {
    const std::string head =
        "SELECT unit, report_sha256, answers_sha256 FROM submission "
        "WHERE province = ? AND round = ? ";
    if (unit) return db_.rows(head + "AND unit = ?", {province, round, *unit}, submission_of);
    return db_.rows(head + "ORDER BY unit", {province, round}, submission_of);
  }

  Result<std::vector<Submission>> submissions(const std::string& province,
                                              const std::string& round) override {
    const std::vector<Value> key{province, round};
    auto all = handed_in(province, round, std::nullopt);
    if (!all) return all;
    auto evidence =
        db_.rows(std::string(select_evidence) + "ORDER BY e.unit, e.position", key,
                 [](const Row& row) { return std::pair(row.text(8), evidence_of_row(row)); });
    if (!evidence) return std::unexpected(evidence.error());
    auto submission = all->begin();
    for (auto& [unit, document] : *evidence) {
      while (submission->unit != unit) ++submission;  // both are in the order of the units
      submission->evidence.push_back(std::move(document));
    }
    return all;
  }

  Result<std::optional<Submission>> submission(const std::string& province,
                                               const std::string& round,
                                               const std::string& unit) override {
    const std::vector<Value> key{province, round, unit};
    auto heads = handed_in(province, round, unit);
    if (!heads) return std::unexpected(heads.error());
    if (heads->empty()) return std::nullopt;
    Submission& head = heads->front();
    auto quotes = db_.rows(
        "SELECT item, begin_byte, end_byte FROM quote "
        "WHERE province = ? AND round = ? AND unit = ? ORDER BY item",
        key, [](const Row& row) {
          return Quote{row.text(0), static_cast<std::size_t>(row.integer(1)),
                       static_cast<std::size_t>(row.integer(2))};
        });
    if (!quotes) return std::unexpected(quotes.error());
    auto evidence = evidence_of(key);
    if (!evidence) return std::unexpected(evidence.error());
    head.quotes = std::move(*quotes);
    head.evidence = std::move(*evidence);
    return std::move(head);
  }

  Result<std::optional<std::string>> content(const std::string& province,
                                             const std::string& sha256) override {
    return db_.row(
        "SELECT bytes FROM content WHERE province = ? AND sha256 = ? "
        "UNION ALL SELECT answers FROM draft WHERE province = ? AND hash = ?",
        {province, sha256, province, sha256}, [](const Row& row) { return row.text(0); });
  }

  Result<std::optional<HistoryReference>> history(const std::string& province) override {
    return db_.row(
        "SELECT units_sha256, values_sha256, items_sha256 FROM history WHERE province = ? "
        "ORDER BY position DESC LIMIT 1",
        {province},
        [](const Row& row) { return HistoryReference{row.text(0), row.text(1), row.text(2)}; });
  }

  Result<std::optional<Account>> account(const std::string& province,
                                         const std::string& account) override {
    return accounts_.account(province, account);
  }

  DocumentStore& documents() override { return documents_; }
  SetMoveStore& set_moves() override { return set_moves_; }
  LedgerStore& ledger() override { return ledger_; }
  RequestStore& requests() override { return requests_; }
  AccountStore& accounts() override { return accounts_; }
  IdentityStore& identities() override { return identities_; }
  WorkStore& work() override { return work_; }
  PlanStore& plans() override { return plans_; }
  DelegationStore& delegations() override { return delegations_; }
  NoticeStore& notices() override { return notices_; }
  MailStore& mail() override { return mail_; }
  PublicationStore& publications() override { return publications_; }
  PackageStore& packages() override { return packages_; }

 private:
  Result<std::vector<Evidence>> evidence_of(const std::vector<Value>& key) {
    auto all = db_.rows(std::string(select_evidence) + "AND e.unit = ? ORDER BY e.position", key,
                        evidence_of_row);
    if (!all) return all;
    const auto criteria = db_.rows(
        "SELECT position, criterion FROM evidence_criterion "
        "WHERE province = ? AND round = ? AND unit = ? ORDER BY position, criterion",
        key, [](const Row& row) { return std::pair(row.integer(0), row.text(1)); });
    if (!criteria) return std::unexpected(criteria.error());
    for (const auto& [position, criterion] : *criteria) {
      all->at(static_cast<std::size_t>(position) - 1).criteria.push_back(criterion);
    }
    return all;
  }

  std::unique_ptr<Database> owned_;
  Database& db_ = *owned_;
  SqlDocuments documents_{db_};
  SqlSetMoves set_moves_{db_};
  SqlLedger ledger_{db_};
  SqlRequests requests_{db_};
  SqlAccounts accounts_{db_};
  SqlIdentities identities_{db_};
  SqlWork work_{db_};
  SqlPlans plans_{db_};
  SqlDelegations delegations_{db_};
  SqlNotices notices_{db_};
  SqlMail mail_{db_};
  SqlPublications publications_{db_};
  SqlPackages packages_{db_};
};

}  // namespace

std::unique_ptr<Store> store_on(std::unique_ptr<Database> database) {
  return std::make_unique<SqlStore>(std::move(database));
}

}  // namespace liem::storage
