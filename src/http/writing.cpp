#include "http/writing.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "assessment/digest.h"
#include "http/errors.h"
#include "http/json.h"
#include "http/query.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::Desk;

// One of the tags of a field's list, or its star.
bool names(std::string_view field, std::string_view tag) {
  return field == "*" || field.find(tag) != std::string_view::npos;
}

// What the sender wants to stand, for showing it beside what stands.
std::string given_in(const Call& call) {
  json::error_code failed;
  const auto body = json::parse(call.body, failed);
  return failed ? "null" : json::serialize(body);
}

std::unexpected<Error> changed(const Call& call, const json::value& current) {
  return fail(errors::changed, {{"current", json::serialize(current)}, {"given", given_in(call)}});
}

Result<std::string> key_in(const Call& call) {
  const auto& key = call.head.idempotency_key;
  const bool proper = key.size() <= longest_request_key &&
                      std::ranges::all_of(key, [](char c) { return c > 0x20 && c < 0x7f; });
  if (proper) return key;
  return fail(errors::bad_request_key, {{"longest", std::to_string(longest_request_key)}});
}

Response again(const assessment::KeptAnswer& answer) {
  Response response = json_response(answer.body);
  response.status = answer.status;
  response.fields.emplace_back("Idempotent-Replayed", "true");
  return response;
}

// "true" or "false".
Result<bool> is_dry_run(const Call& call) {
  const auto query = parse_query(call.head.target);
  if (!query) return std::unexpected(query.error());
  const auto given = query->find("dry_run");
  if (given == query->end() || given->second == "false") return false;
  if (given->second == "true") return true;
  return fail(errors::bad_field, {{"field", "dry_run"}, {"wanted", "true, false"}});
}

}  // namespace

Result<void> check_unchanged(const Call& call, const json::value& current) {
  const auto &wanted = call.head.if_match, &unwanted = call.head.if_none_match;
  const std::string tag = current.is_null() ? "" : tag_of(current);
  if (!wanted.empty() && (tag.empty() || !names(wanted, tag))) return changed(call, current);
  if (!unwanted.empty() && !tag.empty() && names(unwanted, tag)) return changed(call, current);
  return {};
}

Result<Written> in_one_write(const Desk& desk, const Call& call, const Write& write) {
  const auto rehearsed = is_dry_run(call);
  if (!rehearsed) return std::unexpected(rehearsed.error());
  Response response;
  const auto run = [&]() -> Result<void> {
    auto written = write();
    if (!written) return std::unexpected(written.error());
    response = std::move(*written);
    return {};
  };
  auto& requests = desk.store.requests();
  auto done = *rehearsed ? requests.rehearse(run) : requests.together(run);
  if (!done) return std::unexpected(done.error());
  if (*rehearsed) response.fields.emplace_back("Liem-Dry-Run", "true");
  return Written{std::move(response), !*rehearsed};
}

std::string asked_of(const Call& call) {
  return assessment::sha256_of(call.head.target + "\n" + std::string(call.body));
}

Result<Written> create_once(const Services& services, const Desk& desk, const Call& call,
                            const std::string& asked, const Write& write) {
  auto key = key_in(call);
  if (!key) return std::unexpected(key.error());
  bool repeated = false;
  const assessment::RequestKey request{desk.viewer.account, *key};
  const auto& office = desk.viewer.acting_for;
  const std::string wanted = office ? assessment::sha256_of(asked + "\n" + office->account) : asked;
  auto written = in_one_write(desk, call, [&]() -> Result<Response> {
    repeated = false;
    if (key->empty()) return write();
    auto& requests = desk.store.requests();
    const auto now = services.now();
    const auto known = requests.kept_answer(services.province, request, now - answers_are_kept);
    if (!known) return std::unexpected(known.error());
    if (*known) {
      if ((*known)->request != wanted) return fail(errors::key_reused);
      repeated = true;
      return again(**known);
    }
    auto answer = write();
    if (!answer) return answer;
    auto kept = requests.keep_answer(services.province, request,
                                     {wanted, answer->status, answer->body, now});
    if (!kept) return std::unexpected(kept.error());
    return answer;
  });
  if (written && repeated) written->kept = false;
  return written;
}

Result<Response> response_of(Result<Written> written) {
  if (!written) return std::unexpected(written.error());
  return std::move(written->response);
}

}  // namespace liem::http
