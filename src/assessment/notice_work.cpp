#include "assessment/notice_work.h"

#include <cstdio>

#include "assessment/digest.h"
#include "assessment/notice_names.h"
#include "assessment/reminders.h"
#include "base/vietnam_time.h"

namespace liem::assessment {
namespace {

constexpr std::chrono::seconds look_for_mail{2};
// Longer than a mail server is waited for: a lease that ran out is a process that died.
constexpr std::chrono::minutes mail_lease{5};
constexpr std::chrono::hours digest_hour{7};  // of the day in Vietnam

constexpr ErrorCode no_reader{"mail.no_reader", ErrorKind::conflict};

void complain(const Error& error) {
  std::fprintf(stderr, "liem: notices: %s\n", error.message.id.c_str());
}

// One name for one mail, whoever sends it.
std::string mail_id(const std::string& province, const MailBatch& batch, const MailWay& way) {
  std::string told = province + " " + batch.account;
  for (const auto& kept : batch.notices) told += " " + std::to_string(kept.position);
  constexpr std::size_t letters = 32;
  const auto host = way.from.substr(way.from.find('@') + 1);
  return "<" + sha256_of(told).substr(0, letters) + "@" + host + ">";
}

}  // namespace

std::chrono::sys_seconds last_digest(std::chrono::sys_seconds now) {
  const auto today = start_in_vietnam(day_in_vietnam(now)) + digest_hour;
  return today <= now ? today : today - std::chrono::days(1);
}

void NoticeWork::start() {
  thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void NoticeWork::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    if (const auto done = once(stop); !done) complain(done.error());
    std::unique_lock lock(mutex_);
    stopped_.wait_for(lock, stop, look_for_mail, [] { return false; });
  }
}

Result<void> NoticeWork::once(const std::stop_token& stop) {
  auto store = parts_.stores.lease();
  if (!store) return std::unexpected(store.error());
  const auto now = parts_.now();
  if (const Date today = day_in_vietnam(now); reminded_ != today) {
    if (auto told = remind(**store, parts_.province, parts_.rules, now); !told) return told;
    reminded_ = today;
  }
  if (!parts_.mail) return {};
  if (auto put = (*store)->mail().put_digests(parts_.province, last_digest(now)); !put) return put;
  while (!stop.stop_requested()) {
    const auto sent = send_next(**store);
    if (!sent) return std::unexpected(sent.error());
    if (!*sent) break;
  }
  return {};
}

Result<Mail> NoticeWork::mail_of(Store& store, const MailBatch& batch) const {
  const auto account = store.account(parts_.province, batch.account);
  if (!account) return std::unexpected(account.error());
  if (!*account || (*account)->disabled || batch.choice.address.empty()) return fail(no_reader);
  NoticeNaming naming(store, parts_.province);
  NoticeLetter letter{(*account)->name, batch.choice.locale, {}, parts_.mail->page};
  for (const auto& kept : batch.notices) {
    auto names = naming.of(kept.notice);
    if (!names) return std::unexpected(names.error());
    letter.items.push_back({kept.notice, std::move(*names)});
  }
  auto [subject, text] = letter_words(letter, parts_.words);
  return Mail{
      parts_.mail->from,  batch.choice.address, mail_id(parts_.province, batch, *parts_.mail),
      std::move(subject), std::move(text),      parts_.now()};
}

// What may pass is tried again, with longer and longer pauses.
JobEnd NoticeWork::end_by(const MailBatch& batch, const Result<void>& sent) const {
  const auto now = parts_.now();
  const int tries = batch.hold.tries;
  if (sent) return {JobEnd::Kind::done, now, tries, ""};
  const auto& error = sent.error();
  const bool again = error.kind == ErrorKind::unavailable && tries < parts_.jobs.most_tries;
  return {again ? JobEnd::Kind::again : JobEnd::Kind::given_up,
          now + pause_before_next(parts_.jobs, tries), tries, error.message.id};
}

Result<bool> NoticeWork::send_next(Store& store) {
  const auto now = parts_.now();
  const auto batch =
      store.mail().begin_next_mail(parts_.province, {parts_.taker, now, now + mail_lease});
  if (!batch) return std::unexpected(batch.error());
  if (!*batch) return false;
  Result<void> sent;
  if (!(*batch)->notices.empty()) {
    const auto mail = mail_of(store, **batch);
    sent = mail ? parts_.mail->deliver(*mail) : std::unexpected(mail.error());
  }
  const auto ended = store.mail().end_mail(parts_.province, **batch, end_by(**batch, sent));
  if (!ended) return std::unexpected(ended.error());
  return true;
}

}  // namespace liem::assessment
