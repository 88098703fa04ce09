#include "assessment/package.h"

#include <algorithm>

#include "assessment/digest.h"
#include "assessment/package_json.h"
#include "ledger/canonical.h"
#include "ledger/export.h"
#include "ledger/signature.h"

namespace liem::assessment {
namespace {

namespace json = boost::json;

// Names the shape of the package to whoever reads it in ten years.
constexpr std::string_view package_form = "liem.package/1", signature_form = "liem.signature/1";
constexpr std::string_view form_family = "liem.package/";
constexpr std::int64_t largest_member = std::int64_t{1} << 40;  // bytes
constexpr int latest_year = 9999;

std::unexpected<Error> not_a_package(std::string_view member, std::string_view reason) {
  return fail(errors::not_a_package,
              {{"member", std::string(member)}, {"reason", std::string(reason)}});
}

json::object member_json(const PackageMember& one) {
  return {{"path", one.path}, {"size", one.size}, {"sha256", one.sha256}};
}

// Only names a package may hold: none leads out of it.
bool is_member(const PackageMember& one, bool first) {
  if (first) return one.path == round_name;
  return one.path == std::string(files_folder) + one.sha256;
}

std::vector<PackageMember> members_in(const PackageFields& fields) {
  std::vector<PackageMember> out;
  fields.each("members", [&](const PackageFields& one) {
    PackageMember member{one.text("path"),
                         static_cast<std::uint64_t>(one.whole("size", 0, largest_member)),
                         one.sha256("sha256")};
    const bool in_order = out.size() < 2 || out.back().path < member.path;
    if (!is_member(member, out.empty()) || !in_order) one.flaw().note("members.path");
    out.push_back(std::move(member));
  });
  if (out.empty()) fields.flaw().note("members");
  return out;
}

PackageManifest manifest_in(const PackageFields& fields) {
  PackageManifest out;
  const auto province = fields.in("province"), round = fields.in("round"), set = fields.in("set");
  out.province = province.id("id");
  out.province_name = province.words("name");
  out.round = round.id("id");
  out.round_title = round.words("title");
  out.year = static_cast<int>(round.whole("year", 1, latest_year));
  out.set = {set.text("id"), set.text("version"), set.sha256("sha256"), set.words("title")};
  out.number = static_cast<int>(fields.whole("number", 1, latest_year));
  out.submitted = fields.time("submitted_at");
  out.submitted_by = fields.text("submitted_by");
  out.submitted_for = fields.text_or_empty("submitted_for");
  out.members = members_in(fields);
  return out;
}

}  // namespace

std::string text_of(const PackageManifest& manifest) {
  json::array members;
  for (const auto& one : manifest.members) members.push_back(member_json(one));
  const auto& set = manifest.set;
  return ledger::canonical_json(json::object{
      {"form", std::string(package_form)},
      {"province",
       json::object{{"id", manifest.province}, {"name", words_json(manifest.province_name)}}},
      {"round", json::object{{"id", manifest.round},
                             {"title", words_json(manifest.round_title)},
                             {"year", manifest.year}}},
      {"set", json::object{{"id", set.id},
                           {"version", set.version},
                           {"sha256", set.sha256},
                           {"title", words_json(set.title)}}},
      {"number", manifest.number},
      {"submitted_at", ledger::time_text(manifest.submitted)},
      {"submitted_by", manifest.submitted_by},
      {"submitted_for", text_or_null(manifest.submitted_for)},
      {"members", std::move(members)}});
}

Result<PackageManifest> read_manifest(std::string_view bytes) {
  const auto object = package_object(bytes);
  if (!object) return not_a_package(manifest_name, "JSON");
  Flaw flaw;
  const PackageFields fields(*object, flaw);
  const auto form = fields.text("form");
  if (form != package_form && form.starts_with(form_family)) {
    return fail(errors::other_form, {{"form", form}, {"known", std::string(package_form)}});
  }
  auto out = manifest_in(fields);
  if (!flaw.where.empty()) return not_a_package(manifest_name, flaw.where);
  if (text_of(out) != bytes) return not_a_package(manifest_name, "canonical");
  return out;
}

PackageSignature sign_manifest(std::string_view manifest, const ledger::SecretKey& key) {
  return {key.public_key(), key.sign(manifest)};
}

std::string text_of(const PackageSignature& signature) {
  return ledger::canonical_json(json::object{{"form", std::string(signature_form)},
                                             {"key", to_hex(signature.key.bytes)},
                                             {"signature", to_hex(signature.signature)}});
}

Result<PackageSignature> read_signature(std::string_view bytes) {
  const auto object = package_object(bytes);
  if (!object) return not_a_package(signature_name, "JSON");
  Flaw flaw;
  const PackageFields fields(*object, flaw);
  PackageSignature out;
  const bool whole = ledger::from_hex(fields.text("key"), out.key.bytes) &&
                     ledger::from_hex(fields.text("signature"), out.signature);
  if (!whole || text_of(out) != bytes) return not_a_package(signature_name, "Ed25519");
  return out;
}

Result<void> check_signature(std::string_view manifest, const PackageSignature& signature) {
  if (ledger::is_signed_by(signature.key, manifest, signature.signature)) return {};
  return fail(errors::bad_package_signature, {{"key", to_hex(signature.key.id())}});
}

Result<void> check_trusted(const ledger::PublicKey& key,
                           const std::vector<ledger::PublicKey>& trusted) {
  if (std::ranges::find(trusted, key) != trusted.end()) return {};
  return fail(errors::untrusted_key, {{"key", to_hex(key.id())}});
}

}  // namespace liem::assessment
