#include "liem/openid_setup.h"

#include "http/outgoing.h"

namespace liem::app {
namespace {

using settings::Settings;

Result<void> check_given(const Settings& settings, std::string_view name) {
  const auto* const key = settings::key_named(name);
  LIEM_CHECK(key != nullptr);
  if (!settings::written(*key, settings).empty()) return {};
  return fail(errors::openid_incomplete,
              {{"key", std::string(name)}, {"environment", settings::environment_name(*key)}});
}

Result<void> check_address(std::string_view key, const std::string& address) {
  if (accounts::openid::is_safe_address(address) && address.find('?') == std::string::npos) {
    return {};
  }
  return fail(errors::openid_insecure, {{"key", std::string(key)}});
}

Result<void> check(const Settings& settings) {
  for (const auto* key : {"oidc.client_id", "oidc.client_secret", "oidc.own_address"}) {
    if (auto given = check_given(settings, key); !given) return given;
  }
  if (auto safe = check_address("oidc.issuer", settings.openid_issuer); !safe) return safe;
  return check_address("oidc.own_address", settings.openid_address);
}

accounts::openid::Client client_of(const Settings& settings) {
  std::string own = settings.openid_address;
  while (own.ends_with('/')) own.pop_back();
  return {settings.openid_issuer, settings.openid_client, settings.openid_secret,
          own + "/sign-in/openid"};
}

// Why a provider could not be asked; the reason is the network's, never a person's.
std::string detail_of(const Error& refusal) {
  std::string out = refusal.message.id;
  for (const auto& [name, value] : refusal.message.args) {
    if (name == "reason") out += ": " + value;
  }
  return out;
}

}  // namespace

Result<std::unique_ptr<http::OpenidDoor>> open_door(const Settings& settings,
                                                    http::Metrics& metrics, const EventLog& log) {
  if (settings.openid_issuer.empty()) return nullptr;
  if (auto good = check(settings); !good) return std::unexpected(good.error());
  auto outgoing = http::Outgoing::open(settings.openid_authorities);
  if (!outgoing) return std::unexpected(outgoing.error());
  const auto carry = [outgoing = std::move(*outgoing)](const assessment::Errand& errand) {
    return outgoing.carry(errand);
  };
  const auto ended = [&metrics, &log](const Error* refusal) {
    metrics.openid_ended(refusal == nullptr ? "signed_in" : refusal->message.id);
    if (refusal != nullptr) log.happened("openid", detail_of(*refusal));
  };
  return std::unique_ptr<http::OpenidDoor>(
      new http::OpenidDoor{{client_of(settings), carry}, ended});
}

}  // namespace liem::app
