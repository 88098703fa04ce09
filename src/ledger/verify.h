// Finds and names the first row that is not what was written. Takes the rows one by one, so that a
// log of any length fits.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "ledger/checkpoint.h"
#include "ledger/entry.h"

namespace liem::ledger {

// Whether rows may stand behind the last checkpoint. A database goes on being written; what is
// handed over ends with a checkpoint, since anybody can add rows that are chained rightly.
enum class Tail { open, sealed };

enum class Signatures { checked, not_checked };

struct Verified {
  std::uint64_t entries = 0;
  std::uint64_t checkpoints = 0;
  std::uint64_t sealed_to = 0;  // the last position that a checkpoint vouches for
  bool operator==(const Verified&) const = default;
};

class Verifier {
 public:
  struct Keys {
    Signatures signatures = Signatures::checked;
    std::vector<PublicKey> known;
  };
  // A checkpoint that its own signature does not bear out vouches for nothing and is named at the
  // end, where the rows themselves hold.
  Verifier(std::string province, const std::vector<Checkpoint>& checkpoints, const Keys& keys,
           Tail tail);

  // A checkpoint that somebody vouches for by other means, such as a paper in his safe. Before any
  // row.
  void trust(const Checkpoint& checkpoint);

  // In the order in which they lie.
  void take(const StoredEntry& row);
  bool decided() const { return found_.has_value(); }  // nothing that follows changes the answer

  // `head`: what the database holds as the log's end, where there is one.
  Result<Verified> finish(const std::optional<Head>& head = std::nullopt);

 private:
  void find(ErrorCode code, std::uint64_t position, Args more = {});
  bool hash_fits(const StoredEntry& row);
  void accept(const StoredEntry& row);
  void settle_gap(const StoredEntry& row);
  void settle_link(const StoredEntry& row);
  void check_end(const std::optional<Head>& head);

  std::string province_;
  std::vector<Checkpoint> checkpoints_;  // those that hold, by position
  std::optional<Error> bad_checkpoint_;
  Tail tail_;
  Head last_;  // of the rows accepted; its time is that of the last checkpoint, where that is later
  std::uint64_t sealed_to_ = 0;
  std::optional<Error> found_;
  std::uint64_t gap_ = 0;                // the position that is missing, until it turns up
  std::uint64_t last_seen_ = 0;          // the row that stood where it should
  std::optional<StoredEntry> unlinked_;  // a row that does not follow from the one before it
};

}  // namespace liem::ledger
