// How routes ask who somebody is.
#pragma once

#include "http/message.h"
#include "http/router.h"
#include "http/services.h"

namespace liem::http {

// Of a request with a session's cookie or a program's token; where it brings both, the token. With
// the units the viewer sees.
Result<Asker> asker_of(const Services& services, const Head& head);

assessment::Gate gate_of(const Services& services, assessment::Store& store);
assessment::Caller caller_of(const Head& head);

}  // namespace liem::http
