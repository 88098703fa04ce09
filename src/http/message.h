// HTTP as values: what came in and what goes out. Knows nothing of sockets.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/body.h"

namespace liem::http {

enum class Method { get, head, post, put, patch, del, options, other };

// Who sent a request, as far as can be trusted.
struct Client {
  std::string address;
  bool secure = false;  // encrypted all the way from the browser
};

// The parts of a request's head that anything here looks at; empty where a field was absent.
struct Head {
  Method method = Method::get;
  std::string other_method;  // as sent, where `method` is Method::other
  std::string target;        // as on the request line: path and query, still encoded
  std::string host;
  std::string origin;
  std::string fetch_site;  // Sec-Fetch-Site
  std::string cookie;
  std::string authorization;
  std::string user_agent;
  std::string content_type;
  std::string accept_encoding;
  std::string if_match;
  std::string if_none_match;
  std::string idempotency_key;
  std::string acting_for;  // Liem-Acting-For: an account
  std::string range;
  std::string if_range;
  Client client;
};

std::string_view name_of(Method method);     // "GET"; empty for Method::other
Method method_named(std::string_view name);  // Method::other for what is none of ours
std::string method_name(const Head& head);   // as sent, also where it is none of ours

using Fields = std::vector<std::pair<std::string, std::string>>;

struct Response {
  int status = 200;
  Fields fields;
  std::string body;
  // In place of `body`, bytes that others own too (static files); kept alive by this pointer.
  std::shared_ptr<const std::string> shared_body = nullptr;
  // In place of both: a part of a file, or events as they happen, until their source ends them.
  FilePart file{};
  std::shared_ptr<EventSource> events = nullptr;

  std::string_view bytes() const {
    return shared_body ? std::string_view(*shared_body) : std::string_view(body);
  }
  std::uint64_t size() const { return file.file ? file.size : bytes().size(); }
};

// A body of exactly this media type; answers of the API are never stored by caches.
Response json_response(std::string body);
Response no_content();  // 204

}  // namespace liem::http
