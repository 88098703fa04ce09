// Refusals as problem details (RFC 9457) with the words in both languages.
#pragma once

#include "base/error.h"
#include "base/messages.h"
#include "http/message.h"

namespace liem::http {

// The one place where an error becomes a status code.
int status_of(const Error& error);

// application/problem+json as the schema Problem of docs/openapi.yaml. An argument named "allow"
// is repeated as the field Allow, "retry_after" (seconds) as Retry-After.
Response problem_response(const Error& error, const Catalogue& catalogue);

}  // namespace liem::http
