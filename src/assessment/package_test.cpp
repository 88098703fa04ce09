#include "assessment/package.h"

#include <gmock/gmock.h>
#include <sodium.h>

#include "assessment/digest.h"
#include "assessment/package_round.h"

namespace liem::assessment {
namespace {

using testing::ElementsAre;

const std::string some_sha256 = sha256_of("x"), other_sha256 = sha256_of("y");

ledger::SecretKey key_of(unsigned char filled) {
  EXPECT_GE(sodium_init(), 0);
  std::array<unsigned char, 32> seed{};
  seed.fill(filled);
  return ledger::SecretKey::from_seed(seed);
}

std::chrono::sys_seconds some_time() {
  return std::chrono::sys_seconds(std::chrono::seconds(1'800'000'000));
}

PackageManifest manifest_of_two() {
  PackageManifest out;
  out.province = "tinh";
  out.province_name = {"Tỉnh Mẫu", "Sample province"};
  out.round = "dot";
  out.round_title = {"Đợt", "Round"};
  out.year = 2025;
  out.set = {"s", "1", some_sha256, {"Bộ", "Set"}};
  out.number = 1;
  out.submitted_by = "Vũ Văn Thí Dụ";
  out.submitted = some_time();
  const auto [first, second] = std::minmax(some_sha256, other_sha256);
  out.members = {{"round.json", 10, some_sha256},
                 {"files/" + first, 1, first},
                 {"files/" + second, 1, second}};
  return out;
}

Unit unit_of(const std::string& id, const std::string& above) {
  Unit out;
  out.id = id;
  out.name = {"Đơn vị " + id, "Unit " + id};
  out.kind = above.empty() ? organisation::UnitKind::province : organisation::UnitKind::commune;
  out.parent = above;
  out.from = *parse_iso_date("2020-01-01");
  out.basis = "QĐ";
  return out;
}

PackagedRound round_of_two() {
  PackagedRound out;
  out.province = "tinh";
  out.round.id = "dot";
  out.round.title = {"Đợt", "Round"};
  out.round.year = 2025;
  out.round.from = *parse_iso_date("2024-12-16");
  out.round.to = *parse_iso_date("2025-12-15");
  out.round.set = {"s", "1", some_sha256, {"Bộ", "Set"}};
  out.round.items_sha256 = other_sha256;
  out.units = {unit_of("tinh", ""), unit_of("xa-c", "tinh")};
  PackagedFile file;
  file.submission.unit = "xa-c";
  file.submission.answers_sha256 = some_sha256;
  Evidence row{"plan", "01/KH", out.round.from, std::nullopt, "Kế hoạch", {"A.1"}};
  row.file = AttachedFile{"ke-hoach.pdf", 1, other_sha256};
  file.submission.evidence = {row};
  file.version = {"xa-c", 2, some_sha256, std::nullopt, {"", "Lê Giả Định", "", ""}, some_time()};
  file.verdicts = {{"xa-c",
                    1,
                    "A.1",
                    EvidenceVerdict::partly,
                    3,
                    "Thiếu trang.",
                    {"", "Vũ Văn Thí Dụ", "", ""},
                    some_time()}};
  out.files = {file};
  WorkAct act;
  act.thing = {"xa-c", "A.1"};
  act.act = "appraise";
  act.state = "appraised";
  act.by.name = "Vũ Văn Thí Dụ";
  act.at = some_time();
  act.points = Decimal::parse("0.25");
  out.acts = {act};
  out.deadlines = {{"", "review", out.round.to}};
  return out;
}

TEST(PackageManifest, IsReadBackAsItWasWritten) {
  const auto text = text_of(manifest_of_two());
  const auto read = read_manifest(text);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, manifest_of_two());
  EXPECT_EQ(text_of(*read), text);
}

TEST(PackageManifest, NamesNoMemberThatLeadsOutOfThePackage) {
  for (const std::string path : {"../x", "/etc/x", "files/../x", "files/x", "round.json"}) {
    auto manifest = manifest_of_two();
    manifest.members[1].path = path;
    const auto read = read_manifest(text_of(manifest));
    ASSERT_FALSE(read.has_value()) << path;
    EXPECT_EQ(read.error().message.id, errors::not_a_package.id);
  }
}

TEST(PackageManifest, IsRefusedWithOneByteMoreOrMembersOutOfOrder) {
  EXPECT_FALSE(read_manifest(text_of(manifest_of_two()) + "\n").has_value());
  auto manifest = manifest_of_two();
  std::swap(manifest.members[1], manifest.members[2]);
  EXPECT_FALSE(read_manifest(text_of(manifest)).has_value());
  manifest.members.clear();
  EXPECT_FALSE(read_manifest(text_of(manifest)).has_value());
  EXPECT_FALSE(read_manifest("").has_value());
  EXPECT_FALSE(read_manifest(R"({"form":"liem.package/1","number":1.5})").has_value());
}

TEST(PackageManifest, OfALaterFormSaysSo) {
  auto text = text_of(manifest_of_two());
  text.replace(text.find("liem.package/1"), 14, "liem.package/2");
  EXPECT_EQ(read_manifest(text).error().message.id, errors::other_form.id);
}

TEST(PackageSignature, HoldsForTheManifestItWasMadeOverAlone) {
  const auto text = text_of(manifest_of_two());
  const auto signature = sign_manifest(text, key_of(1));
  EXPECT_EQ(read_signature(text_of(signature)).value(), signature);
  EXPECT_TRUE(check_signature(text, signature).has_value());
  EXPECT_FALSE(check_signature(text + " ", signature).has_value());
  auto other = signature;
  other.key = key_of(2).public_key();
  EXPECT_FALSE(check_signature(text, other).has_value());
}

TEST(PackageSignature, IsTrustedByItsKey) {
  const auto mine = key_of(1).public_key(), theirs = key_of(2).public_key();
  EXPECT_TRUE(check_trusted(mine, {theirs, mine}).has_value());
  EXPECT_EQ(check_trusted(mine, {theirs}).error().message.id, errors::untrusted_key.id);
}

TEST(PackagedRound, IsReadBackAsItWasWritten) {
  const auto text = text_of(round_of_two());
  const auto read = read_packaged_round(text);
  ASSERT_TRUE(read.has_value()) << read.error().message.args.back().second;
  EXPECT_EQ(text_of(*read), text);
  EXPECT_EQ(read->files.front().submission, round_of_two().files.front().submission);
  EXPECT_EQ(read->acts, round_of_two().acts);
}

TEST(PackagedRound, NamesEachFileOnceInTheOrderOfHashes) {
  auto expected = std::vector{some_sha256, other_sha256};
  std::ranges::sort(expected);
  EXPECT_EQ(files_named(round_of_two()), expected);
}

TEST(PackagedRound, OfUnitsThatAreNotInItIsRefused) {
  auto round = round_of_two();
  round.files.front().submission.unit = "xa-khac";
  EXPECT_FALSE(read_packaged_round(text_of(round)).has_value());
  round = round_of_two();
  round.acts.front().thing.unit = "xa-khac";
  EXPECT_FALSE(read_packaged_round(text_of(round)).has_value());
  round = round_of_two();
  round.units.erase(round.units.begin());
  EXPECT_FALSE(read_packaged_round(text_of(round)).has_value());
}

TEST(PackagedRound, WhereAUnitStandsAboveItselfIsRefused) {
  auto round = round_of_two();
  round.units.front().parent = "xa-c";
  EXPECT_FALSE(read_packaged_round(text_of(round)).has_value());
}

TEST(PackagedRound, WithAVerdictOnADocumentThatIsNotThereIsRefused) {
  auto round = round_of_two();
  round.files.front().verdicts.front().document = 2;
  EXPECT_FALSE(read_packaged_round(text_of(round)).has_value());
}

TEST(PackageDifference, IsToldByWhereItStands) {
  auto later = round_of_two();
  later.acts.front().points = Decimal::parse("0.5");
  later.units.back().name.vi = "Xã Mới";
  const auto found = package_differences(text_of(round_of_two()), text_of(later), 10);
  EXPECT_THAT(found, testing::UnorderedElementsAre(
                         PackageDifference{"acts/xa-c/points", "0.25", "0.5"},
                         PackageDifference{"units/xa-c/name/vi", "Đơn vị xa-c", "Xã Mới"}));
  EXPECT_THAT(package_differences(text_of(later), text_of(later), 10), ElementsAre());
  EXPECT_EQ(package_differences(text_of(round_of_two()), text_of(later), 1).size(), 1U);
}

}  // namespace
}  // namespace liem::assessment
