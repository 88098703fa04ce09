#include "storage/jobs.h"

#include <fmt/format.h>

namespace liem::storage {
namespace {

using assessment::JobEnd;
using assessment::JobHold;
using assessment::JobTaker;

// What ready() asks with, about a job by whoever would take it: a time further off than any job is
// put off or taken for was written before the clock was set back, and nobody waits for it. Clocks
// of several machines may differ by a lease.
std::vector<Value> bounds_of(const JobTaker& taker) {
  const auto lease = taker.until - taker.now;
  const auto now = seconds_of(taker.now);
  return {now, seconds_of(taker.now + assessment::longest_pause + lease), now,
          seconds_of(taker.until + lease)};
}

std::string ready(std::string_view job) {
  return fmt::format(
      "(({0}.state = 'waiting' AND ({0}.not_before <= ? OR {0}.not_before > ?)) OR "
      "({0}.state = 'running' AND ({0}.taken_until <= ? OR {0}.taken_until > ?)))",
      job);
}

}  // namespace

Result<void> Jobs::put(const NewJob& job) {
  return db_.run(
      "INSERT INTO job (province, kind, payload, lane, position, state, tries, not_before) "
      "VALUES (?, ?, ?, ?, ?, 'waiting', 0, 0)",
      {province_, job.kind, job.payload, job.lane, job.position});
}

Result<void> Jobs::put_once(const NewJob& job) {
  return db_.run(
      "INSERT INTO job (province, kind, payload, lane, position, state, tries, not_before) "
      "VALUES (?, ?, ?, ?, ?, 'waiting', 0, 0) ON CONFLICT (province, kind, payload) "
      "DO UPDATE SET state = 'waiting', tries = 0, not_before = 0 WHERE job.state = 'given_up'",
      {province_, job.kind, job.payload, job.lane, job.position});
}

Result<std::optional<JobHold>> Jobs::take(const std::string& kind, const JobTaker& taker,
                                          std::string_view order) {
  // Those being taken at this moment by others are passed over, not waited for; on SQLite one
  // writes at a time. Only the first of a lane may be taken: two who reach for a lane at once then
  // reach for the same row.
  const auto locked = db_.engine() == Engine::postgresql ? " FOR UPDATE OF j SKIP LOCKED" : "";
  std::vector<Value> values{province_, kind};
  for (int asked = 0; asked < 3; ++asked) {
    for (auto& bound : bounds_of(taker)) values.push_back(std::move(bound));
  }
  return db_.transact([&]() -> Result<std::optional<JobHold>> {
    const auto next = db_.row(
        fmt::format("SELECT j.payload, j.tries FROM job j WHERE j.province = ? AND j.kind = ? AND "
                    "{0} AND NOT EXISTS (SELECT 1 FROM job b WHERE b.province = j.province "
                    "AND b.kind = j.kind AND b.lane = j.lane AND "
                    "((b.state = 'running' AND NOT {1}) OR (b.position < j.position AND {1}))) "
                    "ORDER BY {2} LIMIT 1{3}",
                    ready("j"), ready("b"), order, locked),
        values, [&](const Row& row) {
          return JobHold{kind, row.text(0), taker.name, static_cast<int>(row.integer(1)) + 1};
        });
    if (!next || !*next) return next;
    auto taken = db_.run(
        "UPDATE job SET state = 'running', tries = ?, taken_by = ?, taken_until = ? "
        "WHERE province = ? AND kind = ? AND payload = ?",
        {(*next)->tries, taker.name, seconds_of(taker.until), province_, kind, (*next)->payload});
    if (!taken) return std::unexpected(taken.error());
    return next;
  });
}

Result<bool> Jobs::held(const JobHold& hold) {
  const auto found = db_.row(
      "SELECT 1 FROM job WHERE province = ? AND kind = ? AND payload = ? AND state = 'running' "
      "AND taken_by = ? AND tries = ?",
      {province_, hold.kind, hold.payload, hold.taker, hold.tries},
      [](const Row& row) { return row.integer(0); });
  if (!found) return std::unexpected(found.error());
  return found->has_value();
}

Result<bool> Jobs::renew(const JobHold& hold, std::chrono::sys_seconds until) {
  return db_.transact([&]() -> Result<bool> {
    const auto mine = held(hold);
    if (!mine || !*mine) return mine;
    auto renewed =
        db_.run("UPDATE job SET taken_until = ? WHERE province = ? AND kind = ? AND payload = ?",
                {seconds_of(until), province_, hold.kind, hold.payload});
    if (!renewed) return std::unexpected(renewed.error());
    return true;
  });
}

Result<bool> Jobs::end(const JobHold& hold, const JobEnd& end) {
  return db_.transact([&]() -> Result<bool> {
    const auto mine = held(hold);
    if (!mine || !*mine) return mine;
    auto ended = end.kind == JobEnd::Kind::done
                     ? remove(hold.kind, hold.payload)
                     : db_.run(
                           "UPDATE job SET state = ?, tries = ?, not_before = ?, taken_by = NULL, "
                           "taken_until = NULL, last_error = ? "
                           "WHERE province = ? AND kind = ? AND payload = ?",
                           {end.kind == JobEnd::Kind::again ? "waiting" : "given_up", end.tries,
                            seconds_of(end.not_before),
                            end.error.empty() ? std::nullopt : std::optional(end.error), province_,
                            hold.kind, hold.payload});
    if (!ended) return std::unexpected(ended.error());
    return true;
  });
}

Result<void> Jobs::remove(const std::string& kind, const std::string& payload) {
  return db_.run("DELETE FROM job WHERE province = ? AND kind = ? AND payload = ?",
                 {province_, kind, payload});
}

}  // namespace liem::storage
