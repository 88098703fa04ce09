// What people are told of a round's work, how it is kept, and what of it goes out by e-mail; part
// of the Store. docs/decisions/0019-notices.md
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/work.h"
#include "base/error.h"
#include "base/messages.h"
#include "ledger/entry.h"

namespace liem::assessment {

enum class NoticeKind { work, mention, reminder };
std::string_view name_of(NoticeKind kind);
std::optional<NoticeKind> notice_kind_of(std::string_view name);

enum class ByMail { off, at_once, daily };
std::string_view name_of(ByMail wanted);
std::optional<ByMail> by_mail_of(std::string_view name);

// Told once to each person of each `cause`.
struct Notice {
  std::string account;  // who is told
  std::string cause;
  NoticeKind kind = NoticeKind::work;
  std::string about;  // the act; of a reminder its step
  std::string round;
  Thing thing;
  std::optional<std::int64_t> act{};  // its place among the round's acts, where it stands there
  std::string by_name, for_name;      // both empty of a reminder
  std::string step;                   // with its last day, where it is about one
  std::optional<Date> due{};
  std::chrono::sys_seconds made{};
  bool operator==(const Notice&) const = default;
};

struct KeptNotice {
  std::int64_t position = 0;  // in the order they came to the account, from 1
  Notice notice;
  std::optional<std::chrono::sys_seconds> read{};
  std::string reason;  // of the act, as it was given
};

// What a person wants by e-mail, and where.
struct NoticeChoice {
  std::string address;  // empty: no e-mail
  Locale locale = Locale::vi;
  ByMail work = ByMail::off, mention = ByMail::at_once, reminder = ByMail::daily;
  bool operator==(const NoticeChoice&) const = default;

  ByMail of(NoticeKind kind) const;  // off where there is no address
};

struct NoticesWanted {
  bool unread_alone = false;
  std::int64_t before = 0;  // position; 0: from the newest
  int most = 0;
};

class NoticeStore {
 public:
  virtual ~NoticeStore() = default;

  // Leaves out whoever was told of the cause before; each goes by e-mail as its reader chose.
  virtual Result<void> add(const std::string& province, const std::vector<Notice>& notices) = 0;
  virtual Result<std::vector<KeptNotice>> list(const std::string& province,
                                               const std::string& account,
                                               const NoticesWanted& wanted) = 0;  // newest first
  virtual Result<std::optional<KeptNotice>> notice(const std::string& province,
                                                   const std::string& account,
                                                   std::int64_t position) = 0;
  virtual Result<int> unread(const std::string& province, const std::string& account) = 0;
  // `at`: nothing makes it unread again.
  virtual Result<void> mark(const std::string& province, const std::string& account,
                            std::int64_t position, std::optional<std::chrono::sys_seconds> at) = 0;
  // Every one up to that position that is unread.
  virtual Result<void> mark_read(const std::string& province, const std::string& account,
                                 std::int64_t up_to, std::chrono::sys_seconds at) = 0;

  // What was never chosen is as a NoticeChoice is made.
  virtual Result<NoticeChoice> choice(const std::string& province, const std::string& account) = 0;
  virtual Result<void> choose(const std::string& province, const std::string& account,
                              const NoticeChoice& choice, const ledger::Act& act) = 0;
};

}  // namespace liem::assessment
