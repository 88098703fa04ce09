#include "fuzz/data.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/utf8.h"

namespace liem::fuzz {

std::string path_of(const std::string& path) { return LIEM_SOURCE_DIR "/" + path; }

std::string file_text(const std::string& path) {
  std::ifstream in(path_of(path), std::ios::binary);
  LIEM_CHECK(in.good());
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

const Catalogue& words() {
  static const Catalogue catalogue = [] {
    const std::string folder = "data/locales/messages/";
    Catalogue loading;
    for (const auto& entry : std::filesystem::directory_iterator(LIEM_SOURCE_DIR "/" + folder)) {
      const std::string name = entry.path().filename();
      LIEM_CHECK(loading.add(file_text(folder + name), name).has_value());
    }
    return loading;
  }();
  return catalogue;
}

namespace {

// Whether every {name} of the template is among the arguments; an example of YAML is no name.
bool is_filled(std::string_view text, const Args& args) {
  for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    const auto close = text.find('}', open);
    if (close == text.npos) return true;
    const auto name = text.substr(open + 1, close - open - 1);
    bool found = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") != name.npos;
    for (const auto& arg : args) found = found || arg.first == name;
    if (!found) return false;
  }
  return true;
}

}  // namespace

void check_words(const Message& message) {
  const auto found = words().templates().find(message.id);
  LIEM_CHECK(found != words().templates().end());
  for (const auto& [name, value] : message.args)
    LIEM_CHECK(utf8::find_invalid(value) == std::string_view::npos);
  LIEM_CHECK(is_filled(found->second.vi, message.args));
  LIEM_CHECK(is_filled(found->second.en, message.args));
}

}  // namespace liem::fuzz
