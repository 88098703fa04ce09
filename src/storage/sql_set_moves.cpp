#include "storage/sql_set_moves.h"

#include <fmt/format.h>

#include "storage/paper_rows.h"
#include "storage/sql_ledger.h"

namespace liem::storage {

using namespace assessment;  // NOLINT: this file gives the assessment's interface its body

Result<void> SqlSetMoves::move(const std::string& province, const SetMove& move) {
  return db_.transact([&] {
    auto written = write(province, move);
    return written ? append_acts(db_, province, move.acts) : written;
  });
}

Result<void> SqlSetMoves::write(const std::string& province, const SetMove& move) {
  const auto pinned = db_.row(
      "SELECT set_sha256, items_sha256, l.law_sha256 FROM round r LEFT JOIN round_law l "
      "ON l.province = r.province AND l.round = r.id WHERE r.province = ? AND r.id = ?",
      {province, move.round},
      [](const Row& row) { return std::tuple(row.text(0), row.text(1), row.maybe_text(2)); });
  if (!pinned) return std::unexpected(pinned.error());
  if (!*pinned || **pinned != std::tuple(move.from.sha256, move.items_from, move.law_from)) {
    return fail(assessment::errors::set_moved_meanwhile, {{"round", move.round}});
  }
  const auto position = next_position(province, move.round);
  if (!position) return std::unexpected(position.error());
  for (const auto& content : move.contents) {
    if (auto put = put_content(db_, province, content); !put) return put;
  }
  if (auto kept = keep_past(province, move, *position); !kept) return kept;
  if (auto pinned_now = pin(province, move); !pinned_now) return pinned_now;
  if (auto moved = move_answers(province, move, *position); !moved) return moved;
  if (auto moved = move_drafts(province, move); !moved) return moved;
  if (auto moved = move_criteria(province, move, *position); !moved) return moved;
  return move_evidence(province, move, *position);
}

Result<std::int64_t> SqlSetMoves::next_position(const std::string& province,
                                                const std::string& round) {
  const auto last =
      db_.row("SELECT coalesce(max(position), 0) FROM set_move WHERE province = ? AND round = ?",
              {province, round}, [](const Row& row) { return row.integer(0); });
  if (!last) return std::unexpected(last.error());
  return last->value_or(0) + 1;
}

Result<void> SqlSetMoves::keep_past(const std::string& province, const SetMove& move,
                                    std::int64_t position) {
  auto kept = db_.run(
      "INSERT INTO set_move (province, round, position, moved_at, moved_by, reason, set_id, "
      "set_version, set_title_vi, set_title_en, set_sha256, items_sha256, mapping_sha256) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {province, move.round, position, seconds_of(move.at), move.by, move.reason, move.from.id,
       move.from.version, move.from.title.vi, move.from.title.en, move.from.sha256, move.items_from,
       move.mapping_sha256});
  if (!kept || !move.law_from) return kept;
  return db_.run(
      "INSERT INTO set_move_law (province, round, position, law_sha256) VALUES (?, ?, ?, ?)",
      {province, move.round, position, *move.law_from});
}

Result<void> SqlSetMoves::pin(const std::string& province, const SetMove& move) {
  auto pinned = db_.run(
      "UPDATE round SET set_id = ?, set_version = ?, set_title_vi = ?, set_title_en = ?, "
      "set_sha256 = ?, items_sha256 = ? WHERE province = ? AND id = ?",
      {move.to.id, move.to.version, move.to.title.vi, move.to.title.en, move.to.sha256,
       move.items_to, province, move.round});
  if (pinned) {
    pinned =
        db_.run("DELETE FROM round_law WHERE province = ? AND round = ?", {province, move.round});
  }
  if (!pinned || !move.law_to) return pinned;
  return db_.run("INSERT INTO round_law (province, round, law_sha256) VALUES (?, ?, ?)",
                 {province, move.round, *move.law_to});
}

Result<void> SqlSetMoves::move_answers(const std::string& province, const SetMove& move,
                                       std::int64_t position) {
  for (const auto& papers : move.answers) {
    auto kept = db_.run(
        "INSERT INTO set_move_answers (province, round, position, unit, answers_sha256) "
        "VALUES (?, ?, ?, ?, ?)",
        {province, move.round, position, papers.unit, papers.answers_before});
    if (!kept) return kept;
    // Whoever handed in anew since the move was planned is not overwritten.
    const auto same = db_.row(
        "SELECT 1 FROM submission WHERE province = ? AND round = ? AND unit = ? "
        "AND answers_sha256 = ?",
        {province, move.round, papers.unit, papers.answers_before},
        [](const Row& row) { return row.integer(0); });
    if (!same) return std::unexpected(same.error());
    if (!*same) return fail(assessment::errors::set_moved_meanwhile, {{"round", move.round}});
    auto moved = db_.run(
        "UPDATE submission SET answers_sha256 = ? WHERE province = ? AND round = ? AND unit = ?",
        {papers.answers_after, province, move.round, papers.unit});
    if (!moved) return moved;
  }
  return {};
}

