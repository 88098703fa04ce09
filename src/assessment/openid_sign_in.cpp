#include "assessment/openid_sign_in.h"

#include <array>

#include "assessment/acts.h"
#include "assessment/digest.h"

namespace liem::assessment {
namespace {

namespace openid = accounts::openid;

// The refusal, once it stands in the log.
std::unexpected<Error> refused(const Gate& gate, Error error, const Account* account) {
  const auto act = acts::of_failed_openid(account, error.message.id, gate.now);
  const auto written = gate.store.ledger().record(gate.province, gate.repeated.take(act));
  return std::unexpected(written ? std::move(error) : written.error());
}

// A refusal of who came back, not of a provider that is out of reach or set up wrongly.
bool is_of_person(const Error& error) {
  return error.kind == ErrorKind::unauthenticated || error.kind == ErrorKind::forbidden;
}

Result<OpenidAttempt> attempt_of(const Gate& gate, const OpenidReturn& back) {
  auto taken =
      gate.store.identities().take(gate.province, sha256_of(back.state), sha256_of(back.browser));
  if (!taken) return std::unexpected(taken.error());
  if (!*taken || gate.now >= (*taken)->expires) return fail(errors::openid_attempt_ended);
  return std::move(**taken);
}

}  // namespace

Result<OpenidBegun> begin_openid(const Gate& gate, OpenidProvider& provider, const Caller& caller) {
  if (auto allowed = gate.throttles.openid.attempt(caller.address, gate.now); !allowed) {
    return std::unexpected(allowed.error());
  }
  const auto secrets = openid::new_secrets(gate.random);
  auto address = provider.sign_in_address(secrets, gate.now);
  if (!address) return std::unexpected(address.error());
  std::array<unsigned char, 32> drawn{};
  gate.random(drawn);
  std::string browser = to_hex(drawn);
  auto kept =
      gate.store.identities().begin(gate.province,
                                    {sha256_of(secrets.state), sha256_of(browser), secrets.nonce,
                                     secrets.verifier, gate.now + openid_patience},
                                    gate.now);
  if (!kept) return std::unexpected(kept.error());
  return OpenidBegun{std::move(*address), std::move(browser)};
}

Result<SignedIn> finish_openid(const Gate& gate, OpenidProvider& provider, const OpenidReturn& back,
                               const Caller& caller) {
  const auto attempt = attempt_of(gate, back);
  if (!attempt) return std::unexpected(attempt.error());
  if (back.error == "access_denied") return fail(errors::openid_cancelled);
  if (!back.error.empty() || back.code.empty()) return fail(errors::openid_refused_there);
  const auto subject =
      provider.subject_of({back.code, back.issuer, attempt->verifier, attempt->nonce}, gate.now);
  if (!subject) {
    if (!is_of_person(subject.error())) return std::unexpected(subject.error());
    return refused(gate, subject.error(), nullptr);
  }
  const auto identity =
      gate.store.identities().identity(gate.province, provider.issuer(), *subject);
  if (!identity) return std::unexpected(identity.error());
  if (!*identity) {
    return refused(gate, fail(errors::openid_unknown_subject, {{"subject", *subject}}).error(),
                   nullptr);
  }
  const auto account = gate.store.account(gate.province, (*identity)->account);
  if (!account) return std::unexpected(account.error());
  LIEM_CHECK(account->has_value());  // the store links nothing else
  if ((*account)->disabled) {
    return refused(gate, fail(errors::openid_disabled).error(), &**account);
  }
  auto signed_in = let_in(gate, **account, SignInWay::openid, caller);
  if (signed_in) gate.throttles.openid.was_none(caller.address);
  return signed_in;
}

}  // namespace liem::assessment
