// What the log says where all there is is copied or put back; beside assessment/acts.h.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "ledger/entry.h"

namespace liem::assessment::acts {

// Words in data/locales/messages/act.yaml under "act.<code>".
inline constexpr std::string_view backup_made = "backup_made";
inline constexpr std::string_view backup_restored = "backup_restored";

// `by` works at a terminal; the object is left to whoever writes it down.
ledger::Act of_backup(const std::string& by, std::chrono::sys_seconds at);
// `taken`: the moment the copy is of.
ledger::Act of_restore(const std::string& by, std::chrono::sys_seconds taken,
                       std::chrono::sys_seconds at);

}  // namespace liem::assessment::acts
