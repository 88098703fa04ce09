// Every way in which legal data, or a question about it, is refused; words in
// data/locales/messages/law.yaml.
#pragma once

#include "base/error.h"

namespace liem::law::errors {

inline constexpr ErrorCode bad_id{"law.bad_id", ErrorKind::bad_input};
inline constexpr ErrorCode repeated_id{"law.repeated_id", ErrorKind::bad_input};
inline constexpr ErrorCode unknown_unit{"law.unknown_unit", ErrorKind::bad_input};
inline constexpr ErrorCode unknown_status{"law.unknown_status", ErrorKind::bad_input};
inline constexpr ErrorCode wrong_value{"law.wrong_value", ErrorKind::bad_input};
inline constexpr ErrorCode empty_list{"law.empty_list", ErrorKind::bad_input};
inline constexpr ErrorCode ends_before_start{"law.ends_before_start", ErrorKind::bad_input};
inline constexpr ErrorCode overlap{"law.overlap", ErrorKind::bad_input};
inline constexpr ErrorCode gap{"law.gap", ErrorKind::bad_input};  // a warning, never a refusal
inline constexpr ErrorCode unknown_weekday{"law.unknown_weekday", ErrorKind::bad_input};
inline constexpr ErrorCode second_calendar{"law.second_calendar", ErrorKind::bad_input};
inline constexpr ErrorCode no_calendar{"law.no_calendar", ErrorKind::bad_input};
inline constexpr ErrorCode bad_year{"law.bad_year", ErrorKind::bad_input};
inline constexpr ErrorCode outside_year{"law.outside_year", ErrorKind::bad_input};
inline constexpr ErrorCode worked_is_no_rest_day{"law.worked_is_no_rest_day", ErrorKind::bad_input};
inline constexpr ErrorCode worked_is_off{"law.worked_is_off", ErrorKind::bad_input};

// In a question.
inline constexpr ErrorCode unknown_parameter{"law.unknown_parameter", ErrorKind::not_found};
inline constexpr ErrorCode nothing_holds{"law.nothing_holds", ErrorKind::not_found};
inline constexpr ErrorCode unknown_year{"law.unknown_year", ErrorKind::not_found};

}  // namespace liem::law::errors
