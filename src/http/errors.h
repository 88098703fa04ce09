// Every way the server itself refuses a request or cannot start; words in
// data/locales/messages/http.yaml.
#pragma once

#include "base/error.h"

namespace liem::http::errors {

inline constexpr ErrorCode unknown_path{"http.unknown_path", ErrorKind::not_found};
inline constexpr ErrorCode wrong_method{"http.wrong_method", ErrorKind::bad_input};
inline constexpr ErrorCode bad_path{"http.bad_path", ErrorKind::bad_input};
inline constexpr ErrorCode bad_request{"http.bad_request", ErrorKind::bad_input};
inline constexpr ErrorCode bad_json{"http.bad_json", ErrorKind::bad_input};
inline constexpr ErrorCode bad_field{"http.bad_field", ErrorKind::bad_input};
inline constexpr ErrorCode text_empty{"http.text_empty", ErrorKind::bad_input};
inline constexpr ErrorCode text_binary{"http.text_binary", ErrorKind::bad_input};
inline constexpr ErrorCode text_not_utf8{"http.text_not_utf8", ErrorKind::bad_input};
inline constexpr ErrorCode wrong_type{"http.wrong_type", ErrorKind::bad_input};
inline constexpr ErrorCode header_too_large{"http.header_too_large", ErrorKind::too_large};
inline constexpr ErrorCode body_too_large{"http.body_too_large", ErrorKind::too_large};
inline constexpr ErrorCode foreign_origin{"http.foreign_origin", ErrorKind::forbidden};
inline constexpr ErrorCode password_due{"http.password_due", ErrorKind::forbidden};
inline constexpr ErrorCode not_by_token{"http.not_by_token", ErrorKind::forbidden};
inline constexpr ErrorCode own_account_only{"http.own_account_only", ErrorKind::forbidden};
inline constexpr ErrorCode beyond_scope{"http.beyond_scope", ErrorKind::forbidden};
inline constexpr ErrorCode busy{"http.busy", ErrorKind::unavailable};
inline constexpr ErrorCode reading_under_way{"http.reading_under_way", ErrorKind::too_many};
inline constexpr ErrorCode too_many_streams{"http.too_many_streams", ErrorKind::too_many};
inline constexpr ErrorCode too_many_files{"http.too_many_files", ErrorKind::too_many};
inline constexpr ErrorCode changed{"http.changed", ErrorKind::conflict};
inline constexpr ErrorCode bad_request_key{"http.bad_request_key", ErrorKind::bad_input};
inline constexpr ErrorCode no_dry_run{"http.no_dry_run", ErrorKind::bad_input};
inline constexpr ErrorCode key_reused{"http.key_reused", ErrorKind::conflict};
inline constexpr ErrorCode bad_range{"http.bad_range", ErrorKind::bad_input};
inline constexpr ErrorCode no_file{"http.no_file", ErrorKind::unavailable};
inline constexpr ErrorCode no_page{"http.no_page", ErrorKind::not_found};
inline constexpr ErrorCode no_openid{"openid.not_set_up", ErrorKind::not_found};

inline constexpr ErrorCode bad_listen{"http.bad_listen", ErrorKind::bad_input};
inline constexpr ErrorCode cannot_listen{"http.cannot_listen", ErrorKind::unavailable};
inline constexpr ErrorCode bad_network{"http.bad_network", ErrorKind::bad_input};
inline constexpr ErrorCode bad_certificate{"http.bad_certificate", ErrorKind::bad_input};
inline constexpr ErrorCode bad_key{"http.bad_key", ErrorKind::bad_input};
inline constexpr ErrorCode key_of_another{"http.key_of_another", ErrorKind::bad_input};
inline constexpr ErrorCode no_web_folder{"http.no_web_folder", ErrorKind::not_found};

}  // namespace liem::http::errors
