#include "assessment/uploads.h"

#include <algorithm>

#include "assessment/digest.h"
#include "assessment/documents.h"

namespace liem::assessment {
namespace {

constexpr std::size_t digits_of_account = 32;

bool is_proper(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

std::string beginning_of(const Viewer& viewer) {
  return sha256_of(viewer.account).substr(0, digits_of_account) + "-";
}

}  // namespace

Result<std::string> upload_of(const Viewer& viewer, std::string_view name) {
  if (auto allowed = may_keep_documents(viewer); !allowed) {
    return std::unexpected(allowed.error());
  }
  if (name.empty() || name.size() > longest_upload_name || !std::ranges::all_of(name, is_proper)) {
    return fail(errors::bad_upload_name, {{"longest", std::to_string(longest_upload_name)}});
  }
  return beginning_of(viewer).append(name);
}

Result<void> may_begin(const DocumentFiles& files, const Viewer& viewer,
                       const std::string& upload) {
  const auto there = files.uploads(beginning_of(viewer));
  if (!there) return std::unexpected(there.error());
  if (there->size() < most_uploads || std::ranges::find(*there, upload) != there->end()) return {};
  return fail(errors::too_many_uploads, {{"most", std::to_string(most_uploads)}});
}

}  // namespace liem::assessment
