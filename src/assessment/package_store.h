// How rounds that came in a package are kept; part of the Store.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "assessment/package_round.h"
#include "base/error.h"
#include "ledger/entry.h"

namespace liem::assessment {

// The package that a round is, as it was received.
struct ReceivedPackage {
  int number = 0;            // which submission it is
  std::string sha256;        // of its manifest
  std::string round_sha256;  // of its round.json, a content
  std::string key;           // the public key that signed it, 64 hexadecimal digits
  std::string submitted_by;
  std::chrono::sys_seconds submitted{};
  std::string received_by;  // account
  std::chrono::sys_seconds received{};
  bool operator==(const ReceivedPackage&) const = default;
};

class PackageStore {
 public:
  virtual ~PackageStore() = default;

  // Nothing where the round did not come in a package.
  virtual Result<std::optional<ReceivedPackage>> received(const std::string& province,
                                                          const std::string& round) = 0;
  // A round as it was handed in, whose files are contents already. errors::round_exists,
  // unit_differs.
  virtual Result<void> receive(const PackagedRound& round, const ReceivedPackage& package,
                               const ledger::Act& logged) = 0;
  // What was received and what was done with it, so that a later package can take its place; the
  // log keeps all of it. Units that no other round has go with it.
  virtual Result<void> take_out(const std::string& province, const std::string& round) = 0;
};

}  // namespace liem::assessment
