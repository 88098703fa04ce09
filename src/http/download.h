// Files given back as they came: never shown by the browser under our name.
#pragma once

#include <memory>
#include <string>

#include "http/body.h"
#include "http/message.h"

namespace liem::http {

struct Download {
  std::string name;    // as people know it
  std::string sha256;  // hexadecimal; the entity tag
};

// 200 or 206 by the request's fields; errors::bad_range (416).
Result<Response> send_file(const Head& head, const Download& download,
                           std::shared_ptr<const OpenFile> file);
Result<Response> send_bytes(const Head& head, const Download& download, std::string bytes);

// What was just made and has no name on the disk any more: whole, never a part.
Response send_made(const std::string& name, std::shared_ptr<const OpenFile> file);

// "attachment; filename=...; filename*=UTF-8''..." (RFC 6266).
std::string attachment_field(std::string_view name);

}  // namespace liem::http
