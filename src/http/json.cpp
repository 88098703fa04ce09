#include "http/json.h"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <boost/json/serializer.hpp>
#include <boost/json/stream_parser.hpp>

#include "assessment/digest.h"
#include "http/errors.h"
#include "ledger/export.h"

namespace liem::http {
namespace json = boost::json;

Result<json::object> parse_object(std::string_view body) {
  json::stream_parser parser;  // its default depth of 32 is plenty for our bodies
  json::error_code failed;
  const auto used = parser.write_some(body.data(), body.size(), failed);
  if (!failed && used < body.size()) failed = json::error::extra_data;
  if (!failed) parser.finish(failed);
  if (failed) {
    return fail(errors::bad_json, {{"offset", std::to_string(used)}, {"reason", failed.message()}});
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

Result<std::optional<Date>> day_or_nothing(const json::object& object, std::string_view field) {
  const auto text = text_or_nothing(object, field, 10);
  if (!text) return std::unexpected(text.error());
  if (!*text) return std::nullopt;
  const auto day = parse_iso_date(**text);
  if (!day) return bad_field(std::string(field), "2026-01-31");
  return day;
}

std::unexpected<Error> bad_field(std::string field, std::string wanted) {
  return fail(errors::bad_field, {{"field", std::move(field)}, {"wanted", std::move(wanted)}});
}

Result<std::optional<std::string>> text_or_nothing(const json::object& object,
                                                   std::string_view field, std::size_t longest) {
  const auto* value = object.if_contains({field.data(), field.size()});
  if (value == nullptr || value->is_null()) return std::nullopt;
  auto text = text_field(object, field, longest);
  if (!text) return std::unexpected(text.error());
  return std::move(*text);
}

Result<std::vector<std::string>> texts_field(const json::object& object, std::string_view field,
                                             std::size_t most) {
  const auto* value = object.if_contains({field.data(), field.size()});
  const bool fits = value != nullptr && value->is_array() && !value->as_array().empty() &&
                    value->as_array().size() <= most;
  if (!fits) return bad_field(std::string(field), "array, 1.." + std::to_string(most));
  std::vector<std::string> out;
  for (const auto& one : value->as_array()) {
    if (!one.is_string() || one.as_string().empty()) return bad_field(std::string(field), "string");
    out.emplace_back(one.as_string());
  }
  return out;
}

Result<void> only_fields(const json::object& object, std::span<const std::string_view> known) {
  for (const auto& [name, value] : object) {
    if (std::ranges::find(known, std::string_view(name)) != known.end()) continue;
    std::string wanted;
    for (const auto field : known) wanted.append(wanted.empty() ? "" : ", ").append(field);
    return fail(errors::bad_field, {{"field", std::string(name)}, {"wanted", wanted}});
  }
  return {};
}

namespace {

// As json::serialize, which fills with zeros first what it is going to write.
std::string text_of(const json::value& value) {
  std::string out;
  std::array<char, std::size_t{16} << 10> block;
  json::serializer serializer;
  serializer.reset(&value);
  while (!serializer.done()) {
    const std::string_view piece = serializer.read(block.data(), block.size());
    if (!serializer.done()) out.reserve(4 * (out.size() + piece.size()));
    out += piece;
  }
  return out;
}

}  // namespace

Response json_answer(const json::value& value) { return json_response(text_of(value)); }

std::string tag_of(const json::value& representation) {
  const auto* object = representation.if_object();
  const auto* own = object == nullptr ? nullptr : object->if_contains("etag");
  if (own != nullptr && own->is_string()) return std::string(own->as_string());
  constexpr std::size_t digits = 32;
  return "\"" + assessment::sha256_of(json::serialize(representation)).substr(0, digits) + "\"";
}

Response tagged_answer(const json::value& value) {
  Response response = json_answer(value);
  response.fields.emplace_back("ETag", tag_of(value));
  return response;
}

json::object to_json(const Words& words) { return {{"vi", words.vi}, {"en", words.en}}; }

json::object person_json(std::string_view account, std::string_view name) {
  const auto text = [](std::string_view words) { return json::string(words.data(), words.size()); };
  return {{"account", text(account)}, {"name", text(name)}};
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

json::object to_json(const assessment::Round& round) {
  return {{"id", round.id},         {"title", to_json(round.title)},
          {"year", round.year},     {"from", to_iso(round.from)},
          {"to", to_iso(round.to)}, {"set", to_json(round.set)}};
}

json::value text_or_null(const std::optional<std::string>& text) {
  return text ? json::value(*text) : json::value(nullptr);
}

json::value filled_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value date_or_null(const std::optional<Date>& date) {
  return date ? json::value(to_iso(*date)) : json::value(nullptr);
}

json::value time_or_null(const std::optional<std::chrono::sys_seconds>& time) {
  return time ? json::value(time_text(*time)) : json::value(nullptr);
}

json::value decimal_or_null(const std::optional<Decimal>& number) {
  return number ? json::value(number->to_string()) : json::value(nullptr);
}

std::string time_text(std::chrono::sys_seconds time) { return ledger::time_text(time); }

json::array to_json(const text::Span& span) { return {span.begin, span.end}; }

namespace {

json::value file_or_null(const std::optional<assessment::AttachedFile>& file) {
  if (!file) return nullptr;
  return json::object{{"name", file->name}, {"bytes", file->size}, {"sha256", file->sha256}};
}

}  // namespace

json::array to_json(const std::vector<assessment::Evidence>& evidence,
                    const std::vector<std::optional<text::Span>>& cited) {
  LIEM_CHECK(evidence.size() == cited.size());
  json::array out;
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    const auto& document = evidence[i];
    out.push_back(
        json::object{{"index", i + 1},
                     {"type", document.type},
                     {"number", text_or_null(document.number)},
                     {"date", date_or_null(document.date)},
                     {"issuer", text_or_null(document.issuer)},
                     {"title", document.title},
                     {"cited", cited[i] ? json::value(to_json(*cited[i])) : json::value(nullptr)},
                     {"file", file_or_null(document.file)}});
  }
  return out;
}

}  // namespace liem::http
