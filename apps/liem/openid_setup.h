// The settings oidc.* as the sign-in at the province's provider.
#pragma once

#include <memory>

#include "base/error.h"
#include "http/metrics.h"
#include "http/openid_door.h"
#include "liem/event_log.h"
#include "settings/settings.h"

namespace liem::app {

namespace errors {
inline constexpr ErrorCode openid_incomplete{"openid.incomplete", ErrorKind::bad_input};
inline constexpr ErrorCode openid_insecure{"openid.insecure_setting", ErrorKind::bad_input};
}  // namespace errors

// Nothing where oidc.issuer is empty.
Result<std::unique_ptr<http::OpenidDoor>> open_door(const settings::Settings& settings,
                                                    http::Metrics& metrics, const EventLog& log);

}  // namespace liem::app
