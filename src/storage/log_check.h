// The log of every province of a place: whether it is whole, and an act that concerns all of them.
#pragma once

#include <vector>

#include "ledger/entry.h"
#include "storage/open_store.h"

namespace liem::storage {

// What the verification of each province's log finds, without keys; empty where all are whole.
Result<std::vector<Message>> check_logs(const Place& place);

// The act in each province's log; the object becomes the province.
Result<void> record_everywhere(const Place& place, ledger::Act act);

}  // namespace liem::storage
