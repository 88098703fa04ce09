#include "liem/package_setup.h"

#include <sodium.h>

#include <filesystem>

#include "ledger/hash.h"
#include "liem/ledger_keys.h"
#include "liem/machine.h"
#include "storage/package_archive.h"

namespace liem::app {
namespace {

// In the folder of the data, where there is room for it; nobody else finds it.
std::filesystem::path file_for(const std::string& data) {
  std::array<unsigned char, 12> drawn{};
  system_random(drawn);
  return std::filesystem::path(data) / (".package-" + ledger::to_hex(drawn));
}

Result<std::string> made(const std::string& data, const ledger::SecretKey& key,
                         const assessment::RoundPlace& at,
                         const assessment::PreparedPackage& package) {
  const auto file = file_for(data);
  auto writer = storage::PackageWriter::create(file);
  if (!writer) return std::unexpected(writer.error());
  auto written = assessment::write_package(
      at, package, assessment::sign_manifest(package.manifest_text, key),
      [&](const std::string& name, std::string_view bytes) { return (*writer)->add(name, bytes); });
  if (written) written = (*writer)->finish();
  if (!written) return std::unexpected(written.error());
  return file.string();
}

}  // namespace

Result<MakePackage> package_maker(const settings::Settings& options) {
  if (options.package_key.empty()) return MakePackage{};
  if (sodium_init() < 0) return MakePackage{};
  auto key = load_secret_key(options.package_key, options.data);
  if (!key) return std::unexpected(key.error());
  return [data = options.data, key = std::move(*key)](const auto& at, const auto& package) {
    return made(data, key, at, package);
  };
}

}  // namespace liem::app
