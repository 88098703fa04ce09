#include "settings/settings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>

namespace liem::settings {
namespace {

template <class... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};

}  // namespace

std::span<const Key> keys() {
  static const std::vector<Key> all{
      {"data", Text{&Settings::data}},
      {"database", Text{&Settings::database}},
      {"server.listen", Text{&Settings::listen}},
      {"server.threads", Whole{&Settings::threads, 0, 256}},
      {"server.province", Text{&Settings::province}},
      {"server.web", Text{&Settings::web}},
      {"server.certificate", Text{&Settings::certificate}},
      {"server.key", Text{&Settings::key}},
      {"server.trusted_proxies", Texts{&Settings::trusted_proxies}},
      {"server.connections", Whole{&Settings::connections, 1, 1'000'000}},
      {"server.connections_per_address", Whole{&Settings::connections_per_address, 1, 1'000'000}},
      {"package.key", Text{&Settings::package_key}},
      {"sessions.idle_minutes", Whole{&Settings::session_idle, 5, 1440}},
      {"sessions.longest_hours", Whole{&Settings::session_longest, 1, 720}},
      {"oidc.issuer", Text{&Settings::openid_issuer}},
      {"oidc.client_id", Text{&Settings::openid_client}},
      {"oidc.client_secret", Text{&Settings::openid_secret}, Secrecy::secret},
      {"oidc.own_address", Text{&Settings::openid_address}},
      {"oidc.authorities", Text{&Settings::openid_authorities}},
      {"mail.host", Text{&Settings::mail_host}},
      {"mail.port", Whole{&Settings::mail_port, 1, 65'535}},
      {"mail.security", Choice{&Settings::mail_security, {"none", "starttls", "tls"}}},
      {"mail.user", Text{&Settings::mail_user}},
      {"mail.password", Text{&Settings::mail_password}, Secrecy::secret},
      {"mail.sender", Text{&Settings::mail_sender}},
      {"mail.page_address", Text{&Settings::mail_page_address}},
      {"mail.authorities", Text{&Settings::mail_authorities}},
      {"sheets.key", Text{&Settings::sheets_key}},
      {"log.form", Choice{&Settings::log_form, {"words", "json"}}},
      {"log.requests", Choice{&Settings::log_requests, {"no", "yes"}}},
      {"metrics.networks", Texts{&Settings::metrics_networks}},
      {"jobs.threads", Whole{&Settings::jobs_threads, 0, 256}},
      {"jobs.lease", Whole{&Settings::jobs_lease, 3, 3600}},
      {"jobs.retry_after", Whole{&Settings::jobs_retry_after, 0, 3600}},
      {"jobs.tries", Whole{&Settings::jobs_tries, 1, 100}},
  };
  return all;
}

const Key* key_named(std::string_view name) {
  const auto found = std::ranges::find(keys(), name, &Key::name);
  return found == keys().end() ? nullptr : &*found;
}

std::string environment_name(const Key& key) {
  std::string out = "LIEM_";
  for (const char c : key.name) {
    const auto letter = static_cast<unsigned char>(c);
    out += std::isalnum(letter) != 0 ? static_cast<char>(std::toupper(letter)) : '_';
  }
  return out;
}

std::string option_name(std::string_view key) {
  return "--" + std::string(key.substr(key.rfind('.') + 1));
}

std::string written(const Key& key, const Settings& settings) {
  return std::visit(
      Overloaded{[&](const Text& text) { return settings.*text.member; },
                 [&](const Whole& whole) { return std::to_string(settings.*whole.member); },
                 [&](const Choice& choice) { return settings.*choice.member; },
                 [&](const Texts& texts) {
                   return fmt::format("{}", fmt::join(settings.*texts.member, ","));
                 }},
      key.holds);
}

std::string bounds(const Key& key) {
  if (const auto* whole = std::get_if<Whole>(&key.holds)) {
    return fmt::format("{}–{}", whole->least, whole->most);
  }
  if (const auto* choice = std::get_if<Choice>(&key.holds)) {
    return fmt::format("{}", fmt::join(choice->among, " | "));
  }
  return {};
}

}  // namespace liem::settings
