#include "assessment/openid_provider.h"

#include "accounts/id_token.h"
#include "accounts/openid_errors.h"

namespace liem::assessment {
namespace {

namespace openid = accounts::openid;
using Time = OpenidProvider::Time;

// A clock that was set back makes everything old.
bool is_within(Time before, Time now, std::chrono::seconds span) {
  return before <= now && now - before < span;
}

}  // namespace

Result<std::string> OpenidProvider::sign_in_address(const openid::Secrets& secrets, Time now) {
  const auto known = metadata(now);
  if (!known) return std::unexpected(known.error());
  return openid::sign_in_address(*known, client_, secrets);
}

Result<std::string> OpenidProvider::subject_of(const Return& back, Time now) {
  const auto known = metadata(now);
  if (!known) return std::unexpected(known.error());
  const bool is_other = back.issuer.empty() ? known->names_issuer : back.issuer != client_.issuer;
  if (is_other) return fail(errors::openid_other_issuer);
  const auto token = token_for(*known, back);
  if (!token) return std::unexpected(token.error());
  const openid::Expected expected{client_.issuer, client_.id, back.nonce, now};
  const auto held = keys(*known, now, Wanted::known);
  if (!held) return std::unexpected(held.error());
  auto subject = openid::subject_of(*token, **held, expected);
  if (subject || subject.error().message.id != openid::errors::token_key.id) return subject;
  const auto newer = keys(*known, now, Wanted::newer);
  if (!newer) return std::unexpected(newer.error());
  return openid::subject_of(*token, **newer, expected);
}

Result<std::string> OpenidProvider::token_for(const Metadata& metadata, const Return& back) {
  auto request = openid::token_request(metadata, client_, back.code, back.verifier);
  const auto brought =
      carrier_({metadata.token, std::move(request.form), std::move(request.authorization)});
  if (!brought) return std::unexpected(brought.error());
  return openid::read_token_answer(brought->status, brought->body);
}

Result<std::string> OpenidProvider::get(const std::string& address) {
  auto brought = carrier_({address, {}, {}});
  if (!brought) return std::unexpected(brought.error());
  if (brought->status != 200) {
    return fail(errors::openid_unreachable,
                {{"reason", "HTTP " + std::to_string(brought->status)}});
  }
  return std::move(brought->body);
}

Result<openid::Metadata> OpenidProvider::metadata(Time now) {
  const std::lock_guard lock(mutex_);
  if (metadata_ && is_within(metadata_->read, now, kept_for)) return metadata_->value;
  if (failed_ && is_within(failed_->read, now, pause_after_failure)) {
    return std::unexpected(failed_->value);
  }
  const auto text = get(openid::metadata_address(client_.issuer));
  auto read = text ? openid::read_metadata(*text, client_.issuer)
                   : Result<Metadata>(std::unexpected(text.error()));
  if (read)
    metadata_ = {*read, now};
  else
    failed_ = {read.error(), now};
  return read;
}

Result<OpenidProvider::Keys> OpenidProvider::keys(const Metadata& metadata, Time now,
                                                  Wanted wanted) {
  const std::lock_guard lock(mutex_);
  const bool fresh = keys_ && is_within(keys_->read, now, kept_for);
  if (fresh && wanted == Wanted::known) return keys_->value;
  while (!key_readings_.empty() &&
         !is_within(key_readings_.front(), now, std::chrono::minutes(1))) {
    key_readings_.pop_front();
  }
  if (key_readings_.size() >= key_readings_a_minute) {
    if (fresh) return keys_->value;
    return std::unexpected(keys_failed_.value_or(fail(openid::errors::bad_keys).error()));
  }
  key_readings_.push_back(now);
  const auto text = get(metadata.keys);
  auto read = text ? openid::read_keys(*text)
                   : Result<std::vector<openid::WebKey>>(std::unexpected(text.error()));
  if (!read) {
    keys_failed_ = read.error();
    return std::unexpected(read.error());
  }
  keys_ = {std::make_shared<const std::vector<openid::WebKey>>(std::move(*read)), now};
  return keys_->value;
}

}  // namespace liem::assessment
