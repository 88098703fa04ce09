// Every way a sign-in at the province's provider fails; words in data/locales/messages/openid.yaml.
#pragma once

#include "base/error.h"

namespace liem::accounts::openid::errors {

// What the provider says of itself.
inline constexpr ErrorCode bad_metadata{"openid.bad_metadata", ErrorKind::unavailable};
inline constexpr ErrorCode other_issuer{"openid.other_issuer", ErrorKind::unavailable};
inline constexpr ErrorCode insecure_address{"openid.insecure_address", ErrorKind::unavailable};
inline constexpr ErrorCode no_pkce{"openid.no_pkce", ErrorKind::unavailable};
inline constexpr ErrorCode no_client_proof{"openid.no_client_proof", ErrorKind::unavailable};
inline constexpr ErrorCode bad_keys{"openid.bad_keys", ErrorKind::unavailable};
inline constexpr ErrorCode bad_answer{"openid.bad_answer", ErrorKind::unavailable};
inline constexpr ErrorCode client_refused{"openid.client_refused", ErrorKind::unavailable};
inline constexpr ErrorCode code_refused{"openid.code_refused", ErrorKind::unauthenticated};

// Its ID token.
inline constexpr ErrorCode token_unreadable{"openid.token_unreadable", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_algorithm{"openid.token_algorithm", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_key{"openid.token_key", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_signature{"openid.token_signature", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_issuer{"openid.token_issuer", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_audience{"openid.token_audience", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_expired{"openid.token_expired", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_time{"openid.token_time", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_nonce{"openid.token_nonce", ErrorKind::unauthenticated};
inline constexpr ErrorCode token_subject{"openid.token_subject", ErrorKind::unauthenticated};

}  // namespace liem::accounts::openid::errors
