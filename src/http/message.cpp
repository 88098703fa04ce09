#include "http/message.h"

namespace liem::http {

std::string_view name_of(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::patch:
      return "PATCH";
    case Method::del:
      return "DELETE";
    case Method::options:
      return "OPTIONS";
    case Method::other:
      break;
  }
  return "";
}

Method method_named(std::string_view name) {
  for (const Method method : {Method::get, Method::head, Method::post, Method::put, Method::patch,
                              Method::del, Method::options}) {
    if (name == name_of(method)) return method;
  }
  return Method::other;
}

std::string method_name(const Head& head) {
  return head.method == Method::other ? head.other_method : std::string(name_of(head.method));
}

Response json_response(std::string body) {
  Response response;
  response.fields = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
  response.body = std::move(body);
  return response;
}

Response no_content() {
  Response response;
  response.status = 204;
  response.fields = {{"Cache-Control", "no-store"}};
  return response;
}

}  // namespace liem::http
