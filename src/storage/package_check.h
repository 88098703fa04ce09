// Whether a file is a package, whole and as it was signed; needs no data of any province.
#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "assessment/package.h"

namespace liem::storage {

namespace errors {
inline constexpr ErrorCode member_altered{"package.member_altered", ErrorKind::conflict};
inline constexpr ErrorCode member_missing{"package.member_missing", ErrorKind::conflict};
inline constexpr ErrorCode member_extra{"package.member_extra", ErrorKind::conflict};
inline constexpr ErrorCode member_moved{"package.member_moved", ErrorKind::conflict};
inline constexpr ErrorCode unpacks_too_far{"package.unpacks_too_far", ErrorKind::too_large};
}  // namespace errors

using assessment::CheckedPackage;

// Every member that is altered, missing, extra or out of its place, up to a hundred; where the
// manifest itself does not hold, that alone. `trusted`: nothing where anybody's key will do.
std::expected<CheckedPackage, Problems> check_package(
    const std::filesystem::path& file,
    const std::optional<std::vector<ledger::PublicKey>>& trusted);

// Each file of a package that was checked, whole, in its order; one is in memory at a time. What
// changed since is errors::member_altered.
Result<void> each_file(const std::filesystem::path& file, const CheckedPackage& package,
                       const std::function<Result<void>(assessment::Content)>& take);

}  // namespace liem::storage
