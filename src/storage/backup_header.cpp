#include "storage/backup_header.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace liem::storage {
namespace {

namespace json = boost::json;

constexpr std::int64_t form = 1;  // grows where an older program could not read it

std::optional<std::int64_t> number(const json::object& object, const char* key) {
  const auto* value = object.if_contains(key);
  if (value == nullptr || !value->is_int64()) return std::nullopt;
  return value->get_int64();
}

std::optional<std::string> text(const json::object& object, const char* key) {
  const auto* value = object.if_contains(key);
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return std::string(value->get_string().c_str(), value->get_string().size());
}

std::optional<std::vector<BackupHeader::Step>> steps(const json::object& object) {
  const auto* list = object.if_contains("schema");
  if (list == nullptr || !list->is_array()) return std::nullopt;
  std::vector<BackupHeader::Step> out;
  for (const auto& one : list->get_array()) {
    if (!one.is_object()) return std::nullopt;
    auto name = text(one.get_object(), "name"), sha256 = text(one.get_object(), "sha256");
    if (!name || !sha256) return std::nullopt;
    out.push_back({std::move(*name), std::move(*sha256)});
  }
  return out;
}

}  // namespace

std::string text_of(const BackupHeader& header) {
  json::array schema;
  for (const auto& step : header.schema) {
    schema.push_back(json::object{{"name", step.name}, {"sha256", step.sha256}});
  }
  return json::serialize(json::object{{"form", form},
                                      {"taken", seconds_of(header.taken)},
                                      {"program", header.program},
                                      {"rows", header.rows},
                                      {"files", header.files},
                                      {"schema", std::move(schema)}}) +
         "\n";
}

std::optional<BackupHeader> header_from(std::string_view bytes) {
  json::error_code wrong;
  const auto value = json::parse(json::string_view(bytes.data(), bytes.size()), wrong);
  if (wrong || !value.is_object()) return std::nullopt;
  const auto& object = value.get_object();
  if (number(object, "form") != form) return std::nullopt;
  const auto taken = number(object, "taken"), rows = number(object, "rows"),
             files = number(object, "files");
  auto program = text(object, "program");
  auto schema = steps(object);
  if (!taken || !rows || !files || !program || !schema) return std::nullopt;
  return BackupHeader{time_of(*taken), std::move(*program), static_cast<std::uint64_t>(*rows),
                      static_cast<std::uint64_t>(*files), std::move(*schema)};
}

}  // namespace liem::storage
