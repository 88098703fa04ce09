// Every way in which a question for advice is refused; words in locales/messages/advice.yaml.
#pragma once

#include "base/error.h"

namespace liem::advice::errors {

// In changes to answers.
inline constexpr ErrorCode value_or_state{"advice.value_or_state", ErrorKind::bad_input};
inline constexpr ErrorCode repeated_change{"advice.repeated_change", ErrorKind::bad_input};

// In a list of actions.
inline constexpr ErrorCode bad_action_id{"advice.bad_action_id", ErrorKind::bad_input};
inline constexpr ErrorCode repeated_action{"advice.repeated_action", ErrorKind::bad_input};
inline constexpr ErrorCode unknown_action{"advice.unknown_action", ErrorKind::bad_input};
inline constexpr ErrorCode no_actions{"advice.no_actions", ErrorKind::bad_input};
inline constexpr ErrorCode too_many_actions{"advice.too_many_actions", ErrorKind::bad_input};
inline constexpr ErrorCode bad_days{"advice.bad_days", ErrorKind::bad_input};
inline constexpr ErrorCode bad_money{"advice.bad_money", ErrorKind::bad_input};
inline constexpr ErrorCode bad_days_in_list{"advice.bad_days_in_list", ErrorKind::bad_input};
inline constexpr ErrorCode bad_money_in_list{"advice.bad_money_in_list", ErrorKind::bad_input};
inline constexpr ErrorCode value_or_add{"advice.value_or_add", ErrorKind::bad_input};
inline constexpr ErrorCode no_changes{"advice.no_changes", ErrorKind::bad_input};
inline constexpr ErrorCode too_many_changes{"advice.too_many_changes", ErrorKind::bad_input};
inline constexpr ErrorCode cannot_add{"advice.cannot_add", ErrorKind::bad_input};
inline constexpr ErrorCode add_to_nothing{"advice.add_to_nothing", ErrorKind::bad_input};
inline constexpr ErrorCode lowers_obliged{"advice.lowers_obliged", ErrorKind::bad_input};
inline constexpr ErrorCode too_many_interact{"advice.too_many_interact", ErrorKind::bad_input};
inline constexpr ErrorCode come_and_go{"advice.come_and_go", ErrorKind::bad_input};
inline constexpr ErrorCode too_many_cases{"advice.too_many_cases", ErrorKind::bad_input};
inline constexpr ErrorCode points_do_not_add{"advice.points_do_not_add", ErrorKind::bad_input};

// In the bounds of assumed points.
inline constexpr ErrorCode bad_bounds{"advice.bad_bounds", ErrorKind::bad_input};

}  // namespace liem::advice::errors
