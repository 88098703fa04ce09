#include "http/kept_answers.h"

#include <openssl/sha.h>

#include <span>
#include <utility>

#include "http/routes/routes.h"
#include "ledger/hash.h"

namespace liem::http {
namespace {

constexpr std::size_t longest_name = 600;  // bytes; who asks for longer ones is answered anew

std::size_t size_of(const std::string& key, const Response& answer) {
  constexpr std::size_t about_it = 500;  // bytes: its fields, the places in the containers
  return about_it + 2 * key.size() + answer.bytes().size();
}

// Who sees the same of everything that access.h decides by role and unit.
std::optional<std::string> named(std::string name, const Call& call) {
  name += '\n';
  name += assessment::name_of(call.viewer->role);
  name += '\n';
  name += call.viewer->unit;
  name += '\n';
  name += call.head.target;
  if (name.size() > longest_name) return std::nullopt;
  return name;
}

// By OpenSSL, which is several times as fast at long bodies as what names contents.
std::string tag_of_bytes(std::string_view bytes) {
  ledger::Hash hash{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), hash.data());
  constexpr std::size_t shown = 16;
  return "\"" + ledger::to_hex(std::span(hash).first(shown)) + "\"";
}

std::shared_ptr<const Response> to_keep(Response made) {
  made.body.shrink_to_fit();
  made.shared_body = std::make_shared<const std::string>(std::move(made.body));
  made.body.clear();
  return std::make_shared<const Response>(std::move(made));
}

// The answer, which ends its fields with its ETag, or that the asker has it.
Response given(Response answer, const Head& head) {
  const auto& [name, tag] = answer.fields.back();
  const auto& known = head.if_none_match;
  if (known.empty() || (known != "*" && known.find(tag) == known.npos)) return answer;
  Response unchanged;
  unchanged.status = 304;
  unchanged.fields = {{"Cache-Control", "no-store"}, {name, tag}};
  return unchanged;
}

}  // namespace

std::shared_ptr<const Response> KeptAnswers::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = answers_.find(key);
  return found == answers_.end() ? nullptr : found->second;
}

void KeptAnswers::keep(const std::string& key, std::shared_ptr<const Response> answer) {
  const std::size_t size = size_of(key, *answer);
  if (size > most_bytes_ / 4) return;
  const std::lock_guard lock(mutex_);
  if (!answers_.emplace(key, std::move(answer)).second) return;
  order_.push_back(key);
  bytes_ += size;
  while (bytes_ > most_bytes_) {
    const auto oldest = answers_.find(order_.front());
    bytes_ -= size_of(oldest->first, *oldest->second);
    answers_.erase(oldest);
    order_.pop_front();
  }
}

bool KeptAnswers::asked_before(const std::string& key) {
  const std::size_t hash = std::hash<std::string>()(key);
  const std::lock_guard lock(mutex_);
  return std::exchange(asked_[hash % asked_.size()], hash) == hash;
}

void add_kept(Router& router, const Services& services, const std::string& path,
              const MadeOf& made_of, const Handle& handle) {
  Route route{Method::get, path, Access::signed_in, Cost::library, "", 0, {}};
  route.at_once = [&services, made_of](const Call& call) -> std::optional<Response> {
    const auto name = made_of(call);
    if (!name || !*name) return std::nullopt;
    const auto kept = services.kept.find(**name);
    if (kept == nullptr) return std::nullopt;
    return given(*kept, call.head);
  };
  // The name is that of before the answer is made: what comes in between makes it newer, not older.
  route.handler = [&services, made_of, handle](const Call& call) -> Result<Response> {
    const auto name = made_of(call);
    if (!name) return std::unexpected(name.error());
    auto made =
        at_desk(services, call, [&](const assessment::Desk& desk) { return handle(desk, call); });
    if (!made || !*name) return made;
    made->fields.emplace_back("ETag", tag_of_bytes(made->body));
    if (!services.kept.asked_before(**name)) return given(std::move(*made), call.head);
    const auto kept = to_keep(std::move(*made));
    services.kept.keep(**name, kept);
    return given(*kept, call.head);
  };
  router.add(std::move(route));
}

Result<std::optional<std::string>> made_of_rounds(const Services& services, const Call& call) {
  if (call.log_end == nullptr) return std::nullopt;
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  const auto number = services.round_changes.number_at((*store)->ledger(), *call.log_end);
  if (!number) return std::unexpected(number.error());
  if (!*number) return std::nullopt;
  return named("rounds " + std::to_string(**number), call);
}

std::optional<std::string> made_of_all(const Call& call) {
  if (call.log_end == nullptr) return std::nullopt;
  const auto& [position, hash, at] = *call.log_end;
  return named("all " + std::to_string(position) + " " + std::string(hash.begin(), hash.end()),
               call);
}

}  // namespace liem::http
