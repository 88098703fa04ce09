#include "storage/package_check.h"

#include <algorithm>
#include <map>
#include <system_error>

#include "assessment/digest.h"
#include "storage/package_archive.h"
#include "storage/sha256.h"

namespace liem::storage {
namespace {

namespace fs = std::filesystem;
using assessment::PackageMember;

constexpr std::uint64_t largest_manifest = std::uint64_t{64} << 20;  // bytes
constexpr std::uint64_t largest_signature = 4096;
constexpr std::uint64_t largest_round = std::uint64_t{1} << 30;
constexpr std::size_t most_problems = 100;

Error problem(ErrorCode code, std::string_view member) {
  return {code.kind, {std::string(code.id), {{"member", std::string(member)}}}};
}

// The whole of the member under way; errors::unpacks_too_far beyond `limit`.
Result<std::string> bytes_of(PackageReader& reader, std::string_view member, std::uint64_t limit) {
  std::string out;
  auto read = reader.read([&](std::string_view piece) -> Result<void> {
    if (out.size() + piece.size() > limit) {
      return std::unexpected(problem(errors::unpacks_too_far, member));
    }
    out += piece;
    return {};
  });
  if (!read) return std::unexpected(read.error());
  return out;
}

struct Heads {
  std::optional<std::string> manifest, signature;
};

// Wherever they stand: that they are out of place is said later, by their names.
Result<Heads> read_heads(const fs::path& file) {
  auto reader = PackageReader::open(file);
  if (!reader) return std::unexpected(reader.error());
  Heads out;
  while (!out.manifest || !out.signature) {
    const auto name = (*reader)->next();
    if (!name) return std::unexpected(name.error());
    if (!*name) break;
    const bool manifest = **name == assessment::manifest_name;
    auto& place = manifest ? out.manifest : out.signature;
    if ((!manifest && **name != assessment::signature_name) || place) continue;
    auto bytes = bytes_of(**reader, **name, manifest ? largest_manifest : largest_signature);
    if (!bytes) return std::unexpected(bytes.error());
    place = std::move(*bytes);
  }
  if (!out.manifest) {
    return std::unexpected(problem(errors::member_missing, assessment::manifest_name));
  }
  if (!out.signature) {
    return std::unexpected(problem(errors::member_missing, assessment::signature_name));
  }
  return out;
}

Result<CheckedPackage> checked_heads(const fs::path& file,
                                     const std::optional<std::vector<ledger::PublicKey>>& trusted) {
  auto heads = read_heads(file);
  if (!heads) return std::unexpected(heads.error());
  auto signature = assessment::read_signature(*heads->signature);
  if (!signature) return std::unexpected(signature.error());
  auto held = assessment::check_signature(*heads->manifest, *signature);
  if (held && trusted) held = assessment::check_trusted(signature->key, *trusted);
  if (!held) return std::unexpected(held.error());
  auto manifest = assessment::read_manifest(*heads->manifest);
  if (!manifest) return std::unexpected(manifest.error());
  auto name = assessment::sha256_of(*heads->manifest);
  return CheckedPackage{std::move(*manifest), *signature, std::move(*heads->manifest), "",
                        std::move(name)};
}

std::uint64_t size_of(const fs::path& file) {
  std::error_code unknown;
  const auto size = fs::file_size(file, unknown);
  return unknown ? 0 : size;
}

// The archive's members against those that the manifest names.
class MemberCheck {
 public:
  // Members lie in the file as they are, so together they are no more than `most` bytes.
  MemberCheck(CheckedPackage& package, std::uint64_t most);
  Result<void> run(PackageReader& reader);
  Problems&& found() && { return std::move(problems_); }

 private:
  struct Expected {
    PackageMember member;
    bool seen = false;
  };
  void note(ErrorCode code, std::string_view member) {
    if (problems_.size() < most_problems) problems_.push_back(problem(code, member));
  }
  Result<void> check(PackageReader& reader, const PackageMember& member);

