#include "assessment/round_law.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "assessment/digest.h"

namespace liem::assessment {
namespace {

namespace json = boost::json;

// Nothing where the value is no {name, text}.
std::optional<NamedFile> file_of(const json::value& value) {
  const auto* object = value.if_object();
  if (object == nullptr) return std::nullopt;
  const auto* name = object->if_contains("name");
  const auto* text = object->if_contains("text");
  if (name == nullptr || text == nullptr || !name->is_string() || !text->is_string()) {
    return std::nullopt;
  }
  return NamedFile{std::string(name->get_string()), std::string(text->get_string())};
}

}  // namespace

std::string packed(std::span<const NamedFile> law) {
  json::array out;
  for (const auto& file : law) {
    out.push_back(json::object{{"name", file.name}, {"text", file.bytes}});
  }
  return json::serialize(out);
}

std::expected<law::Parameters, Problems> unpacked_law(std::string_view bytes) {
  const auto unreadable = std::unexpected(
      Problems{fail(errors::law_unreadable, {{"sha256", sha256_of(bytes)}}).error()});
  boost::system::error_code broken;
  const auto root = json::parse({bytes.data(), bytes.size()}, broken);
  if (broken || !root.is_array()) return unreadable;
  std::vector<NamedFile> files;
  for (const auto& value : root.get_array()) {
    auto file = file_of(value);
    if (!file) return unreadable;
    files.push_back(std::move(*file));
  }
  auto law = law::load_law(files);
  if (!law) return std::unexpected(std::move(law.error()));
  return std::move(law->parameters);
}

std::expected<indicators::IndicatorSet, Problems> load_round_set(
    const NamedFile& set, const figures::ItemCatalogue& items, std::span<const NamedFile> law,
    const Date& last_day) {
  law::Parameters parameters;
  if (!law.empty()) {
    auto loaded = law::load_law(law);
    if (!loaded) return std::unexpected(std::move(loaded.error()));
    parameters = std::move(loaded->parameters);
  }
  return indicators::load_set(set.bytes, set.name, items, sha256_of(set.bytes), parameters,
                              last_day);
}

std::optional<Content> law_content(const indicators::IndicatorSet& set,
                                   std::span<const NamedFile> law) {
  if (!indicators::rests_on_law(set)) return std::nullopt;
  return content_of(packed(law));
}

}  // namespace liem::assessment
