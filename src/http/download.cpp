#include "http/download.h"

#include "http/range.h"

namespace liem::http {
namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == '_';
}

// Everything but the body, and the part of it that is to be sent.
Response answer_head(const Head& head, const Download& download, std::uint64_t size,
                     ByteRange& part) {
  const std::string tag = '"' + download.sha256 + '"';
  Response response;
  response.fields = {{"ETag", tag},
                     {"Cache-Control", "private, no-store"},
                     {"Accept-Ranges", "bytes"},
                     {"Content-Security-Policy", "default-src 'none'; sandbox"},
                     {"Content-Disposition", attachment_field(download.name)}};
  part = {};
  if (head.if_none_match.find(tag) != std::string::npos) {
    response.status = 304;
    return response;
  }
  // The bytes behind an address never change, but a half from elsewhere is not ours to complete.
  const bool same = head.if_range.empty() || head.if_range == tag;
  const auto range = answer_range(same ? head.range : "", size);
  part = range.range;
  const std::string whole = std::to_string(size);
  if (range.kind == RangeKind::unsatisfiable) {
    response.status = 416;
    response.fields.emplace_back("Content-Range", "bytes */" + whole);
    return response;
  }
  response.fields.emplace_back("Content-Type", "application/octet-stream");
  if (range.kind == RangeKind::part) {
    response.status = 206;
    response.fields.emplace_back("Content-Range",
                                 "bytes " + std::to_string(part.offset) + "-" +
                                     std::to_string(part.offset + part.size - 1) + "/" + whole);
  }
  return response;
}

}  // namespace

std::string attachment_field(std::string_view name) {
  std::string plain, encoded;
  for (const char c : name) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    plain += is_plain(c) || c == ' ' ? c : '_';
    if (is_plain(c)) {
      encoded += c;
    } else {
      encoded.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
  }
  return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
}

Response send_file(const Head& head, const Download& download,
                   std::shared_ptr<const OpenFile> file) {
  ByteRange part;
  Response response = answer_head(head, download, file->size(), part);
  if (part.size > 0) response.file = {std::move(file), part.offset, part.size};
  return response;
}

Response send_bytes(const Head& head, const Download& download, std::string bytes) {
  ByteRange part;
  Response response = answer_head(head, download, bytes.size(), part);
  if (part.size < bytes.size()) bytes = bytes.substr(part.offset, part.size);
  response.body = std::move(bytes);
  return response;
}

}  // namespace liem::http
