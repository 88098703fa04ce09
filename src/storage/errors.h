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
// A key is there already: our own mistake, or another wrote it at the same time, which PostgreSQL
// says before it looks whether the two were in each other's way.
inline constexpr ErrorCode duplicate{"storage.duplicate", ErrorKind::internal};
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
inline constexpr ErrorCode not_readable{"storage.not_readable", ErrorKind::unavailable};
inline constexpr ErrorCode backup_under_way{"storage.backup_under_way", ErrorKind::conflict};
inline constexpr ErrorCode backup_exists{"storage.backup_exists", ErrorKind::conflict};
inline constexpr ErrorCode not_a_backup{"storage.not_a_backup", ErrorKind::bad_input};
inline constexpr ErrorCode backup_cut{"storage.backup_cut", ErrorKind::bad_input};
inline constexpr ErrorCode backup_damaged{"storage.backup_damaged", ErrorKind::bad_input};
inline constexpr ErrorCode backup_altered{"storage.backup_altered", ErrorKind::bad_input};
inline constexpr ErrorCode place_not_empty{"storage.place_not_empty", ErrorKind::conflict};
inline constexpr ErrorCode unrecorded_schema{"storage.unrecorded_schema", ErrorKind::conflict};
// What fsck finds.
inline constexpr ErrorCode fault_content_altered{"storage.fault_content_altered",
                                                 ErrorKind::conflict};
inline constexpr ErrorCode fault_content_missing{"storage.fault_content_missing",
                                                 ErrorKind::conflict};
inline constexpr ErrorCode fault_evidence_size{"storage.fault_evidence_size", ErrorKind::conflict};
inline constexpr ErrorCode fault_file_missing{"storage.fault_file_missing", ErrorKind::conflict};
inline constexpr ErrorCode fault_file_unreadable{"storage.fault_file_unreadable",
                                                 ErrorKind::conflict};
inline constexpr ErrorCode fault_file_size{"storage.fault_file_size", ErrorKind::conflict};
inline constexpr ErrorCode fault_file_altered{"storage.fault_file_altered", ErrorKind::conflict};
inline constexpr ErrorCode fault_unknown_file{"storage.fault_unknown_file", ErrorKind::conflict};
inline constexpr ErrorCode fault_unfinished{"storage.fault_unfinished", ErrorKind::conflict};
inline constexpr ErrorCode failed{"storage.failed", ErrorKind::internal};

}  // namespace liem::storage::errors
