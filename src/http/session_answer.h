// Who is signed in, as the routes of a session answer it.
#pragma once

#include "assessment/sign_in.h"
#include "http/message.h"

namespace liem::http {

Result<Response> session_response(assessment::Store& store, const assessment::Viewer& viewer,
                                  assessment::Time now);
// With the cookie that goes with it; 202 where a code is awaited.
Result<Response> signed_in_response(assessment::Store& store, const assessment::SignedIn& signed_in,
                                    const Head& head, assessment::Time now);

}  // namespace liem::http
