// The way of notices out by e-mail, out of the settings.
#pragma once

#include <optional>

#include "assessment/notice_work.h"
#include "base/error.h"
#include "settings/settings.h"

namespace liem::app {

namespace errors {
inline constexpr ErrorCode mail_incomplete{"mail.incomplete", ErrorKind::bad_input};
inline constexpr ErrorCode mail_open_password{"mail.open_password", ErrorKind::bad_input};
inline constexpr ErrorCode mail_page_address{"mail.page_address", ErrorKind::bad_input};
}  // namespace errors

// Nothing where mail.host is empty.
Result<std::optional<assessment::MailWay>> mail_way(const settings::Settings& settings);

}  // namespace liem::app
