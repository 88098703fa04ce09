// What every write offers its sender: to try it without keeping anything (?dry_run=true), to refuse
// it where the thing has changed since it was read (If-Match, If-None-Match), and to send a create
// twice without creating twice (Idempotency-Key). docs/decisions/0013-contract.md
#pragma once

#include <boost/json/value.hpp>
#include <functional>
#include <string>

#include "assessment/overview.h"
#include "http/router.h"
#include "http/services.h"

namespace liem::http {

inline constexpr std::size_t longest_request_key = 100;  // bytes
inline constexpr std::chrono::hours answers_are_kept{24};

// Whether a write may go ahead on what stands now, null where nothing does; errors::changed with
// both versions where it may not.
Result<void> check_unchanged(const Call& call, const boost::json::value& current);

// What a create is asked: its address and body, as create_once takes it.
std::string asked_of(const Call& call);

using Write = std::function<Result<Response>()>;
struct Written {
  Response response;
  bool kept = true;  // something was written now: neither rehearsed nor answered once before
};

// Checks and writes in `write` as one transaction; with dry_run nothing of it is kept and the
// answer says so in Liem-Dry-Run. `write` may run again and changes nothing but the store.
Result<Written> in_one_write(const assessment::Desk& desk, const Call& call, const Write& write);

// As in_one_write, for a create: what was answered under the same Idempotency-Key is answered
// again. `asked` is the hexadecimal SHA-256 of what is to be created; errors::key_reused where the
// key came with another.
Result<Written> create_once(const Services& services, const assessment::Desk& desk,
                            const Call& call, const std::string& asked, const Write& write);

Result<Response> response_of(Result<Written> written);

}  // namespace liem::http
