#include "http/wire.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace liem::http {
namespace {

bool has_body(int status) { return status != 204 && status != 304; }

}  // namespace

std::string_view reason_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 416:
      return "Range Not Satisfiable";
    case 415:
      return "Unsupported Media Type";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

const std::string& DateField::at(std::chrono::system_clock::time_point now) {
  const auto second = std::chrono::system_clock::to_time_t(now);
  if (second == second_) return text_;
  second_ = second;
  return text_ = fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(second));
}

std::string wire_head(const Response& response, Keep keep, std::string_view date) {
  std::string head;
  head.reserve(1024);
  head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  head.append(reason_of(response.status)).append("\r\nDate: ").append(date);
  head.append("\r\nConnection: ").append(keep == Keep::open ? "keep-alive" : "close");
  head.append("\r\n");
  for (const auto& [name, value] : response.fields) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
  if (has_body(response.status) && !response.events) {
    head.append("Content-Length: ").append(std::to_string(response.size())).append("\r\n");
  }
  return head.append("\r\n");
}

std::string address_text(const ListenAddress& listen) {
  const bool v6 = listen.host.find(':') != std::string::npos;
  return fmt::format("{}{}{}:{}", v6 ? "[" : "", listen.host, v6 ? "]" : "", listen.port);
}

}  // namespace liem::http
