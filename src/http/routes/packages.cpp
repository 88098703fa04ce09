// The package of a submitted round, for whoever hands it in. docs/decisions/0021-package-upward.md
#include <cstdio>

#include "assessment/package_acts.h"
#include "http/download.h"
#include "http/routes/routes.h"

namespace liem::http {
namespace {

namespace errors {
constexpr ErrorCode no_package_key{"package.no_server_key", ErrorKind::unavailable};
}

std::string file_name(const assessment::PackageManifest& manifest) {
  return manifest.province + "-" + manifest.round + "-" + std::to_string(manifest.number) + ".zip";
}

// The log tells of it before its first byte goes out.
Result<Response> get(const Services& services, const assessment::WorkDesk& at, const Call& call) {
  const auto& viewer = at.desk.viewer;
  auto may = assessment::may_export(at.flow, viewer);
  if (!may) return std::unexpected(may.error());
  const assessment::RoundPlace place{at.desk.store, at.desk.library, at.flow, viewer.province,
                                     call.parameters.at("round")};
  const auto package = assessment::prepare_package(place);
  if (!package) return std::unexpected(package.error());
  if (!services.make_package) return fail(errors::no_package_key);
  const auto made = services.make_package(place, *package);
  if (!made) return std::unexpected(made.error());
  auto file = OpenFile::open(*made);
  std::remove(made->c_str());
  if (!file) return std::unexpected(file.error());
  auto logged = at.desk.store.ledger().record(
      viewer.province,
      {assessment::acts::of_package_export(viewer, package->manifest, package->sha256, at.now)});
  if (!logged) return std::unexpected(logged.error());
  return send_file(call.head, {file_name(package->manifest), package->sha256}, std::move(*file));
}

}  // namespace

void add_package_routes(Router& router, const Services& services) {
  router.add({Method::get, "/api/v1/rounds/{round}/package", Access::signed_in, Cost::files, "", 0,
              [&services](const Call& call) {
                return at_work_desk(services, call, [&](const assessment::WorkDesk& at) {
                  return get(services, at, call);
                });
              }});
}

}  // namespace liem::http
