#include "http/path.h"

#include <algorithm>
#include <optional>

#include "http/errors.h"
#include "text/repair.h"

namespace liem::http {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_forbidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f || c == '\\' || c == '/';
}

std::optional<std::string> decode_segment(std::string_view raw) {
  std::string out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    char c = raw[i];
    if (c == '%') {
      if (raw.size() - i < 3) return std::nullopt;
      const int high = hex_digit(raw[i + 1]), low = hex_digit(raw[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    if (is_forbidden(c)) return std::nullopt;
    out += c;
  }
  if (out == "." || out == ".." || text::find_invalid_utf8(out) != out.npos) return std::nullopt;
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
