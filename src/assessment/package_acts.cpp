#include "assessment/package_acts.h"

#include <boost/json/object.hpp>

#include "assessment/acts.h"
#include "assessment/digest.h"
#include "ledger/canonical.h"

namespace liem::assessment::acts {
namespace {

namespace json = boost::json;

json::object package_object_of(const PackageManifest& manifest, const std::string& sha256) {
  return {{"number", manifest.number},
          {"sha256", sha256},
          {"set", manifest.set.id},
          {"members", manifest.members.size()}};
}

ledger::Act act_on_package(std::string_view code, const Viewer& viewer,
                           const PackageManifest& manifest, std::chrono::sys_seconds at) {
  ledger::Act out;
  out.at = at;
  out.actor = viewer.account;
  if (viewer.acting_for) out.on_behalf_of = viewer.acting_for->account;
  out.code = code;
  out.object = {"package", manifest.round};
  return out;
}

}  // namespace

ledger::Act of_package_export(const Viewer& viewer, const PackageManifest& manifest,
                              const std::string& sha256, std::chrono::sys_seconds at) {
  auto out = act_on_package(package_exported, viewer, manifest, at);
  out.after = ledger::State::json(ledger::canonical_json(package_object_of(manifest, sha256)));
  return out;
}

ledger::Act of_package_received(const Viewer& viewer, const PackageManifest& manifest,
                                const std::string& sha256, const ledger::PublicKey& key,
                                const std::string& replaced, std::chrono::sys_seconds at) {
  auto out = act_on_package(package_received, viewer, manifest, at);
  auto described = package_object_of(manifest, sha256);
  described["key"] = to_hex(key.id());
  if (!replaced.empty()) {
    out.before = ledger::State::json(ledger::canonical_json(json::object{{"sha256", replaced}}));
  }
  out.after = ledger::State::json(ledger::canonical_json(described));
  return out;
}

}  // namespace liem::assessment::acts
