#include "http/problem.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "http/errors.h"

namespace liem::http {
namespace {

std::string_view title_of(int status) {
  switch (status) {
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
    case 413:
      return "Content Too Large";
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

}  // namespace

int status_of(const Error& error) {
  // HTTP has finer words than the kinds for three refusals that only HTTP knows.
  if (error.message.id == errors::wrong_method.id) return 405;
  if (error.message.id == errors::wrong_type.id) return 415;
  if (error.message.id == errors::header_too_large.id) return 431;
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

Response problem_response(const Error& error, const Catalogue& catalogue) {
  Response response;
  response.status = status_of(error);
  const auto title = title_of(response.status);
  response.fields = {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}};
  for (const auto& [name, value] : error.message.args) {
    if (name == "allow") response.fields.emplace_back("Allow", value);
    if (name == "retry_after") response.fields.emplace_back("Retry-After", value);
  }
  const boost::json::object body{{"type", "about:blank"},
                                 {"title", boost::json::string_view(title.data(), title.size())},
                                 {"status", response.status},
                                 {"code", error.message.id},
                                 {"message",
                                  {{"vi", catalogue.render(error.message, Locale::vi)},
                                   {"en", catalogue.render(error.message, Locale::en)}}}};
  response.body = boost::json::serialize(body);
  return response;
}

}  // namespace liem::http
