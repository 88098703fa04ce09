// Files sent in parts, so that a line that drops costs one part. An upload goes by a name its
// sender drew; until it is finished nothing but its bytes is kept, and those for a day.
#pragma once

#include <string>

#include "assessment/access.h"
#include "assessment/document_files.h"
#include "base/error.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode bad_upload_name{"assessment.bad_upload_name", ErrorKind::bad_input};
inline constexpr ErrorCode no_upload{"assessment.no_upload", ErrorKind::not_found};
inline constexpr ErrorCode upload_moved{"assessment.upload_moved", ErrorKind::conflict};
inline constexpr ErrorCode upload_busy{"assessment.upload_busy", ErrorKind::conflict};
inline constexpr ErrorCode upload_differs{"assessment.upload_differs", ErrorKind::conflict};
inline constexpr ErrorCode too_many_uploads{"assessment.too_many_uploads", ErrorKind::conflict};
}  // namespace errors

inline constexpr std::size_t most_uploads = 4;  // of an account, unfinished
inline constexpr std::size_t longest_upload_name = 64;

// What its bytes lie under: of another account the same name is another upload, so nobody can reach
// for somebody else's. errors::no_right, errors::bad_upload_name.
Result<std::string> upload_of(const Viewer& viewer, std::string_view name);
// Whether one more may be begun where nothing came of this one yet; errors::too_many_uploads.
Result<void> may_begin(const DocumentFiles& files, const Viewer& viewer, const std::string& upload);

}  // namespace liem::assessment
