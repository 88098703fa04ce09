#include "http/problem.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "http/errors.h"
#include "http/wire.h"

namespace liem::http {

int status_of(const Error& error) {
  // HTTP has finer words than the kinds for refusals that only HTTP knows.
  if (error.message.id == errors::changed.id) return 412;
  if (error.message.id == errors::wrong_method.id) return 405;
  if (error.message.id == errors::wrong_type.id) return 415;
  if (error.message.id == errors::header_too_large.id) return 431;
  if (error.message.id == errors::bad_range.id) return 416;
  switch (error.kind) {
    case ErrorKind::bad_input:
      return 400;
    case ErrorKind::too_large:
      return 413;
    case ErrorKind::unauthenticated:
      return 401;
    case ErrorKind::forbidden:
      return 403;
    case ErrorKind::not_found:
      return 404;
    case ErrorKind::conflict:
      return 409;
    case ErrorKind::too_many:
      return 429;
    case ErrorKind::unavailable:
      return 503;
    case ErrorKind::internal:
      return 500;
  }
  return 500;
}

namespace {

// Of a field as refusals name it ("reason", "years.from"), RFC 6901.
std::string pointer_to(std::string_view field) {
  if (field.starts_with('/')) return std::string(field);
  std::string out = "/";
  for (const char c : field) out += c == '.' ? '/' : c;
  return out;
}

// What stands and what was to stand, as JSON.
bool is_version(const Error& error, std::string_view name) {
  return error.message.id == errors::changed.id && (name == "current" || name == "given");
}

}  // namespace

Response problem_response(const Error& error, const Catalogue& catalogue) {
  Response response;
  response.status = status_of(error);
  const auto title = reason_of(response.status);
  response.fields = {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}};
  for (const auto& [name, value] : error.message.args) {
    if (name == "allow") response.fields.emplace_back("Allow", value);
    if (name == "content_range") response.fields.emplace_back("Content-Range", value);
    if (name == "retry_after") response.fields.emplace_back("Retry-After", value);
  }
  boost::json::object body{{"type", "about:blank"},
                           {"title", boost::json::string_view(title.data(), title.size())},
                           {"status", response.status},
                           {"code", error.message.id},
                           {"message",
                            {{"vi", catalogue.render(error.message, Locale::vi)},
                             {"en", catalogue.render(error.message, Locale::en)}}}};
  for (const auto& [name, value] : error.message.args) {
    if (name == "field" && !value.empty()) body["path"] = pointer_to(value);
    if (is_version(error, name)) body[name] = boost::json::parse(value);
  }
  response.body = boost::json::serialize(body);
  return response;
}

}  // namespace liem::http