// What was written since the move was planned is not overwritten.
Result<void> SqlSetMoves::move_drafts(const std::string& province, const SetMove& move) {
  for (const auto& [unit, before, after] : move.drafts) {
    const auto same = db_.row(
        "SELECT 1 FROM draft WHERE province = ? AND round = ? AND unit = ? AND hash = ?",
        {province, move.round, unit, before}, [](const Row& row) { return row.integer(0); });
    if (!same) return std::unexpected(same.error());
    if (!*same) return fail(assessment::errors::set_moved_meanwhile, {{"round", move.round}});
    auto moved = db_.run(
        "UPDATE draft SET hash = ?, answers = ? WHERE province = ? AND round = ? AND unit = ?",
        {after.sha256, Blob{after.answers}, province, move.round, unit});
    if (!moved) return moved;
  }
  return {};
}

Result<void> SqlSetMoves::move_criteria(const std::string& province, const SetMove& move,
                                        std::int64_t position) {
  for (const auto& [before, after] : move.criteria) {
    auto kept = db_.run(
        "INSERT INTO set_move_criterion (province, round, position, before, after) "
        "VALUES (?, ?, ?, ?, ?)",
        {province, move.round, position, before, after});
    if (!kept) return kept;
  }
  if (move.criteria.empty()) return {};
  for (const auto table : {"work_act", "evidence_verdict", "assignment"}) {
    if (auto renamed = rename(province, move, table); !renamed) return renamed;
  }
  return {};
}

// Two leaves may have taken each other's code: each goes to its new one by way of a code that no
// set can have.
Result<void> SqlSetMoves::rename(const std::string& province, const SetMove& move,
                                 std::string_view table) {
  const std::string where = " WHERE province = ? AND round = ? AND criterion ";
  const std::string away = fmt::format("UPDATE {} SET criterion = ?{}= ?", table, where);
  for (const auto& [before, after] : move.criteria) {
    auto renamed = db_.run(away, {"~" + after, province, move.round, before});
    if (!renamed) return renamed;
  }
  return db_.run(
      fmt::format("UPDATE {} SET criterion = substr(criterion, 2){}LIKE '~%'", table, where),
      {province, move.round});
}

Result<void> SqlSetMoves::move_evidence(const std::string& province, const SetMove& move,
                                        std::int64_t position) {
  for (const auto& row : move.evidence) {
    for (const auto& code : row.criteria_before) {
      auto kept = db_.run(
          "INSERT INTO set_move_evidence (province, round, position, unit, annex_position, "
          "criterion) VALUES (?, ?, ?, ?, ?, ?)",
          {province, move.round, position, row.unit, row.position, code});
      if (!kept) return kept;
    }
    auto cleared = db_.run(
        "DELETE FROM evidence_criterion WHERE province = ? AND round = ? AND unit = ? "
        "AND position = ?",
        {province, move.round, row.unit, row.position});
    if (!cleared) return cleared;
    for (const auto& code : row.criteria_after) {
      auto put = db_.run(
          "INSERT INTO evidence_criterion (province, round, unit, position, criterion) "
          "VALUES (?, ?, ?, ?, ?)",
          {province, move.round, row.unit, row.position, code});
      if (!put) return put;
    }
  }
  return {};
}

Result<std::vector<PastSet>> SqlSetMoves::past_sets(const std::string& province,
                                                    const std::string& round) {
  return db_.rows(
      "SELECT set_id, set_version, set_sha256, set_title_vi, set_title_en, moved_by, reason, "
      "moved_at FROM set_move WHERE province = ? AND round = ? ORDER BY position",
      {province, round}, [](const Row& row) {
        return PastSet{{row.text(0), row.text(1), row.text(2), {row.text(3), row.text(4)}},
                       row.text(5),
                       row.text(6),
                       time_of(row.integer(7))};
      });
}

Result<std::optional<std::string>> SqlSetMoves::past_answers(const std::string& province,
                                                             const std::string& round, int move,
                                                             const std::string& unit) {
  return db_.row(
      "SELECT answers_sha256 FROM set_move_answers WHERE province = ? AND round = ? "
      "AND position = ? AND unit = ?",
      {province, round, move, unit}, [](const Row& row) { return row.text(0); });
}

}  // namespace liem::storage
