#include "assessment/notice_store.h"

#include <algorithm>
#include <array>

namespace liem::assessment {
namespace {

constexpr std::array<std::string_view, 3> kind_names{"work", "mention", "reminder"};
constexpr std::array<std::string_view, 3> by_mail_names{"off", "at_once", "daily"};

template <class T>
std::optional<T> named(const std::array<std::string_view, 3>& names, std::string_view name) {
  const auto* found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<T>(found - names.begin());
}

}  // namespace

std::string_view name_of(NoticeKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }
std::optional<NoticeKind> notice_kind_of(std::string_view name) {
  return named<NoticeKind>(kind_names, name);
}

std::string_view name_of(ByMail wanted) { return by_mail_names[static_cast<std::size_t>(wanted)]; }
std::optional<ByMail> by_mail_of(std::string_view name) {
  return named<ByMail>(by_mail_names, name);
}

ByMail NoticeChoice::of(NoticeKind kind) const {
  if (address.empty()) return ByMail::off;
  switch (kind) {
    case NoticeKind::work:
      return work;
    case NoticeKind::mention:
      return mention;
    case NoticeKind::reminder:
      return reminder;
  }
  return ByMail::off;
}

}  // namespace liem::assessment
