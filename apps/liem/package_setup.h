// How a server makes packages, where it has a key for them.
#pragma once

#include <functional>

#include "assessment/package_export.h"
#include "settings/settings.h"

namespace liem::app {

using MakePackage = std::function<Result<std::string>(const assessment::RoundPlace&,
                                                      const assessment::PreparedPackage&)>;

// Empty where no key is set; refused where it cannot be used.
Result<MakePackage> package_maker(const settings::Settings& options);

}  // namespace liem::app
