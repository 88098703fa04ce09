#include "settings/sources.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/loading.h"

namespace liem::settings {
namespace {

constexpr std::string_view file_suffix = "_file";

std::vector<std::string> divided(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto comma = std::min(text.find(','), text.size());
    if (comma > 0) out.emplace_back(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return out;
}

std::string known_keys() {
  std::vector<std::string> names;
  for (const Key& key : keys()) {
    names.emplace_back(key.name);
    if (key.secrecy == Secrecy::secret) names.back() += file_suffix;
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

class Gathering {
 public:
  explicit Gathering(const Sources& sources) : sources_(sources) {}

  std::expected<Held, Problems> all() {
    if (sources_.file) take_file(*sources_.file);
    for (const Key& key : keys()) take_environment(key);
    for (const auto& [name, value] : sources_.command_line) {
      const Key* key = key_named(name);
      LIEM_CHECK(key != nullptr && key->secrecy == Secrecy::open);  // options are ours to declare
      set(*key, value, {Origin::command_line, option_name(name)});
    }
    if (!loading_.clean()) return std::unexpected(std::move(loading_).problems());
    return std::move(held_);
  }

 private:
  void refuse(ErrorCode code, const Key& key, const Source& source, Args args = {}) {
    args.insert(args.begin(), {{"place", source.place}, {"key", std::string(key.name)}});
    loading_.note(fail(code, std::move(args)).error());
  }

  void set(const Key& key, const std::string& value, Source source) {
    if (put(key, value, source)) held_.from[key.name] = std::move(source);
  }

  bool put(const Key& key, const std::string& value, const Source& source) {
    Settings& settings = held_.values;
    if (const auto* text = std::get_if<Text>(&key.holds)) {
      settings.*text->member = value;
    } else if (const auto* texts = std::get_if<Texts>(&key.holds)) {
      settings.*texts->member = divided(value);
    } else if (const auto* choice = std::get_if<Choice>(&key.holds)) {
      if (std::ranges::find(choice->among, value) == choice->among.end()) {
        refuse(errors::not_among, key, source, {{"given", value}, {"among", bounds(key)}});
        return false;
      }
      settings.*choice->member = value;
    } else {
      return put_whole(key, std::get<Whole>(key.holds), value, source);
    }
    return true;
  }

  bool put_whole(const Key& key, const Whole& whole, const std::string& value,
                 const Source& source) {
    int number = 0;
    const char* const end = value.data() + value.size();
    const auto [stop, problem] = std::from_chars(value.data(), end, number);
    if (problem == std::errc::invalid_argument || stop != end) {
      refuse(errors::not_whole, key, source, {{"given", value}});
    } else if (problem != std::errc{} || number < whole.least || number > whole.most) {
      refuse(errors::out_of_bounds, key, source, {{"given", value}, {"bounds", bounds(key)}});
    } else {
      held_.values.*whole.member = number;
      return true;
    }
    return false;
  }

  void take_environment(const Key& key) {
    const auto name = environment_name(key);
    const auto value = sources_.environment(name);
    if (value) set(key, *value, {Origin::environment, name});
    if (key.secrecy == Secrecy::open) return;
    const auto path = sources_.environment(name + "_FILE");
    if (value && path) {
      refuse(errors::two_secrets, key, {Origin::environment, name});
    } else if (path) {
      take_secret(key, *path);
    }
  }

  void take_secret(const Key& key, const std::string& path) {
    if (const auto secret = loading_.take(sources_.secret(path))) {
      set(key, *secret, {Origin::secret_file, path});
    }
  }

  void take_file(const Sources::File& file) {
    const auto root = loading_.take(yaml::parse(file.text, file.name));
    const bool empty = root && !root->is_map() && !root->is_list() && !root->is_scalar();
    if (root && !empty) take_map(*root, "");
  }

  void take_map(const yaml::Node& map, const std::string& prefix) {
    const auto entries = loading_.take(map.entries());
    if (!entries) return;
    for (const auto& [name, node] : *entries) {
      const auto full = prefix + name;
      if (const Key* key = key_named(full)) {
        take_value(*key, node);
      } else if (node.is_map() && is_group(full)) {
        take_map(node, full + ".");
      } else if (!take_secret_path(full, node)) {
        loading_.note(node.error(errors::unknown_key, {{"key", full}, {"known", known_keys()}}));
      }
    }
  }

  static bool is_group(const std::string& name) {
    return std::ranges::any_of(keys(),
                               [&](const Key& key) { return key.name.starts_with(name + "."); });
  }

  bool take_secret_path(const std::string& name, const yaml::Node& node) {
    if (!name.ends_with(file_suffix)) return false;
    const Key* key = key_named(name.substr(0, name.size() - file_suffix.size()));
    if (key == nullptr || key->secrecy == Secrecy::open) return false;
    if (const auto path = loading_.take(node.text())) take_secret(*key, *path);
    return true;
  }

  void take_value(const Key& key, const yaml::Node& node) {
    const Source source{Origin::file, fmt::format("{}:{}", node.file(), node.line())};
    if (key.secrecy == Secrecy::secret) return refuse(errors::secret_in_file, key, source);
    const auto* texts = std::get_if<Texts>(&key.holds);
    if (texts == nullptr) {
      if (const auto value = loading_.take(node.text())) set(key, *value, source);
      return;
    }
    if (!node.is_list()) return refuse(errors::wanted_list, key, source);
    const auto items = loading_.take(node.items());
    if (!items) return;
    std::vector<std::string> values;
    for (const auto& item : *items) {
      if (auto value = loading_.take(item.text())) values.push_back(std::move(*value));
    }
    held_.values.*texts->member = std::move(values);
    held_.from[key.name] = source;
  }

  const Sources& sources_;
  Loading loading_;
  Held held_;
};

}  // namespace

std::expected<Held, Problems> load(const Sources& sources) { return Gathering(sources).all(); }

}  // namespace liem::settings
