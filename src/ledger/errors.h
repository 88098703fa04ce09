// Every way a log, its export or its paper is refused; words in data/locales/messages/ledger.yaml.
#pragma once

#include "base/error.h"

namespace liem::ledger::errors {

// What verification finds; "position" names the row.
inline constexpr ErrorCode altered{"ledger.altered", ErrorKind::conflict};
inline constexpr ErrorCode missing{"ledger.missing", ErrorKind::conflict};
inline constexpr ErrorCode out_of_order{"ledger.out_of_order", ErrorKind::conflict};
inline constexpr ErrorCode moved{"ledger.moved", ErrorKind::conflict};
inline constexpr ErrorCode repeated{"ledger.repeated", ErrorKind::conflict};
inline constexpr ErrorCode replaced{"ledger.replaced", ErrorKind::conflict};
inline constexpr ErrorCode does_not_follow{"ledger.does_not_follow", ErrorKind::conflict};
inline constexpr ErrorCode backdated{"ledger.backdated", ErrorKind::conflict};
inline constexpr ErrorCode rewritten{"ledger.rewritten", ErrorKind::conflict};
inline constexpr ErrorCode truncated{"ledger.truncated", ErrorKind::conflict};
inline constexpr ErrorCode appended{"ledger.appended", ErrorKind::conflict};
inline constexpr ErrorCode head_differs{"ledger.head_differs", ErrorKind::conflict};
inline constexpr ErrorCode other_province{"ledger.other_province", ErrorKind::conflict};
inline constexpr ErrorCode bad_signature{"ledger.bad_signature", ErrorKind::conflict};
inline constexpr ErrorCode unknown_key{"ledger.unknown_key", ErrorKind::conflict};
inline constexpr ErrorCode no_checkpoint{"ledger.no_checkpoint", ErrorKind::conflict};

// What cannot be read at all.
inline constexpr ErrorCode bad_line{"ledger.bad_line", ErrorKind::bad_input};
inline constexpr ErrorCode not_an_export{"ledger.not_an_export", ErrorKind::bad_input};
inline constexpr ErrorCode bad_key{"ledger.bad_key", ErrorKind::bad_input};
inline constexpr ErrorCode paper_line{"ledger.paper_line", ErrorKind::bad_input};
inline constexpr ErrorCode paper_incomplete{"ledger.paper_incomplete", ErrorKind::bad_input};

}  // namespace liem::ledger::errors
