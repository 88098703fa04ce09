#include <fmt/format.h>

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "liem/commands.h"
#include "liem/settings_source.h"
#include "liem/shipped.h"
#include "storage/open_store.h"

namespace liem::app {
namespace {

namespace json = boost::json;
using settings::Key;

struct ShownSettings {
  std::shared_ptr<SettingsOptions> source = std::make_shared<SettingsOptions>();
  std::string format = "text";
};

constexpr std::string_view hidden = "***";

std::string shown(const Key& key, const settings::Settings& values) {
  auto value = settings::written(key, values);
  if (value.empty()) return value;
  // The address may hold a password.
  if (key.name == "database") return storage::shown({values.data, values.database});
  return key.secrecy == settings::Secrecy::secret ? std::string(hidden) : value;
}

std::string_view name_of(settings::Origin origin) {
  constexpr std::array names{"built_in", "file", "environment", "secret_file", "command_line"};
  return names[static_cast<std::size_t>(origin)];
}

settings::Source source_of(const Key& key, const settings::Held& held) {
  const auto found = held.from.find(key.name);
  return found == held.from.end() ? settings::Source{} : found->second;
}

void print_text(const Context& context, const settings::Held& held) {
  const auto say = [&](std::string id, Args args = {}) {
    return context.catalogue.render({std::move(id), std::move(args)}, context.locale);
  };
  for (const Key& key : settings::keys()) {
    const auto source = source_of(key, held);
    const auto origin =
        say(fmt::format("settings.origin.{}", name_of(source.origin)), {{"place", source.place}});
    fmt::print("{} = {}  ({})\n", key.name, shown(key, held.values), origin);
    fmt::print("    {}\n", say(fmt::format("settings.meaning.{}", key.name)));
    if (const auto bounds = settings::bounds(key); !bounds.empty()) {
      fmt::print("    {}\n", say("settings.bounds", {{"bounds", bounds}}));
    }
  }
}

void print_json(const settings::Held& held) {
  json::array out;
  for (const Key& key : settings::keys()) {
    const auto source = source_of(key, held);
    out.push_back(json::object{{"key", key.name},
                               {"value", shown(key, held.values)},
                               {"origin", name_of(source.origin)},
                               {"place", source.place},
                               {"environment", settings::environment_name(key)},
                               {"bounds", settings::bounds(key)},
                               {"secret", key.secrecy == settings::Secrecy::secret}});
  }
  fmt::print("{}\n", json::serialize(out));
}

}  // namespace

void add_settings_command(CLI::App& root, Run& run) {
  auto options = std::make_shared<ShownSettings>();
  auto* command = root.add_subcommand("settings", "print what every setting holds and from where");
  add_settings(*command, options->source, {});
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([&run, options] {
    run = [options](const Context& context) {
      const auto held = load_settings(*options->source);
      if (!held) return refuse(context, held.error());
      if (options->format == "json")
        print_json(*held);
      else
        print_text(context, *held);
      return 0;
    };
  });
}

}  // namespace liem::app
