// What a round was handed in with, gathered out of the store whoever looks, and written member by
// member: one file is in memory at a time. docs/decisions/0021-package-upward.md
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "assessment/package.h"
#include "assessment/package_round.h"
#include "assessment/round_work.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode not_submitted{"package.not_submitted", ErrorKind::conflict};
inline constexpr ErrorCode received_here{"package.received_here", ErrorKind::conflict};
inline constexpr ErrorCode file_altered{"package.file_altered", ErrorKind::internal};
}  // namespace errors

// Where a round lies.
struct RoundPlace {
  Store& store;
  Library& library;
  const workflow::Workflow& flow;
  std::string province, round;
};

// errors::no_round, not_submitted.
Result<PackagedRound> packaged_round(const RoundPlace& at);

struct PreparedPackage {
  PackageManifest manifest;
  std::string manifest_text, round_text;
  std::string sha256;  // of the manifest: the name of the package
};

// errors::no_round, not_submitted; received_here where the round came in a package, whose it is;
// file_altered where the store's bytes are not those their hash
// names.
Result<PreparedPackage> prepare_package(const RoundPlace& at);

// Takes the members of an archive in their order.
using PutMember = std::function<Result<void>(const std::string& path, std::string_view bytes)>;
Result<void> write_package(const RoundPlace& at, const PreparedPackage& package,
                           const PackageSignature& signature, const PutMember& put);

// Whether whoever asks may have the package: it is his who hands the round in.
// workflow::errors::wrong_role.
Result<void> may_export(const workflow::Workflow& flow, const Viewer& viewer);

}  // namespace liem::assessment
