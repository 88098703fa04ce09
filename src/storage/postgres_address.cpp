#include "storage/postgres_address.h"

#include <libpq-fe.h>

#include <memory>

#include "storage/errors.h"

namespace liem::storage {
namespace {

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

// A cut network must be seen within seconds; where the address says otherwise, that holds.
const std::vector<std::pair<std::string, std::string>> ordinary_settings{
    {"connect_timeout", "5"},     {"keepalives_idle", "10"},     {"keepalives_interval", "5"},
    {"keepalives_count", "3"},    {"tcp_user_timeout", "15000"},  // milliseconds
    {"application_name", "liem"},
};

class Settings {
 public:
  explicit Settings(std::vector<std::pair<std::string, std::string>>& all) : all_(all) {}
  std::string operator[](std::string_view key) const {
    for (const auto& [name, value] : all_) {
      if (name == key) return value;
    }
    return "";
  }
  void set(const std::string& key, const std::string& value) {
    std::erase_if(all_, [&](const auto& setting) { return setting.first == key; });
    all_.emplace_back(key, value);
  }

 private:
  std::vector<std::pair<std::string, std::string>>& all_;
};

std::string shown(const Settings& settings) {
  std::string out = "postgresql://";
  if (!settings["user"].empty()) out += settings["user"] + "@";
  const bool socket = settings["host"].starts_with('/');
  if (!socket) out += settings["host"];
  if (!socket && !settings["port"].empty()) out += ":" + settings["port"];
  out += "/" + settings["dbname"];
  if (socket) out += "?host=" + settings["host"];
  return out;
}

}  // namespace

Result<PostgresAddress> PostgresAddress::parse(const std::string& text) {
  const bool scheme = text.starts_with("postgresql://") || text.starts_with("postgres://");
  char* reason = nullptr;  // repeats the text, so it is not shown
  const std::unique_ptr<PQconninfoOption, FreeOptions> options(
      scheme ? PQconninfoParse(text.c_str(), &reason) : nullptr);
  PQfreemem(reason);
  if (!options) return fail(errors::bad_address);
  PostgresAddress address;
  for (const auto* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->val != nullptr) address.settings.emplace_back(option->keyword, option->val);
  }
  Settings settings(address.settings);
  for (const auto& [key, value] : ordinary_settings) {
    if (settings[key].empty()) settings.set(key, value);
  }
  settings.set("client_encoding", "UTF8");
  address.name = shown(settings);
  return address;
}

}  // namespace liem::storage
