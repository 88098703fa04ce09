// What the log says of packages, beside assessment/acts.h.
#pragma once

#include <chrono>
#include <string>

#include "assessment/access.h"
#include "assessment/package.h"
#include "ledger/entry.h"

namespace liem::assessment::acts {

// `sha256`: of the manifest, the name of the package.
ledger::Act of_package_export(const Viewer& viewer, const PackageManifest& manifest,
                              const std::string& sha256, std::chrono::sys_seconds at);
// `replaced`: the package that stood until then; empty where none did.
ledger::Act of_package_received(const Viewer& viewer, const PackageManifest& manifest,
                                const std::string& sha256, const ledger::PublicKey& key,
                                const std::string& replaced, std::chrono::sys_seconds at);

}  // namespace liem::assessment::acts
