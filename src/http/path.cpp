#include "http/path.h"

#include <algorithm>
#include <optional>

#include "base/percent.h"
#include "http/errors.h"

namespace liem::http {
namespace {

bool is_forbidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f || c == '\\' || c == '/';
}

std::optional<std::string> decode_segment(std::string_view raw) {
  auto out = decode_percent(raw);
  if (!out || *out == "." || *out == ".." || std::ranges::any_of(*out, is_forbidden)) {
    return std::nullopt;
  }
  return out;
}

}  // namespace

Result<Path> parse_path(std::string_view target) {
  const auto raw = target.substr(0, target.find_first_of("?#"));
  if (!raw.starts_with('/')) return fail(errors::bad_path);
  Path path;
  for (std::size_t from = 1; raw != "/" && from <= raw.size();) {
    const auto end = std::min(raw.find('/', from), raw.size());
    auto segment = decode_segment(raw.substr(from, end - from));
    if (!segment) return fail(errors::bad_path);
    path.text.append("/").append(*segment);
    path.segments.push_back(std::move(*segment));
    from = end + 1;
  }
  if (path.text.empty()) path.text = "/";
  return path;
}

}  // namespace liem::http