  CheckedPackage& package_;
  std::vector<Expected> expected_;
  std::map<std::string, std::size_t, std::less<>> place_;
  std::size_t reached_ = 0;
  std::uint64_t left_;  // bytes
  Problems problems_;
};

MemberCheck::MemberCheck(CheckedPackage& package, std::uint64_t most)
    : package_(package), left_(most) {
  const auto& manifest = package.manifest_text;
  const auto signature = text_of(package.signature);
  expected_.push_back({{std::string(assessment::manifest_name), manifest.size(), package.sha256}});
  expected_.push_back({{std::string(assessment::signature_name), signature.size(),
                        assessment::sha256_of(signature)}});
  for (const auto& member : package.manifest.members) expected_.push_back({member});
  for (std::size_t at = 0; at < expected_.size(); ++at) place_[expected_[at].member.path] = at;
}

// What the manifest says is read and no more of it; what is longer is altered.
Result<void> MemberCheck::check(PackageReader& reader, const PackageMember& member) {
  const bool round = member.path == assessment::round_name;
  Sha256 digest;
  std::uint64_t size = 0;
  bool too_far = round && member.size > largest_round;
  auto read = reader.read([&](std::string_view piece) -> Result<void> {
    size += piece.size();
    too_far = too_far || piece.size() > left_;
    if (too_far || size > member.size) {
      return std::unexpected(problem(errors::member_altered, member.path));
    }
    left_ -= piece.size();
    digest.add(piece);
    if (round) package_.round_text += piece;
    return {};
  });
  if (too_far) return std::unexpected(problem(errors::unpacks_too_far, member.path));
  const bool altered = !read || size != member.size || digest.take() != member.sha256;
  if (altered) note(errors::member_altered, member.path);
  return {};
}

Result<void> MemberCheck::run(PackageReader& reader) {
  while (problems_.size() < most_problems) {
    const auto name = reader.next();
    if (!name) return std::unexpected(name.error());
    if (!*name) break;
    const auto found = place_.find(**name);
    if (found == place_.end() || expected_[found->second].seen) {
      note(errors::member_extra, **name);
      continue;
    }
    expected_[found->second].seen = true;
    if (found->second < reached_) note(errors::member_moved, **name);
    reached_ = std::max(reached_, found->second);
    if (auto done = check(reader, expected_[found->second].member); !done) return done;
  }
  for (const auto& one : expected_) {
    if (!one.seen) note(errors::member_missing, one.member.path);
  }
  return {};
}

}  // namespace

std::expected<CheckedPackage, Problems> check_package(
    const fs::path& file, const std::optional<std::vector<ledger::PublicKey>>& trusted) {
  auto package = checked_heads(file, trusted);
  if (!package) return std::unexpected(Problems{package.error()});
  auto reader = PackageReader::open(file);
  if (!reader) return std::unexpected(Problems{reader.error()});
  MemberCheck members(*package, size_of(file));
  if (auto read = members.run(**reader); !read) return std::unexpected(Problems{read.error()});
  auto problems = std::move(members).found();
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return std::move(*package);
}

Result<void> each_file(const fs::path& file, const CheckedPackage& package,
                       const std::function<Result<void>(assessment::Content)>& take) {
  auto reader = PackageReader::open(file);
  if (!reader) return std::unexpected(reader.error());
  const std::string_view folder = assessment::files_folder;
  auto wanted = std::ranges::find_if(package.manifest.members, [&](const PackageMember& one) {
    return one.path.starts_with(folder);
  });
  while (wanted != package.manifest.members.end()) {
    const auto name = (*reader)->next();
    if (!name) return std::unexpected(name.error());
    if (!*name) return std::unexpected(problem(errors::member_missing, wanted->path));
    if (!(*name)->starts_with(folder)) continue;
    auto bytes = bytes_of(**reader, **name, wanted->size);
    if (!bytes) return std::unexpected(bytes.error());
    auto content = assessment::content_of(std::move(*bytes));
    if (**name != wanted->path || content.sha256 != wanted->sha256) {
      return std::unexpected(problem(errors::member_altered, wanted->path));
    }
    if (auto taken = take(std::move(content)); !taken) return taken;
    ++wanted;
  }
  return {};
}

}  // namespace liem::storage
