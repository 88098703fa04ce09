#include "accounts/strict_json.h"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>
#include <set>
#include <string>
#include <vector>

namespace liem::accounts {
namespace {

namespace json = boost::json;

json::parse_options strict() {
  json::parse_options options;
  options.max_depth = 16;
  return options;
}

// Stops at the first member that its object has already. The names are those the parser asks for.
struct MemberWatch {
  using Failed = json::error_code;
  static constexpr std::size_t max_array_size = -1, max_object_size = -1, max_string_size = -1,
                               max_key_size = -1;
  std::vector<std::set<std::string>> objects;
  std::string part;

  bool on_document_begin(Failed&) { return true; }
  bool on_document_end(Failed&) { return true; }
  bool on_object_begin(Failed&) {
    objects.emplace_back();
    return true;
  }
  bool on_object_end(std::size_t, Failed&) {
    objects.pop_back();
    return true;
  }
  bool on_array_begin(Failed&) { return true; }
  bool on_array_end(std::size_t, Failed&) { return true; }
  bool on_key_part(json::string_view text, std::size_t, Failed&) {
    part += text;
    return true;
  }
  bool on_key(json::string_view text, std::size_t, Failed& failed) {
    part += text;
    const bool first = objects.back().insert(std::exchange(part, {})).second;
    if (!first) failed = json::error::syntax;
    return first;
  }
  bool on_string_part(json::string_view, std::size_t, Failed&) { return true; }
  bool on_string(json::string_view, std::size_t, Failed&) { return true; }
  bool on_number_part(json::string_view, Failed&) { return true; }
  bool on_int64(std::int64_t, json::string_view, Failed&) { return true; }
  bool on_uint64(std::uint64_t, json::string_view, Failed&) { return true; }
  bool on_double(double, json::string_view, Failed&) { return true; }
  bool on_bool(bool, Failed&) { return true; }
  bool on_null(Failed&) { return true; }
  bool on_comment_part(json::string_view, Failed&) { return true; }
  bool on_comment(json::string_view, Failed&) { return true; }
};

bool has_no_double(std::string_view text) {
  json::basic_parser<MemberWatch> parser(strict());
  json::error_code failed;
  const auto read = parser.write_some(false, text.data(), text.size(), failed);
  return !failed && read == text.size();
}

}  // namespace

std::optional<json::object> strict_object(std::string_view text) {
  if (!has_no_double(text)) return std::nullopt;
  json::error_code failed;
  auto value = json::parse({text.data(), text.size()}, failed, {}, strict());
  if (failed || !value.is_object()) return std::nullopt;
  return std::move(value.as_object());
}

std::optional<std::string_view> text_member(const json::object& object, std::string_view name) {
  const auto* const value = object.if_contains({name.data(), name.size()});
  if (value == nullptr || !value->is_string()) return std::nullopt;
  const auto& text = value->as_string();
  return std::string_view(text.data(), text.size());
}

}  // namespace liem::accounts
