// The session cookie on the wire.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace liem::http {

// The value of `liem_session` in a Cookie field, or nothing ("").
std::string_view session_token(std::string_view cookie_field);

// The token of "Authorization: Bearer ..."; nothing for other schemes, which proxies use.
std::optional<std::string_view> bearer_token(std::string_view authorization_field);

// Set-Cookie: HttpOnly, SameSite=Strict; Secure where the page itself was reached by https, which
// a browser tells in Origin (the program may stand behind a proxy that ends TLS).
std::string session_cookie(std::string_view token, std::chrono::seconds lifetime, const Head& head);
std::string cleared_session_cookie(const Head& head);

// Likewise of a sign-in under way at the province's provider; sent to its own routes alone.
std::string_view openid_token(std::string_view cookie_field);
std::string openid_cookie(std::string_view token, std::chrono::seconds lifetime, const Head& head);

}  // namespace liem::http
