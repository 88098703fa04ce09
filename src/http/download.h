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

// 200, 206, 304 or 416, by the request's fields.
Response send_file(const Head& head, const Download& download,
                   std::shared_ptr<const OpenFile> file);
Response send_bytes(const Head& head, const Download& download, std::string bytes);

// "attachment; filename=...; filename*=UTF-8''..." (RFC 6266).
std::string attachment_field(std::string_view name);

}  // namespace liem::http
