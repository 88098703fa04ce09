// What an installation may set. Every key stands in keys() once, with its default and its bounds;
// its meaning is the message "settings.meaning.<key>" in both languages.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace liem::settings {

struct Settings {
  std::string data;
  std::string database;
  std::string listen = "127.0.0.1:8080";
  int threads = 0;  // 0: one for each processor
  std::string province;
  std::string web;
  std::string certificate, key;
  std::string package_key;
  std::vector<std::string> trusted_proxies;
  int connections = 10'000;
  int connections_per_address = 256;
  int session_idle = 120;    // minutes
  int session_longest = 12;  // hours
  std::string openid_issuer, openid_client, openid_secret, openid_address, openid_authorities;
  std::string mail_host, mail_security = "starttls", mail_user, mail_password, mail_sender;
  std::string mail_page_address, mail_authorities;
  std::string sheets_key;
  int mail_port = 587;
  std::string log_form = "words";
  std::string log_requests = "no";
  std::vector<std::string> metrics_networks;
  int jobs_threads = 0;  // 0: as many as there is room for
  int jobs_lease = 30, jobs_retry_after = 2, jobs_tries = 3;
};

struct Text {
  std::string Settings::* member;
};
struct Whole {
  int Settings::* member;
  int least, most;
};
struct Choice {
  std::string Settings::* member;
  std::vector<std::string_view> among;
};
struct Texts {  // a list; from the environment and the command line divided by commas
  std::vector<std::string> Settings::* member;
};

enum class Secrecy { open, secret };

struct Key {
  std::string_view name;  // "server.threads": in the file, `server: {threads: 4}`
  std::variant<Text, Whole, Choice, Texts> holds;
  Secrecy secrecy = Secrecy::open;
};

std::span<const Key> keys();
const Key* key_named(std::string_view name);

// "server.threads" is LIEM_SERVER_THREADS.
std::string environment_name(const Key& key);
// "server.threads" is --threads.
std::string option_name(std::string_view key);
// The value as it would be written; lists divided by commas.
std::string written(const Key& key, const Settings& settings);
// "1–256", "text | json"; empty where anything goes.
std::string bounds(const Key& key);

}  // namespace liem::settings
