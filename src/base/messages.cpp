#include "base/messages.h"

#include <algorithm>
#include <optional>

#include "base/yaml.h"

namespace liem {
namespace {

using Templates = std::map<std::string, Catalogue::Template, std::less<>>;

const std::string& in(Locale locale, const Catalogue::Template& words) {
  return locale == Locale::vi ? words.vi : words.en;
}

// Each of the ids between commas by its word in the list.
std::string words_of(std::string_view list, std::string_view ids, const Templates& templates,
                     Locale locale) {
  constexpr std::string_view comma = ", ";
  std::string out;
  while (true) {
    const auto end = ids.find(comma);
    const std::string id(ids.substr(0, end));
    const auto words = templates.find(std::string(list) + "." + id);
    out += words == templates.end() ? id : in(locale, words->second);
    if (end == ids.npos) return out;
    out += comma;
    ids.remove_prefix(end + comma.size());
  }
}

// What stands for {name}, {name:list} or {name|one|many}; nothing where no argument has that name.
std::optional<std::string> value_of(std::string_view hole, const Args& args,
                                    const Templates& templates, Locale locale) {
  const auto mark = hole.find_first_of(":|");
  const Args::value_type* found = nullptr;
  for (const auto& arg : args) {
    if (arg.first == hole.substr(0, mark)) found = &arg;
  }
  if (found == nullptr) return std::nullopt;
  if (mark == hole.npos) return found->second;
  const auto more = hole.substr(mark + 1);
  if (hole[mark] == ':') return words_of(more, found->second, templates, locale);
  const auto bar = std::min(more.find('|'), more.size());
  return std::string(found->second == "1" ? more.substr(0, bar)
                                          : more.substr(std::min(bar + 1, more.size())));
}

std::string fill(std::string_view text, const Args& args, const Templates& templates,
                 Locale locale) {
  std::string out;
  while (!text.empty()) {
    const auto open = text.find('{');
    const auto close = open == text.npos ? text.npos : text.find('}', open);
    if (close == text.npos) break;
    out += text.substr(0, open);
    const auto name = text.substr(open + 1, close - open - 1);
    const auto value = value_of(name, args, templates, locale);
    out += value ? std::string_view(*value) : text.substr(open, close - open + 1);
    text.remove_prefix(close + 1);
  }
  return out.append(text);
}

}  // namespace

Result<void> Catalogue::add(std::string_view yaml, std::string_view file) {
  auto root = yaml::parse(yaml, file);
  if (!root) return std::unexpected(root.error());
  auto entries = root->entries();
  if (!entries) return std::unexpected(entries.error());
  for (const auto& [id, node] : *entries) {
    const auto vi = node.text_at("vi");
    const auto en = node.text_at("en");
    if (!vi) return std::unexpected(vi.error());
    if (!en) return std::unexpected(en.error());
    if (!templates_.emplace(id, Template{*vi, *en}).second) {
      return std::unexpected(node.error(yaml::errors::repeated_key, {{"key", id}}));
    }
  }
  return {};
}

std::string Catalogue::render(const Message& message, Locale locale) const {
  const auto found = templates_.find(message.id);
  if (found == templates_.end()) {
    std::string out = message.id;
    for (const auto& [name, value] : message.args) out += " " + name + "=" + value;
    return out;
  }
  return fill(in(locale, found->second), message.args, templates_, locale);
}

}  // namespace liem
