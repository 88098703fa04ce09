#include "assessment/sign_in.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "accounts/one_time_text.h"
#include "accounts/totp.h"
#include "assessment/acts.h"
#include "assessment/digest.h"
#include "assessment/password.h"
#include "base/utf8.h"

namespace liem::assessment {
namespace {

// What is seen of a session or token is written this often at most: a read must not cost a write.
constexpr std::chrono::seconds seen_every{60};

Result<void> count_attempt(const Gate& gate, const std::string& account, const Caller& caller) {
  if (auto allowed = gate.throttles.addresses.attempt(caller.address, gate.now); !allowed) {
    return allowed;
  }
  auto allowed = gate.throttles.accounts.attempt(account, gate.now);
  if (!allowed) gate.throttles.addresses.was_none(caller.address);
  return allowed;
}

// The refusal, once it stands in the log.
std::unexpected<Error> refused(const Gate& gate, ErrorCode code, const ledger::Act& act) {
  const auto written = gate.store.ledger().record(gate.province, gate.repeated.take(act));
  if (!written) return std::unexpected(written.error());
  return fail(code);
}

// A password that is due keeps nobody out who came without it.
Viewer viewer_from(const std::string& province, const Account& account,
                   SignInWay way = SignInWay::password) {
  Viewer viewer{province, account.account, account.name, account.role, account.unit};
  viewer.password_due = account.password_due && way == SignInWay::password;
  return viewer;
}

std::string random_hex(const Gate& gate, std::size_t bytes) {
  std::array<unsigned char, 32> drawn{};
  const auto part = std::span(drawn).first(bytes);
  gate.random(part);
  return to_hex(part);
}

// What a program says of itself is as long as it likes and may hold anything.
std::string shown_program(std::string_view program) {
  constexpr std::size_t longest = 200;
  program = program.substr(0, longest);
  std::string out(program.substr(0, utf8::find_invalid(program)));
  std::erase_if(out, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
  return out;
}

Session new_session(const Gate& gate, const std::string& token, const std::string& account,
                    const Caller& caller, Stage stage, SignInWay way = SignInWay::password) {
  const auto lasts = stage == Stage::whole ? gate.limits.longest : second_step_patience;
  return {sha256_of(token),
          random_hex(gate, 8),
          account,
          gate.now,
          gate.now,
          gate.now + lasts,
          caller.address,
          shown_program(caller.program),
          stage,
          way};
}

// What `code` proves, if it can prove anything; whether it is used up is for the store to say.
std::optional<SecondProof> proof_of(const SecondStep& step, const std::string& account,
                                    std::string_view code, Time now) {
  std::string digits(code);
  std::erase(digits, ' ');
  constexpr std::size_t code_digits = 6;
  if (digits.size() != code_digits) return recovery_hash(account, code);
  const auto accepted = accounts::totp_accepted(secret_of(step), digits, now, step.last_step);
  if (!accepted) return std::nullopt;
  return *accepted;
}

bool is_recovery(const SecondProof& proof) { return std::holds_alternative<std::string>(proof); }

// The account's confirmed second step.
Result<std::optional<SecondStep>> confirmed_step(const Gate& gate, const std::string& account) {
  auto step = gate.store.accounts().second_step(gate.province, account);
  if (step && *step && !(*step)->confirmed) return std::nullopt;
  return step;
}

}  // namespace

std::string_view name_of(SignInWay way) {
  return way == SignInWay::password ? "password" : "openid";
}

accounts::TotpSecret secret_of(const SecondStep& step) {
  accounts::TotpSecret secret{};
  std::size_t got = 0;
  LIEM_CHECK(sodium_hex2bin(secret.data(), secret.size(), step.secret.data(), step.secret.size(),
                            nullptr, &got, nullptr) == 0 &&
             got == secret.size());
  return secret;
}

bool lasts(const Session& session, const SessionLimits& limits, Time now) {
  return now < session.expires && now - session.seen < limits.idle;
}

std::string recovery_hash(const std::string& account, std::string_view typed) {
  return sha256_of(account + "\n" + accounts::plain_secret(typed));
}

Result<SignedIn> sign_in(const Gate& gate, const std::string& account, std::string_view password,
                         const Caller& caller) {
  if (auto allowed = count_attempt(gate, account, caller); !allowed) {
    return std::unexpected(allowed.error());
  }
  const auto found = gate.store.account(gate.province, account);
  if (!found) return std::unexpected(found.error());
  if (!*found) {
    // Takes the time a wrong password takes, so that names cannot be told apart by the clock.
    static_cast<void>(hash_password(password, Salt{}, ordinary_cost));
    return refused(gate, errors::wrong_credentials, acts::of_failed_sign_in(nullptr, gate.now));
  }
  const Account& known = **found;
  if (!password_fits(password, known.password) || known.disabled) {
    return refused(gate, errors::wrong_credentials, acts::of_failed_sign_in(&known, gate.now));
  }
  gate.throttles.addresses.was_none(caller.address);
  // Who knows the password alone may not wash away the failures of guessing codes.
  if (known.second_step)
    gate.throttles.accounts.was_none(account);
  else
    gate.throttles.accounts.succeeded(account);
  Viewer viewer = viewer_from(gate.province, known);
  std::string token = random_hex(gate, 32);
  const auto stage = known.second_step ? Stage::second_step : Stage::whole;
  const auto session = new_session(gate, token, account, caller, stage);
  std::vector<ledger::Act> acts;
  if (stage == Stage::whole) acts.push_back(acts::of_sign_in(viewer, gate.now));
  auto kept = gate.store.accounts().add_session(gate.province, session, gate.now, acts);
  if (!kept) return std::unexpected(kept.error());
  return SignedIn{std::move(viewer), std::move(token), stage, session.expires - gate.now};
}

Result<SignedIn> second_step(const Gate& gate, std::string_view token, std::string_view code,
                             const Caller& caller) {
  const auto half_hash = sha256_of(token);
  const auto half = gate.store.accounts().session(gate.province, half_hash);
  if (!half) return std::unexpected(half.error());
  if (!*half || (*half)->stage != Stage::second_step || gate.now >= (*half)->expires) {
    return fail(errors::session_ended);
  }
  const std::string& account = (*half)->account;
  if (auto allowed = count_attempt(gate, account, caller); !allowed) {
    return std::unexpected(allowed.error());
  }
  const auto found = gate.store.account(gate.province, account);
  if (!found) return std::unexpected(found.error());
  const auto step = confirmed_step(gate, account);
  if (!step) return std::unexpected(step.error());
  if (!*found || (*found)->disabled || !*step) return fail(errors::session_ended);
  const auto failed = acts::of_failed_sign_in(&**found, gate.now);
  const auto proof = proof_of(**step, account, code, gate.now);
  if (!proof) return refused(gate, errors::wrong_code, failed);
  Viewer viewer = viewer_from(gate.province, **found);
  std::string fresh = random_hex(gate, 32);
  const auto session = new_session(gate, fresh, account, caller, Stage::whole);
  std::vector<ledger::Act> acts{acts::of_sign_in(viewer, gate.now)};
  if (is_recovery(*proof)) acts.push_back(acts::of_recovery(viewer, gate.now));
  auto passed =
      gate.store.accounts().pass_second_step(gate.province, *proof, half_hash, session, acts);
  if (!passed && passed.error().message.id == errors::code_used.id) {
    return refused(gate, errors::wrong_code, failed);
  }
  if (!passed) return std::unexpected(passed.error());
  gate.throttles.addresses.was_none(caller.address);
  gate.throttles.accounts.succeeded(account);
  return SignedIn{std::move(viewer), std::move(fresh), Stage::whole, session.expires - gate.now};
}

Result<SignedIn> let_in(const Gate& gate, const Account& account, SignInWay way,
                        const Caller& caller) {
  Viewer viewer = viewer_from(gate.province, account, way);
  std::string token = random_hex(gate, 32);
  const auto session = new_session(gate, token, account.account, caller, Stage::whole, way);
  auto kept = gate.store.accounts().add_session(gate.province, session, gate.now,
                                                {acts::of_sign_in(viewer, gate.now, way)});
  if (!kept) return std::unexpected(kept.error());
  return SignedIn{std::move(viewer), std::move(token), Stage::whole, session.expires - gate.now};
}

Result<Viewer> viewer_of(Store& store, const std::string& province, std::string_view token,
                         const SessionLimits& limits, Time now) {
  if (token.empty()) return fail(errors::session_ended);
  const auto hash = sha256_of(token);
  const auto session = store.accounts().session(province, hash);
  if (!session) return std::unexpected(session.error());
  if (!*session || (*session)->stage != Stage::whole || !lasts(**session, limits, now)) {
    return fail(errors::session_ended);
  }
  const auto account = store.account(province, (*session)->account);
  if (!account) return std::unexpected(account.error());
  if (!*account || (*account)->disabled) return fail(errors::session_ended);
  if (now - (*session)->seen >= seen_every) {
    if (auto seen = store.accounts().see_session(province, hash, now); !seen) {
      return std::unexpected(seen.error());
    }
  }
  return viewer_from(province, **account, (*session)->way);
}

Result<Viewer> viewer_of_token(Store& store, const std::string& province, std::string_view token,
                               Time now) {
  const auto text = accounts::parse_token(token);
  if (!text) return fail(errors::token_invalid);
  const auto kept = store.accounts().token(province, text->id);
  if (!kept) return std::unexpected(kept.error());
  if (!*kept || !(*kept)->holds_at(now) || (*kept)->secret_hash != sha256_of(text->secret)) {
    return fail(errors::token_invalid);
  }
  const auto account = store.account(province, (*kept)->account);
  if (!account) return std::unexpected(account.error());
  if (!*account || (*account)->disabled) return fail(errors::token_invalid);
  if (!(*kept)->last_used || now - *(*kept)->last_used >= seen_every) {
    if (auto seen = store.accounts().see_token(province, text->id, now); !seen) {
      return std::unexpected(seen.error());
    }
  }
  Viewer viewer = viewer_from(province, **account);
  viewer.by_token = true;
  viewer.may_read = (*kept)->scopes.contains(accounts::Scope::read);
  viewer.may_write = (*kept)->scopes.contains(accounts::Scope::write);
  return viewer;
}

Result<void> sign_out(Store& store, const Viewer& viewer, std::string_view token, Time now) {
  return store.accounts().end_session(viewer.province, sha256_of(token),
                                      acts::of_sign_out(viewer, now));
}

Result<Account> prove_password(const Gate& gate, const Viewer& viewer, std::string_view password,
                               const Caller& caller) {
  if (auto allowed = count_attempt(gate, viewer.account, caller); !allowed) {
    return std::unexpected(allowed.error());
  }
  auto account = gate.store.account(gate.province, viewer.account);
  if (!account) return std::unexpected(account.error());
  if (!*account || !password_fits(password, (*account)->password)) {
    return refused(gate, errors::wrong_password, acts::of_failed_proof(viewer, gate.now));
  }
  gate.throttles.addresses.was_none(caller.address);
  gate.throttles.accounts.was_none(viewer.account);
  return std::move(**account);
}

Result<void> prove_code(const Gate& gate, const Viewer& viewer, std::string_view code,
                        const Caller& caller) {
  if (auto allowed = count_attempt(gate, viewer.account, caller); !allowed) return allowed;
  const auto step = confirmed_step(gate, viewer.account);
  if (!step) return std::unexpected(step.error());
  if (!*step) return fail(errors::no_second_step);
  const auto proof = proof_of(**step, viewer.account, code, gate.now);
  const auto failed = acts::of_failed_proof(viewer, gate.now);
  if (!proof) return refused(gate, errors::code_refused, failed);
  auto used = gate.store.accounts().use_proof(gate.province, viewer.account, *proof, gate.now);
  if (!used && used.error().message.id == errors::code_used.id) {
    return refused(gate, errors::code_refused, failed);
  }
  if (!used) return used;
  gate.throttles.addresses.was_none(caller.address);
  gate.throttles.accounts.was_none(viewer.account);
  return {};
}

}  // namespace liem::assessment
