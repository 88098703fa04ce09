// A round handed in upward: one archive whose manifest names every other member by its hash and is
// signed. Its form, and how it is read from strangers. Pure. docs/decisions/0021-package-upward.md
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/round.h"
#include "ledger/checkpoint.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode not_a_package{"package.not_a_package", ErrorKind::bad_input};
inline constexpr ErrorCode other_form{"package.other_form", ErrorKind::bad_input};
inline constexpr ErrorCode bad_package_signature{"package.bad_signature", ErrorKind::conflict};
inline constexpr ErrorCode untrusted_key{"package.untrusted_key", ErrorKind::forbidden};
}  // namespace errors

// Members by name, in the order of the archive; behind them the files, each named by its hash.
inline constexpr std::string_view manifest_name = "manifest.json";
inline constexpr std::string_view signature_name = "signature";
inline constexpr std::string_view round_name = "round.json";
inline constexpr std::string_view files_folder = "files/";

struct PackageMember {
  std::string path;
  std::uint64_t size = 0;
  std::string sha256;  // hexadecimal
  bool operator==(const PackageMember&) const = default;
};

// What is signed: the same round handed in gives the same bytes, whenever it is packed.
struct PackageManifest {
  std::string province;
  Words province_name;
  std::string round;
  Words round_title;
  int year = 0;
  SetReference set;
  int number = 0;                           // how many times the round had been handed in, from 1
  std::string submitted_by, submitted_for;  // names of people; `for` may be empty
  std::chrono::sys_seconds submitted{};
  std::vector<PackageMember> members;  // round.json, then the files in the order of their names
  bool operator==(const PackageManifest&) const = default;
};

std::string text_of(const PackageManifest& manifest);  // canonical JSON
// errors::not_a_package for bytes that text_of() does not make, with what is wrong as `reason`;
// other_form where a later Liêm made it.
Result<PackageManifest> read_manifest(std::string_view bytes);

// Over the manifest's bytes as they are, so that any tool can check it.
struct PackageSignature {
  ledger::PublicKey key;
  ledger::Signature signature{};
  bool operator==(const PackageSignature&) const = default;
};

PackageSignature sign_manifest(std::string_view manifest, const ledger::SecretKey& key);
std::string text_of(const PackageSignature& signature);
Result<PackageSignature> read_signature(std::string_view bytes);
// errors::bad_package_signature.
Result<void> check_signature(std::string_view manifest, const PackageSignature& signature);

// Its members are as the manifest says, which is as it was signed; the files are not in memory.
struct CheckedPackage {
  PackageManifest manifest;
  PackageSignature signature;
  std::string manifest_text, round_text;
  std::string sha256;  // of the manifest: the name of the package
};
// errors::untrusted_key where it is none of these.
Result<void> check_trusted(const ledger::PublicKey& key,
                           const std::vector<ledger::PublicKey>& trusted);

}  // namespace liem::assessment
