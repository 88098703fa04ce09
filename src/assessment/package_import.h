// Taking in a round that another Liêm handed in: wholly or not at all, and only where it comes to
// the same here. docs/decisions/0021-package-upward.md
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "assessment/package.h"
#include "assessment/package_round.h"
#include "assessment/round_work.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode package_contradicts{"package.contradicts", ErrorKind::bad_input};
inline constexpr ErrorCode comes_out_otherwise{"package.comes_out_otherwise", ErrorKind::conflict};
inline constexpr ErrorCode another_key{"package.another_key", ErrorKind::forbidden};
inline constexpr ErrorCode older_package{"package.older", ErrorKind::conflict};
inline constexpr ErrorCode already_published{"package.already_published", ErrorKind::conflict};
inline constexpr ErrorCode package_differs{"package.differs", ErrorKind::conflict};
}  // namespace errors

// Whether the key was named by whoever takes the package in, or is taken as it comes: then it has
// to be the one that signed the package before.
enum class KeyTrust { named, as_it_comes };
enum class Replacing { refused, allowed };

struct ReceiveOptions {
  KeyTrust trust = KeyTrust::named;
  Replacing replacing = Replacing::refused;
};

// Hands over each file of the package, in its order.
using EachFile = std::function<Result<void>(const std::function<Result<void>(Content)>&)>;

struct Receipt {
  enum class Outcome { taken_in, replaced, same, differs };
  Outcome outcome = Outcome::taken_in;
  std::size_t units = 0, files = 0;
  std::vector<PackageDifference> differences;  // of the package that stands, up to two hundred
  std::size_t reviewed = 0;  // criteria that were reviewed on the package that is replaced
};

// A package that was checked. Nothing is written where the outcome is `same` or `differs` (a later
// package whose taking the place of the first was not allowed). Part of the transaction under way.
// errors::round_exists where the round is this Liêm's own, and those above.
Result<Receipt> receive_package(const WorkDesk& at, const CheckedPackage& package,
                                const EachFile& each_file, const ReceiveOptions& options);

}  // namespace liem::assessment
