#include "storage/sql_documents.h"

#include <fmt/format.h>

#include "storage/document_rows.h"
#include "storage/jobs.h"
#include "storage/news.h"
#include "storage/sql_ledger.h"

namespace liem::storage {
namespace {

using namespace assessment;  // NOLINT: this file gives the assessment's interface its body

const std::string reading = "document.read";  // the kind of job; its payload is the document

constexpr std::string_view document_columns =
    "id, account, unit, name, sha256, size, created_at, state, attempts, pages_done, pages_total, "
    "problem";

Document document_of(const Row& row) {
  Document document{.id = row.text(0),
                    .account = row.text(1),
                    .unit = row.text(2),
                    .name = row.text(3),
                    .sha256 = row.text(4),
                    .size = static_cast<std::uint64_t>(row.integer(5)),
                    .created = time_of(row.integer(6))};
  const auto state = document_state_of(row.text(7));
  LIEM_CHECK(state.has_value());
  document.state = *state;
  document.attempts = static_cast<int>(row.integer(8));
  if (!row.null(9)) {
    document.progress =
        PageProgress{static_cast<int>(row.integer(9)), static_cast<int>(row.integer(10))};
  }
  if (auto code = row.maybe_text(11)) document.problem = Message{std::move(*code), {}};
  return document;
}

Acceptance acceptance_of(const Row& row) {
  return {row.text(0), row.text(1) == "accepted" ? Verdict::accepted : Verdict::withdrawn,
          row.text(2), row.text(3),
          row.text(4), time_of(row.integer(5)),
          row.text(6), row.text(7)};
}

}  // namespace

Result<void> SqlDocuments::add_document(const std::string& province, const Document& document,
                                        const DocumentQuota& quota, const ledger::Act& act) {
  return db_.transact([&]() -> Result<void> {
    const auto kept = db_.row(
        "SELECT count(*), CAST(coalesce(sum(size), 0) AS bigint) FROM document WHERE province = ? "
        "AND account = ?",
        {province, document.account},
        [](const Row& row) { return std::pair(row.integer(0), row.integer(1)); });
    if (!kept) return std::unexpected(kept.error());
    const auto [count, bytes] = **kept;
    if (static_cast<std::uint64_t>(count) >= quota.documents ||
        static_cast<std::uint64_t>(bytes) + document.size > quota.bytes) {
      return fail(assessment::errors::too_many_documents,
                  {{"documents", std::to_string(quota.documents)},
                   {"limit_mb", std::to_string(quota.bytes >> 20)}});
    }
    const auto last = db_.row("SELECT coalesce(max(position), 0) FROM document WHERE province = ?",
                              {province}, [](const Row& row) { return row.integer(0); });
    if (!last) return std::unexpected(last.error());
    auto added = db_.run(
        "INSERT INTO document (province, id, position, account, unit, name, sha256, size, "
        "created_at, state, turn, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
        {province, document.id, **last + 1, document.account, document.unit, document.name,
         document.sha256, static_cast<std::int64_t>(document.size), seconds_of(document.created),
         name_of(document.state), document.attempts});
    if (added && !is_final(document.state)) {
      added = Jobs(db_, province).put({reading, document.id, document.account, **last + 1});
    }
    if (added) added = announce(db_, province, document.id, NewsOf::work);
    return added ? append_acts(db_, province, {act}) : added;
  });
}

Result<std::vector<Document>> SqlDocuments::select(std::string_view where,
                                                   const std::vector<Value>& values) {
  auto all = db_.rows(
      fmt::format("SELECT {} FROM document WHERE province = ? AND {}", document_columns, where),
      values, document_of);
  if (!all) return all;
  for (auto& document : *all) {
    if (!document.problem) continue;
    auto args = db_.rows(
        "SELECT name, value FROM document_problem WHERE province = ? AND document = ? "
        "ORDER BY position",
        {values.front(), document.id},
        [](const Row& row) { return std::pair(row.text(0), row.text(1)); });
    if (!args) return std::unexpected(args.error());
    document.problem->args = std::move(*args);
  }
  return all;
}

Result<std::optional<Document>> SqlDocuments::document(const std::string& province,
                                                       const std::string& id) {
  auto found = select("id = ?", {province, id});
  if (!found) return std::unexpected(found.error());
  if (found->empty()) return std::nullopt;
  return std::move(found->front());
}

Result<std::vector<Document>> SqlDocuments::documents(const std::string& province,
                                                      const std::string& account) {
  return select("account = ? ORDER BY position DESC", {province, account});
}

Result<std::optional<BegunDocument>> SqlDocuments::begin_next_document(const std::string& province,
                                                                       const JobTaker& taker) {
  return db_.transact([&]() -> Result<std::optional<BegunDocument>> {
    auto hold = Jobs(db_, province)
                    .take(reading, taker,
                          "(SELECT max(d.turn) FROM document d WHERE d.province = j.province "
                          "AND d.account = j.lane), j.position");
    if (!hold) return std::unexpected(hold.error());
    if (!*hold) return std::nullopt;
    auto begun = db_.run(
        "UPDATE document SET state = 'extracting', attempts = ?, pages_done = NULL, "
        "pages_total = NULL, turn = (SELECT max(turn) + 1 FROM document WHERE province = ?) "
        "WHERE province = ? AND id = ?",
        {(*hold)->tries, province, province, (*hold)->payload});
    if (begun) begun = announce(db_, province, (*hold)->payload, NewsOf::progress);
    if (!begun) return std::unexpected(begun.error());
    auto now = document(province, (*hold)->payload);
    if (!now) return std::unexpected(now.error());
    LIEM_CHECK(now->has_value());  // a document takes its job with it
    return BegunDocument{std::move(**now), std::move(**hold)};
  });
}

Result<bool> SqlDocuments::renew_hold(const std::string& province, const JobHold& hold,
                                      std::chrono::sys_seconds until) {
  return Jobs(db_, province).renew(hold, until);
}

Result<void> SqlDocuments::write_problem(const std::string& province, const Document& document) {
  auto written = db_.run("DELETE FROM document_problem WHERE province = ? AND document = ?",
                         {province, document.id});
  if (!document.problem) return written;
  std::size_t position = 0;
  for (const auto& [name, value] : document.problem->args) {
    if (!written) return written;
    written = db_.run(
        "INSERT INTO document_problem (province, document, position, name, value) "
        "VALUES (?, ?, ?, ?, ?)",
        {province, document.id, ++position, name, value});
  }
  return written;
}

Result<void> SqlDocuments::write(const std::string& province, const Document& document) {
  using Count = std::optional<std::int64_t>;
  const auto& pages = document.progress;
  auto written = db_.run(
      "UPDATE document SET state = ?, attempts = ?, pages_done = ?, pages_total = ?, problem = ? "
      "WHERE province = ? AND id = ?",
      {name_of(document.state), document.attempts, pages ? Count(pages->done) : Count(),
       pages ? Count(pages->total) : Count(),
       document.problem ? std::optional(document.problem->id) : std::nullopt, province,
       document.id});
  if (written) written = write_problem(province, document);
  return written ? announce(db_, province, document.id, NewsOf::progress) : written;
}

Result<bool> SqlDocuments::update_document(const std::string& province, const Document& document,
                                           const JobHold& hold) {
  return db_.transact([&]() -> Result<bool> {
    const auto held = Jobs(db_, province).held(hold);
    if (!held || !*held) return held;
    if (auto written = write(province, document); !written) {
      return std::unexpected(written.error());
    }
    return true;
  });
}

Result<bool> SqlDocuments::end_document(const std::string& province, const Document& document,
                                        const JobHold& hold, const JobEnd& end) {
  return db_.transact([&]() -> Result<bool> {
    const auto updated = update_document(province, document, hold);
    if (!updated || !*updated) return updated;
    if (auto told = announce(db_, province, document.id, NewsOf::work); !told) {
      return std::unexpected(told.error());
    }
    return Jobs(db_, province).end(hold, end);
  });
}

Result<bool> SqlDocuments::remove_document(const std::string& province, const std::string& id,
                                           const ledger::Act& act) {
  return db_.transact([&]() -> Result<bool> {
    const auto known = has_document(db_, province, id);
    if (!known || !*known) return known;
    if (auto ended = Jobs(db_, province).remove(reading, id); !ended) {
      return std::unexpected(ended.error());
    }
    for (const char* sql : {"DELETE FROM document_text WHERE province = ? AND document = ?",
                            "DELETE FROM document_problem WHERE province = ? AND document = ?",
                            "DELETE FROM document WHERE province = ? AND id = ?"}) {
      if (auto removed = db_.run(sql, {province, id}); !removed) {
        return std::unexpected(removed.error());
      }
    }
    auto logged = append_acts(db_, province, {act});
    if (logged) logged = announce(db_, province, id, NewsOf::work);
    if (!logged) return std::unexpected(logged.error());
    return true;
  });
}

Result<bool> SqlDocuments::put_document_text(const std::string& province, const JobHold& hold,
                                             std::string_view bytes) {
  return db_.transact([&]() -> Result<bool> {
    const auto held = Jobs(db_, province).held(hold);
    if (!held || !*held) return held;
    auto put = db_.run(
        "INSERT INTO document_text (province, document, bytes) VALUES (?, ?, ?) "
        "ON CONFLICT (province, document) DO UPDATE SET bytes = excluded.bytes",
        {province, hold.payload, Blob{bytes}});
    if (!put) return std::unexpected(put.error());
    return true;
  });
}

Result<std::optional<std::string>> SqlDocuments::document_text(const std::string& province,
                                                               const std::string& id) {
  return db_.row("SELECT bytes FROM document_text WHERE province = ? AND document = ?",
                 {province, id}, [](const Row& row) { return row.text(0); });
}

Result<void> SqlDocuments::add_acceptance(const std::string& province, const AcceptanceScope& scope,
                                          const Acceptance& acceptance, const ledger::Act& act) {
  return db_.transact([&]() -> Result<void> {
    const auto last = db_.row(
        "SELECT coalesce(max(position), 0) FROM acceptance "
        "WHERE province = ? AND unit = ? AND round = ? AND finding = ?",
        {province, scope.unit, scope.round, acceptance.finding},
        [](const Row& row) { return row.integer(0); });
    if (!last) return std::unexpected(last.error());
    auto added = db_.run(
        "INSERT INTO acceptance (province, unit, round, finding, position, verdict, reason, "
        "account, name, at, on_behalf_of, on_behalf_of_name) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {province, scope.unit, scope.round, acceptance.finding, **last + 1,
         acceptance.verdict == Verdict::accepted ? "accepted" : "withdrawn", acceptance.reason,
         acceptance.account, acceptance.name, seconds_of(acceptance.at), acceptance.on_behalf_of,
         acceptance.on_behalf_of_name});
    return added ? append_acts(db_, province, {act}) : added;
  });
}

Result<std::vector<Acceptance>> SqlDocuments::acceptances(const std::string& province,
                                                          const AcceptanceScope& scope) {
  return db_.rows(
      "SELECT a.finding, a.verdict, a.reason, a.account, a.name, a.at, a.on_behalf_of, "
      "a.on_behalf_of_name FROM acceptance a "
      "WHERE a.province = ? AND a.unit = ? AND a.round = ? AND a.verdict = 'accepted' "
      "AND a.position = (SELECT max(b.position) FROM acceptance b WHERE b.province = a.province "
      "AND b.unit = a.unit AND b.round = a.round AND b.finding = a.finding) ORDER BY a.finding",
      {province, scope.unit, scope.round}, acceptance_of);
}

Result<std::vector<Acceptance>> SqlDocuments::acceptance_history(const std::string& province,
                                                                 const AcceptanceScope& scope) {
  return db_.rows(
      "SELECT finding, verdict, reason, account, name, at, on_behalf_of, on_behalf_of_name "
      "FROM acceptance "
      "WHERE province = ? AND unit = ? AND round = ? ORDER BY at, finding, position",
      {province, scope.unit, scope.round}, acceptance_of);
}

}  // namespace liem::storage
