// How the log is kept (src/ledger); part of the Store. Rows are only ever added.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "ledger/checkpoint.h"
#include "ledger/entry.h"

namespace liem::assessment {

// Which entries are asked for; what is not named does not matter.
struct LedgerFilter {
  std::optional<std::string> unit;
  std::optional<std::string> object;  // its id
  std::optional<std::string> person;  // who acted, or for whom
  std::optional<std::chrono::sys_seconds> from, before;
  std::optional<std::uint64_t> below;  // positions below this one
};

class LedgerStore {
 public:
  virtual ~LedgerStore() = default;

  // Acts that change nothing else in the store.
  virtual Result<void> record(const std::string& province,
                              const std::vector<ledger::Act>& acts) = 0;

  // Newest first, at most `limit`.
  virtual Result<std::vector<ledger::StoredEntry>> entries(const std::string& province,
                                                           const LedgerFilter& filter,
                                                           std::size_t limit) = 0;
  // In their order, from a position on; as they lie, whatever was done to them.
  virtual Result<std::vector<ledger::StoredEntry>> entries_from(const std::string& province,
                                                                std::uint64_t position,
                                                                std::size_t limit) = 0;
  // What the store notes as the log's end.
  virtual Result<ledger::Head> head(const std::string& province) = 0;

  virtual Result<std::vector<ledger::Checkpoint>> checkpoints(const std::string& province) = 0;
  // Makes a checkpoint of the head and keeps it; nothing is written in between.
  virtual Result<ledger::Checkpoint> seal(
      const std::string& province,
      const std::function<ledger::Checkpoint(const ledger::Head&)>& make) = 0;
};

}  // namespace liem::assessment
