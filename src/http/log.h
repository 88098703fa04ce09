// What requests leave in the log beside what they write.
#pragma once

#include "assessment/access.h"
#include "http/message.h"
#include "http/services.h"

namespace liem::http {

// A download goes into the log before its first byte goes out; a part of a file that is not its
// start, and a HEAD, do not.
Result<void> log_download(const Services& services, assessment::Store& store,
                          const assessment::Viewer& viewer, const Head& head,
                          const ledger::Object& object, const std::string& unit,
                          const std::string& sha256);

// Somebody was refused by right; whether or not it can be written, he stays refused.
void log_refusal(const Services& services, const assessment::Viewer& viewer, const Head& head,
                 const Error& error);

}  // namespace liem::http
