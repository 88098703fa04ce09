#include "http/download.h"

#include "http/errors.h"
#include "http/range.h"

namespace liem::http {
namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == '_';
}

// Everything but the body, and the part of it that is to be sent.
Result<Response> answer_head(const Head& head, const Download& download, std::uint64_t size,
                             ByteRange& part) {
  const std::string tag = '"' + download.sha256 + '"', whole = std::to_string(size);
  // The bytes behind an address never change, but a half from elsewhere is not ours to complete.
  const bool same = head.if_range.empty() || head.if_range == tag;
  const auto range = answer_range(same ? head.range : "", size);
  if (range.kind == RangeKind::unsatisfiable) {
    return fail(errors::bad_range, {{"content_range", "bytes */" + whole}, {"size", whole}});
  }
  part = range.range;
  Response response;
  response.fields = {{"Content-Type", "application/octet-stream"},
                     {"ETag", tag},
                     {"Cache-Control", "private, no-store"},
                     {"Accept-Ranges", "bytes"},
                     {"Content-Security-Policy", "default-src 'none'; sandbox"},
                     {"Content-Disposition", attachment_field(download.name)}};
  if (range.kind == RangeKind::whole) return response;
  response.status = 206;
  const auto last = std::to_string(part.offset + part.size - 1);
  response.fields.emplace_back("Content-Range",
                               "bytes " + std::to_string(part.offset) + "-" + last + "/" + whole);
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

Result<Response> send_file(const Head& head, const Download& download,
                           std::shared_ptr<const OpenFile> file) {
  ByteRange part;
  auto response = answer_head(head, download, file->size(), part);
  if (response && part.size > 0) response->file = {std::move(file), part.offset, part.size};
  return response;
}

Result<Response> send_bytes(const Head& head, const Download& download, std::string bytes) {
  ByteRange part;
  auto response = answer_head(head, download, bytes.size(), part);
  if (!response) return response;
  if (part.size < bytes.size()) bytes = bytes.substr(part.offset, part.size);
  response->body = std::move(bytes);
  return response;
}

Response send_made(const std::string& name, std::shared_ptr<const OpenFile> file) {
  Response response;
  response.fields = {{"Content-Type", "application/octet-stream"},
                     {"Cache-Control", "private, no-store"},
                     {"Content-Security-Policy", "default-src 'none'; sandbox"},
                     {"Content-Disposition", attachment_field(name)}};
  const auto size = file->size();
  response.file = {std::move(file), 0, size};
  return response;
}

}  // namespace liem::http
