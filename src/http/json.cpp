#include "http/json.h"

#include <boost/json/stream_parser.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

#include "http/errors.h"

namespace liem::http {
namespace json = boost::json;

Result<json::object> parse_object(std::string_view body) {
  json::stream_parser parser;  // its default depth of 32 is plenty for our bodies
  json::error_code failed;
  const auto used = parser.write_some(body.data(), body.size(), failed);
  if (!failed && used < body.size()) failed = json::error::extra_data;
  if (!failed) parser.finish(failed);
  if (failed) {
    return fail(errors::bad_json,
                {{"offset", std::to_string(used)}, {"reason", failed.message()}});
  }
  json::value value = parser.release();
  if (!value.is_object()) return fail(errors::bad_field, {{"field", "/"}, {"wanted", "object"}});
  return std::move(value.as_object());
}

Result<std::string> text_field(const json::object& object, std::string_view field,
                               std::size_t longest) {
  const auto* value = object.if_contains({field.data(), field.size()});
  if (value == nullptr || !value->is_string() || value->as_string().empty() ||
      value->as_string().size() > longest) {
    return fail(errors::bad_field, {{"field", std::string(field)},
                                    {"wanted", "string, 1.." + std::to_string(longest)}});
  }
  return std::string(value->as_string());
}

Result<void> only_fields(const json::object& object,
                         std::initializer_list<std::string_view> known) {
  for (const auto& [name, value] : object) {
    if (std::ranges::find(known, std::string_view(name)) != known.end()) continue;
    std::string wanted;
    for (const auto field : known) wanted.append(wanted.empty() ? "" : ", ").append(field);
    return fail(errors::bad_field, {{"field", std::string(name)}, {"wanted", wanted}});
  }
  return {};
}

Response json_answer(const json::value& value) { return json_response(json::serialize(value)); }

json::object to_json(const organisation::Words& words) {
  return {{"vi", words.vi}, {"en", words.en}};
}

json::object unit_reference(const organisation::Unit& unit) {
  return {{"id", unit.id}, {"name", to_json(unit.name)}};
}

json::object to_json(const assessment::SetReference& set) {
  return {{"id", set.id},
          {"version", set.version},
          {"sha256", set.sha256},
          {"title", to_json(set.title)}};
}

}  // namespace liem::http
