// Where two of a province's packages of one round say different things.
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <map>

#include "assessment/package_json.h"
#include "assessment/package_round.h"

namespace liem::assessment {
namespace {

namespace json = boost::json;

constexpr std::size_t longest_shown = 120;  // bytes of a value

// What names an element of a list to people; empty where nothing does.
std::string name_of_element(const json::value& value) {
  const auto* object = value.if_object();
  if (object == nullptr) return "";
  for (const auto* key : {"id", "unit", "code", "item", "title"}) {
    const auto* found = object->if_contains(key);
    if (found != nullptr && found->is_string()) return std::string(found->get_string());
  }
  return "";
}

class Differences {
 public:
  explicit Differences(std::size_t most) : most_(most) {}
  void values(const std::string& where, const json::value* before, const json::value* after);
  std::vector<PackageDifference> found() && { return std::move(found_); }

 private:
  using Elements = std::map<std::string, const json::value*>;
  void objects(const std::string& where, const json::object& before, const json::object& after);
  static Elements elements_of(const json::array& list);

  std::size_t most_;
  std::vector<PackageDifference> found_;
};

std::string shown(const json::value* value) {
  if (value == nullptr || value->is_null()) return "";
  if (const auto* text = value->if_string()) return std::string(*text);
  auto out = json::serialize(*value);
  return out.size() <= longest_shown ? out : "…";
}

// By name, or by place where they have none, or where two have the same.
Differences::Elements Differences::elements_of(const json::array& list) {
  Elements out;
  for (std::size_t at = 0; at < list.size(); ++at) {
    auto name = name_of_element(list[at]);
    if (name.empty() || out.contains(name)) name += "[" + std::to_string(at + 1) + "]";
    out.emplace(std::move(name), &list[at]);
  }
  return out;
}

void Differences::objects(const std::string& where, const json::object& before,
                          const json::object& after) {
  for (const auto& [key, value] : after) {
    values(where + "/" + std::string(key), before.if_contains(key), &value);
  }
  for (const auto& [key, value] : before) {
    if (!after.contains(key)) values(where + "/" + std::string(key), &value, nullptr);
  }
}

void Differences::values(const std::string& where, const json::value* before,
                         const json::value* after) {
  if (found_.size() >= most_) return;
  if (before != nullptr && after != nullptr) {
    if (*before == *after) return;
    if (before->is_object() && after->is_object()) {
      return objects(where, before->get_object(), after->get_object());
    }
    if (before->is_array() && after->is_array()) {
      const auto old = elements_of(before->get_array()), now = elements_of(after->get_array());
      for (const auto& [name, value] : now) {
        const auto was = old.find(name);
        values(where + "/" + name, was == old.end() ? nullptr : was->second, value);
      }
      for (const auto& [name, value] : old) {
        if (!now.contains(name)) values(where + "/" + name, value, nullptr);
      }
      return;
    }
  }
  found_.push_back({where.empty() ? where : where.substr(1), shown(before), shown(after)});
}

}  // namespace

std::vector<PackageDifference> package_differences(std::string_view before, std::string_view after,
                                                   std::size_t most) {
  const auto old = package_object(before), now = package_object(after);
  if (!old || !now) return {};
  const json::value old_value(*old), now_value(*now);
  Differences out(most);
  out.values("", &old_value, &now_value);
  return std::move(out).found();
}

}  // namespace liem::assessment
