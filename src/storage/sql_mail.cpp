#include "storage/sql_mail.h"

#include "storage/jobs.h"
#include "storage/sql_notices.h"

namespace liem::storage {

using namespace assessment;  // NOLINT: this file gives the assessment's interface its body

namespace {

constexpr std::string_view kind = "mail";

// "at_once anh", "daily anh"
std::string payload_of(const std::string& account, ByMail wanted) {
  return std::string(name_of(wanted)) + " " + account;
}

}  // namespace

Result<void> put_mail(Database& database, const std::string& province, const std::string& account,
                      ByMail wanted) {
  return Jobs(database, province)
      .put_once({std::string(kind), payload_of(account, wanted), account});
}

Result<void> SqlMail::put_digests(const std::string& province, std::chrono::sys_seconds before) {
  return db_.transact([&]() -> Result<void> {
    const auto accounts = db_.rows(
        "SELECT DISTINCT account FROM notice WHERE province = ? AND mail = 'daily' "
        "AND mail_state = 'waiting' AND made_at < ? ORDER BY account",
        {province, seconds_of(before)}, [](const Row& row) { return row.text(0); });
    if (!accounts) return std::unexpected(accounts.error());
    for (const auto& account : *accounts) {
      if (auto put = put_mail(db_, province, account, ByMail::daily); !put) return put;
    }
    return {};
  });
}

Result<void> SqlMail::move(const std::string& province, const MailBatch& batch,
                           std::string_view from, std::string_view to) {
  return db_.run(
      "UPDATE notice SET mail_state = ? WHERE province = ? AND account = ? AND mail = ? "
      "AND mail_state = ?",
      {to, province, batch.account, name_of(batch.wanted), from});
}

Result<void> SqlMail::leave_out(const std::string& province, const MailBatch& batch,
                                std::chrono::sys_seconds now) {
  // Whoever took it last fell silent with the mail on its way: nobody can tell whether it left.
  if (auto lost = move(province, batch, "sending", "given_up"); !lost) return lost;
  return db_.run(
      "UPDATE notice SET mail_state = 'none' WHERE province = ? AND account = ? AND mail = ? "
      "AND mail_state = 'waiting' AND (read_at IS NOT NULL OR made_at < ?)",
      {province, batch.account, name_of(batch.wanted), seconds_of(now - mail_is_stale_after)});
}

Result<std::optional<MailBatch>> SqlMail::begin_next_mail(const std::string& province,
                                                          const JobTaker& taker) {
  return db_.transact([&]() -> Result<std::optional<MailBatch>> {
    const auto hold = Jobs(db_, province).take(std::string(kind), taker, "j.not_before, j.payload");
    if (!hold) return std::unexpected(hold.error());
    if (!*hold) return std::nullopt;
    MailBatch out;
    out.hold = **hold;
    const auto space = out.hold.payload.find(' ');
    out.account = out.hold.payload.substr(space + 1);
    const auto wanted = by_mail_of(out.hold.payload.substr(0, space));
    LIEM_CHECK(wanted.has_value());
    out.wanted = *wanted;
    if (auto left = leave_out(province, out, taker.now); !left)
      return std::unexpected(left.error());
    if (auto taken = move(province, out, "waiting", "sending"); !taken) {
      return std::unexpected(taken.error());
    }
    SqlNotices notices(db_);
    auto choice = notices.choice(province, out.account);
    if (!choice) return std::unexpected(choice.error());
    out.choice = std::move(*choice);
    auto sending = notices.being_sent(province, out.account, out.wanted);
    if (!sending) return std::unexpected(sending.error());
    out.notices = std::move(*sending);
    return out;
  });
}

Result<bool> SqlMail::end_mail(const std::string& province, const MailBatch& batch,
                               const JobEnd& end) {
  return db_.transact([&]() -> Result<bool> {
    Jobs jobs(db_, province);
    const auto mine = jobs.held(batch.hold);
    if (!mine || !*mine) return mine;
    const bool done = end.kind == JobEnd::Kind::done;
    const auto* left = done ? "sent" : end.kind == JobEnd::Kind::again ? "waiting" : "given_up";
    if (auto moved = move(province, batch, "sending", left); !moved) {
      return std::unexpected(moved.error());
    }
    const auto ended = jobs.end(batch.hold, end);
    if (!ended) return ended;
    // What came while this was on its way waits for a mail of its own; a digest for tomorrow.
    const auto more = db_.row(
        "SELECT 1 FROM notice WHERE province = ? AND account = ? AND mail = 'at_once' "
        "AND mail_state = 'waiting' LIMIT 1",
        {province, batch.account}, [](const Row& row) { return row.integer(0); });
    if (!more) return std::unexpected(more.error());
    if (end.kind != JobEnd::Kind::again && *more) {
      auto put = put_mail(db_, province, batch.account, ByMail::at_once);
      if (!put) return std::unexpected(put.error());
    }
    return true;
  });
}

Result<std::optional<std::string>> SqlMail::last_mail_error(const std::string& province,
                                                            const std::string& account) {
  const auto error = db_.row(
      "SELECT last_error FROM job WHERE province = ? AND kind = ? AND lane = ? "
      "AND last_error IS NOT NULL ORDER BY payload LIMIT 1",
      {province, kind, account}, [](const Row& row) { return row.text(0); });
  return error;
}

}  // namespace liem::storage
