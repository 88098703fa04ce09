// A province's package: a manifest, a signature or a round.json that is taken is written again as
// it stood, and names no file outside of it.
#include "assessment/package.h"

#include "assessment/package_round.h"
#include "fuzz/data.h"

namespace {

using namespace liem;

void manifest(std::string_view text) {
  const auto read = assessment::read_manifest(text);
  if (!read) return fuzz::check_words(read.error().message);
  LIEM_CHECK(assessment::text_of(*read) == text);
  for (std::size_t at = 1; at < read->members.size(); ++at) {
    const auto& member = read->members[at];
    LIEM_CHECK(member.path == std::string(assessment::files_folder) + member.sha256);
  }
}

void signature(std::string_view text) {
  const auto read = assessment::read_signature(text);
  if (!read) return fuzz::check_words(read.error().message);
  LIEM_CHECK(assessment::text_of(*read) == text);
}

void round(std::string_view text) {
  const auto read = assessment::read_packaged_round(text);
  if (!read) return fuzz::check_words(read.error().message);
  LIEM_CHECK(assessment::text_of(*read) == text);
  LIEM_CHECK(assessment::package_differences(text, text, 1).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::as_text(data, size);
  manifest(text);
  signature(text);
  round(text);
  return 0;
}
