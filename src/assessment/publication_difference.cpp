#include "assessment/publication_difference.h"

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <map>

namespace liem::assessment {
namespace {

namespace json = boost::json;
using Of = PublicationChange::Of;

constexpr std::array<std::string_view, 3> of_names{"set", "criterion", "unit"};
constexpr std::array<std::string_view, 7> criterion_fields{
    "maximum", "self", "appraised", "submitted", "reviewed", "reason", "state"};
constexpr std::array<std::string_view, 3> set_fields{"id", "version", "sha256"};
constexpr std::array<std::string_view, 2> unit_fields{"handed_in", "rank"};

std::string text_of(const json::value* value) {
  if (value == nullptr || value->is_null()) return "";
  if (const auto* text = value->if_string()) return std::string(*text);
  if (const auto* yes = value->if_bool()) return *yes ? "true" : "false";
  if (const auto* whole = value->if_int64()) return std::to_string(*whole);
  return "";
}

std::string text_in(const json::object& object, std::string_view field) {
  return text_of(object.if_contains(field));
}

Words words_in(const json::object& object, std::string_view field) {
  const auto* words = object.if_contains(field);
  if (words == nullptr || !words->is_object()) return {};
  return {text_in(words->as_object(), "vi"), text_in(words->as_object(), "en")};
}

// The objects of a list by one of their fields; what is not there is an empty list.
std::map<std::string, const json::object*> by_field(const json::object& from, std::string_view list,
                                                    std::string_view field) {
  std::map<std::string, const json::object*> out;
  const auto* found = from.if_contains(list);
  if (found == nullptr || !found->is_array()) return out;
  for (const auto& one : found->as_array()) {
    if (one.is_object()) out.emplace(text_in(one.as_object(), field), &one.as_object());
  }
  return out;
}

class Comparison {
 public:
  void lists(Of of, const json::object& before, const json::object& after);
  template <class Fields>
  void fields(PublicationChange change, const json::object* before, const json::object* after,
              const Fields& names) {
    for (const auto name : names) {
      change.field = name;
      change.before = before == nullptr ? "" : text_in(*before, name);
      change.after = after == nullptr ? "" : text_in(*after, name);
      if (change.before != change.after) found_.push_back(change);
    }
  }
  std::vector<PublicationChange>&& found() && { return std::move(found_); }

 private:
  void pair(Of of, const json::object* before, const json::object* after);

  std::vector<PublicationChange> found_;
};

void Comparison::pair(Of of, const json::object* before, const json::object* after) {
  const json::object& known = after == nullptr ? *before : *after;
  PublicationChange change;
  change.of = of;
  if (of == Of::criterion) {
    change.id = text_in(known, "code");
    change.title = words_in(known, "title");
    fields(std::move(change), before, after, criterion_fields);
    return;
  }
  change.id = text_in(known, "id");
  change.title = words_in(known, "name");
  fields(change, before, after, unit_fields);
  const json::object none;
  const auto old_parts = by_field(before == nullptr ? none : *before, "parts", "code");
  const auto new_parts = by_field(after == nullptr ? none : *after, "parts", "code");
  auto codes = old_parts;
  codes.insert(new_parts.begin(), new_parts.end());
  for (const auto& [code, unused] : codes) {
    const auto was = old_parts.find(code), is = new_parts.find(code);
    change.part = code;
    fields(change, was == old_parts.end() ? nullptr : was->second,
           is == new_parts.end() ? nullptr : is->second, criterion_fields);
  }
}

// In the later one's order, then what is gone.
void Comparison::lists(Of of, const json::object& before, const json::object& after) {
  const std::string_view list = of == Of::unit ? "units" : "criteria";
  const std::string_view key = of == Of::unit ? "id" : "code";
  const auto was = by_field(before, list, key), is = by_field(after, list, key);
  if (const auto* all = after.if_contains(list); all != nullptr && all->is_array()) {
    for (const auto& one : all->as_array()) {
      if (!one.is_object()) continue;
      const auto old = was.find(text_in(one.as_object(), key));
      pair(of, old == was.end() ? nullptr : old->second, &one.as_object());
    }
  }
  for (const auto& [id, old] : was) {
    if (!is.contains(id)) pair(of, old, nullptr);
  }
}

Result<json::object> parsed(std::string_view document) {
  json::error_code failed;
  auto value = json::parse(json::string_view(document.data(), document.size()), failed);
  const bool known = !failed && value.is_object() &&
                     text_in(value.as_object(), "form").starts_with("liem.publication/");
  if (!known) return fail(errors::not_a_publication);
  return std::move(value.as_object());
}

const json::object& object_in(const json::object& from, std::string_view field) {
  static const json::object none;
  const auto* found = from.if_contains(field);
  return found == nullptr || !found->is_object() ? none : found->as_object();
}

}  // namespace

std::string_view name_of(PublicationChange::Of of) {
  return of_names[static_cast<std::size_t>(of)];
}

Result<std::vector<PublicationChange>> difference(std::string_view before, std::string_view after) {
  const auto was = parsed(before), is = parsed(after);
  if (!was) return std::unexpected(was.error());
  if (!is) return std::unexpected(is.error());
  Comparison compared;
  PublicationChange of_set;
  of_set.of = Of::set;
  of_set.title = words_in(object_in(*is, "set"), "title");
  compared.fields(std::move(of_set), &object_in(*was, "set"), &object_in(*is, "set"), set_fields);
  compared.lists(Of::criterion, *was, *is);
  compared.lists(Of::unit, *was, *is);
  return std::move(compared).found();
}

Result<PublicationName> name_in(std::string_view document) {
  const auto read = parsed(document);
  if (!read) return std::unexpected(read.error());
  const auto* number = read->if_contains("number");
  if (number == nullptr || !number->is_int64()) return fail(errors::not_a_publication);
  return PublicationName{text_in(object_in(*read, "province"), "id"),
                         text_in(object_in(*read, "round"), "id"),
                         static_cast<int>(number->as_int64())};
}

}  // namespace liem::assessment
