#include "storage/sql_notices.h"

#include <fmt/format.h>

#include "storage/sql_ledger.h"
#include "storage/sql_mail.h"

namespace liem::storage {

using namespace assessment;  // NOLINT: this file gives the assessment's interface its body

namespace {

constexpr std::string_view select_notices =
    "SELECT n.position, n.account, n.cause, n.kind, n.about, n.round, n.unit, n.criterion, n.act, "
    "n.by_name, n.for_name, n.step, n.due, n.made_at, n.read_at, coalesce(w.reason, '') "
    "FROM notice n LEFT JOIN work_act w ON w.province = n.province AND w.round = n.round "
    "AND w.position = n.act WHERE n.province = ? AND n.account = ? ";

// What was written was checked before it was written.
KeptNotice kept_of(const Row& row) {
  KeptNotice out;
  out.position = row.integer(0);
  auto& notice = out.notice;
  notice.account = row.text(1);
  notice.cause = row.text(2);
  const auto kind = notice_kind_of(row.text(3));
  LIEM_CHECK(kind.has_value());
  notice.kind = *kind;
  notice.about = row.text(4);
  notice.round = row.text(5);
  notice.thing = {row.text(6), row.text(7)};
  notice.act = row.maybe_integer(8);
  notice.by_name = row.text(9);
  notice.for_name = row.text(10);
  notice.step = row.text(11);
  if (const auto due = row.maybe_text(12)) {
    notice.due = parse_iso_date(*due);
    LIEM_CHECK(notice.due.has_value());
  }
  notice.made = time_of(row.integer(13));
  if (const auto read = row.maybe_integer(14)) out.read = time_of(*read);
  out.reason = row.text(15);
  return out;
}

ByMail wanted_of(const std::string& name) {
  const auto wanted = by_mail_of(name);
  LIEM_CHECK(wanted.has_value());
  return *wanted;
}

NoticeChoice choice_of(const Row& row) {
  return {row.text(0), row.text(1) == "en" ? Locale::en : Locale::vi, wanted_of(row.text(2)),
          wanted_of(row.text(3)), wanted_of(row.text(4))};
}

std::optional<std::int64_t> maybe_seconds(const std::optional<std::chrono::sys_seconds>& time) {
  return time ? std::optional<std::int64_t>(seconds_of(*time)) : std::nullopt;
}

}  // namespace

Result<void> SqlNotices::add_one(const std::string& province, const Notice& notice) {
  const auto last = db_.row(
      "SELECT coalesce(max(position), 0), sum(CASE WHEN cause = ? THEN 1 ELSE 0 END) FROM notice "
      "WHERE province = ? AND account = ?",
      {notice.cause, province, notice.account},
      [](const Row& row) { return std::pair(row.integer(0), row.maybe_integer(1).value_or(0)); });
  if (!last) return std::unexpected(last.error());
  const auto [position, told] = **last;
  if (told > 0) return {};
  const auto wanted = choice(province, notice.account);
  if (!wanted) return std::unexpected(wanted.error());
  const ByMail mail = wanted->of(notice.kind);
  if (mail == ByMail::at_once) {
    if (auto put = put_mail(db_, province, notice.account, mail); !put) return put;
  }
  return db_.run(
      "INSERT INTO notice (province, account, position, cause, kind, about, round, unit, "
      "criterion, act, by_name, for_name, step, due, made_at, read_at, mail, mail_state) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)",
      {province, notice.account, position + 1, notice.cause, name_of(notice.kind), notice.about,
       notice.round, notice.thing.unit, notice.thing.criterion, notice.act, notice.by_name,
       notice.for_name, notice.step, notice.due ? std::optional(to_iso(*notice.due)) : std::nullopt,
       seconds_of(notice.made), name_of(mail), mail == ByMail::off ? "none" : "waiting"});
}

Result<void> SqlNotices::add(const std::string& province, const std::vector<Notice>& notices) {
  return db_.transact([&]() -> Result<void> {
    for (const auto& notice : notices) {
      if (auto added = add_one(province, notice); !added) return added;
    }
    return {};
  });
}

Result<std::vector<KeptNotice>> SqlNotices::list(const std::string& province,
                                                 const std::string& account,
                                                 const NoticesWanted& wanted) {
  std::vector<Value> values{province, account};
  std::string sql(select_notices);
  if (wanted.unread_alone) sql += "AND n.read_at IS NULL ";
  if (wanted.before > 0) {
    sql += "AND n.position < ? ";
    values.emplace_back(wanted.before);
  }
  sql += "ORDER BY n.position DESC LIMIT ?";
  values.emplace_back(static_cast<std::int64_t>(wanted.most));
  return db_.rows(sql, values, kept_of);
}

Result<std::vector<KeptNotice>> SqlNotices::being_sent(const std::string& province,
                                                       const std::string& account, ByMail wanted) {
  return db_.rows(fmt::format("{}AND n.mail = ? AND n.mail_state = 'sending' ORDER BY n.position",
                              select_notices),
                  {province, account, name_of(wanted)}, kept_of);
}

Result<std::optional<KeptNotice>> SqlNotices::notice(const std::string& province,
                                                     const std::string& account,
                                                     std::int64_t position) {
  return db_.row(fmt::format("{}AND n.position = ?", select_notices), {province, account, position},
                 kept_of);
}

Result<int> SqlNotices::unread(const std::string& province, const std::string& account) {
  const auto count =
      db_.row("SELECT count(*) FROM notice WHERE province = ? AND account = ? AND read_at IS NULL",
              {province, account}, [](const Row& row) { return static_cast<int>(row.integer(0)); });
  if (!count) return std::unexpected(count.error());
  return count->value_or(0);
}

Result<void> SqlNotices::mark(const std::string& province, const std::string& account,
                              std::int64_t position, std::optional<std::chrono::sys_seconds> at) {
  return db_.run(
      "UPDATE notice SET read_at = ? WHERE province = ? AND account = ? AND position = ?",
      {maybe_seconds(at), province, account, position});
}

Result<void> SqlNotices::mark_read(const std::string& province, const std::string& account,
                                   std::int64_t up_to, std::chrono::sys_seconds at) {
  return db_.run(
      "UPDATE notice SET read_at = ? WHERE province = ? AND account = ? AND position <= ? "
      "AND read_at IS NULL",
      {seconds_of(at), province, account, up_to});
}

Result<NoticeChoice> SqlNotices::choice(const std::string& province, const std::string& account) {
  auto known = db_.row(
      "SELECT address, locale, work, mention, reminder FROM notice_choice "
      "WHERE province = ? AND account = ?",
      {province, account}, choice_of);
  if (!known) return std::unexpected(known.error());
  return std::move(*known).value_or(NoticeChoice{});
}

Result<void> SqlNotices::choose(const std::string& province, const std::string& account,
                                const NoticeChoice& choice, const ledger::Act& act) {
  return db_.transact([&]() -> Result<void> {
    auto kept = db_.run(
        "INSERT INTO notice_choice (province, account, address, locale, work, mention, reminder) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (province, account) DO UPDATE SET "
        "address = excluded.address, locale = excluded.locale, work = excluded.work, "
        "mention = excluded.mention, reminder = excluded.reminder",
        {province, account, choice.address, choice.locale == Locale::en ? "en" : "vi",
         name_of(choice.work), name_of(choice.mention), name_of(choice.reminder)});
    return kept ? append_acts(db_, province, {act}) : kept;
  });
}

}  // namespace liem::storage
