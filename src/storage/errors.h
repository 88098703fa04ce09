// Every way the store refuses; words in data/locales/messages/storage.yaml.
#pragma once

#include "base/error.h"

namespace liem::storage::errors {

inline constexpr ErrorCode no_data{"storage.no_data", ErrorKind::not_found};
inline constexpr ErrorCode not_writable{"storage.not_writable", ErrorKind::unavailable};
inline constexpr ErrorCode not_a_database{"storage.not_a_database", ErrorKind::bad_input};
inline constexpr ErrorCode foreign_database{"storage.foreign_database", ErrorKind::bad_input};
inline constexpr ErrorCode newer_database{"storage.newer_database", ErrorKind::conflict};
inline constexpr ErrorCode locked{"storage.locked", ErrorKind::unavailable};
// Others kept changing the same data at once.
inline constexpr ErrorCode overtaken{"storage.overtaken", ErrorKind::unavailable};
inline constexpr ErrorCode full{"storage.full", ErrorKind::unavailable};
inline constexpr ErrorCode open_to_others{"storage.open_to_others", ErrorKind::forbidden};
inline constexpr ErrorCode no_schema{"storage.no_schema", ErrorKind::not_found};
inline constexpr ErrorCode other_schema{"storage.other_schema", ErrorKind::conflict};
inline constexpr ErrorCode bad_address{"storage.bad_address", ErrorKind::bad_input};
inline constexpr ErrorCode unreachable{"storage.unreachable", ErrorKind::unavailable};
inline constexpr ErrorCode unfit_server{"storage.unfit_server", ErrorKind::bad_input};
inline constexpr ErrorCode not_granted{"storage.not_granted", ErrorKind::unavailable};
// The connection was lost while a transaction was being kept.
inline constexpr ErrorCode outcome_unknown{"storage.outcome_unknown", ErrorKind::unavailable};
inline constexpr ErrorCode only_postgres{"storage.only_postgres", ErrorKind::bad_input};
inline constexpr ErrorCode no_citus{"storage.no_citus", ErrorKind::bad_input};
inline constexpr ErrorCode not_distributable{"storage.not_distributable", ErrorKind::conflict};
inline constexpr ErrorCode failed{"storage.failed", ErrorKind::internal};

// An argument of `failed`: a key was taken that nobody had when the transaction looked.
inline constexpr std::string_view key_taken = "key_taken";

}  // namespace liem::storage::errors
