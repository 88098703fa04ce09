#include "indicators/bundle_comparison.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <optional>

#include "indicators/score_json.h"

namespace liem::indicators {
namespace {

namespace json = boost::json;

std::string plain(const json::value& value) {
  return value.is_string() ? std::string(value.get_string()) : std::string("–");
}

json::object object_of(const json::object& parent, std::string_view key) {
  const auto* found = parent.if_contains(key);
  return found != nullptr && found->is_object() ? found->get_object() : json::object();
}

json::array array_of(const json::object& parent, std::string_view key) {
  const auto* found = parent.if_contains(key);
  return found != nullptr && found->is_array() ? found->get_array() : json::array();
}

std::string readable(const json::value* value) {
  if (value == nullptr) return "–";
  return value->is_string() ? std::string(value->get_string()) : json::serialize(*value);
}

bool is_words(const json::object& object) {
  const auto* vi = object.if_contains("vi");
  const auto* en = object.if_contains("en");
  return object.size() == 2 && vi != nullptr && vi->is_string() && en != nullptr && en->is_string();
}

bool digit(char c) { return c >= '0' && c <= '9'; }

// The numbers of a sentence, one after another.
std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> out;
  bool within = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool mark = (text[i] == '.' || text[i] == ',') && i + 1 < text.size();
    const bool goes_on = within && (digit(text[i]) || (mark && digit(text[i + 1])));
    if (goes_on) {
      out.back() += text[i];
    } else if (digit(text[i])) {
      out.emplace_back(1, text[i]);
    }
    within = goes_on || digit(text[i]);
  }
  return out;
}

bool same_numbers(const json::object& stored, const json::object& now) {
  return std::ranges::all_of(std::initializer_list<std::string_view>{"vi", "en"}, [&](auto key) {
    return numbers_in(plain(stored.at(key))) == numbers_in(plain(now.at(key)));
  });
}

struct Unlike {
  std::string stored, now;
};

// The first place at which two explanations differ.
class Explanations {
 public:
  explicit Explanations(Texts texts) : texts_(texts) {}

  std::optional<Unlike> first_unlike(const json::value* stored, const json::value* now) {
    if (stored != nullptr && now != nullptr) {
      if (*stored == *now) return std::nullopt;
      if (stored->is_object() && now->is_object()) {
        return first_unlike(stored->get_object(), now->get_object());
      }
      if (stored->is_array() && now->is_array()) {
        return first_unlike(stored->get_array(), now->get_array());
      }
    }
    return Unlike{readable(stored), readable(now)};
  }
  bool reworded() const { return reworded_; }

 private:
  // What the program tells now beside what it told when the score was stored is no difference.
  std::optional<Unlike> first_unlike(const json::object& stored, const json::object& now) {
    const bool words = texts_ == Texts::changed && is_words(stored) && is_words(now);
    if (words && same_numbers(stored, now)) {
      reworded_ = true;
      return std::nullopt;
    }
    for (const auto& [key, value] : now) {
      const auto* before = stored.if_contains(key);
      if (before == nullptr) continue;
      if (auto unlike = first_unlike(before, &value)) return unlike;
    }
    for (const auto& [key, value] : stored) {
      if (!now.contains(key)) return Unlike{readable(&value), "–"};
    }
    return std::nullopt;
  }
  std::optional<Unlike> first_unlike(const json::array& stored, const json::array& now) {
    for (std::size_t i = 0; i < std::max(stored.size(), now.size()); ++i) {
      const auto* before = i < stored.size() ? &stored[i] : nullptr;
      const auto* after = i < now.size() ? &now[i] : nullptr;
      if (auto unlike = first_unlike(before, after)) return unlike;
    }
    return std::nullopt;
  }

  Texts texts_;
  bool reworded_ = false;
};

const json::value* explained(const json::array& explanations, std::string_view code) {
  for (const auto& one : explanations) {
    const auto* object = one.if_object();
    const auto* found = object == nullptr ? nullptr : object->if_contains("code");
    if (found != nullptr && plain(*found) == code) return &one;
  }
  return nullptr;
}

class Comparison {
 public:
  explicit Comparison(Texts texts) : texts_(texts) {}

  void compare_points(const json::object& stored, const json::object& now,
                      const std::string& code) {
    const auto before = object_of(stored, "points"), after = object_of(now, "points");
    for (const auto* key : {"reached", "reachable", "maximum"}) compare(before, after, key, code);
    for (const auto* key : {"state", "self"}) compare(stored, now, key, code);
  }
  // The set is the same, so the criteria stand in the same order.
  void compare_criteria(const json::array& stored, const json::array& now) {
    for (std::size_t i = 0; i < now.size(); ++i) {
      const auto& after = now[i].as_object();
      const auto before =
          i < stored.size() && stored[i].is_object() ? stored[i].get_object() : json::object();
      compare_points(before, after, plain(after.at("code")));
      compare_criteria(array_of(before, "children"), array_of(after, "children"));
    }
  }
  void compare_explanations(const json::array& stored, const json::array& now) {
    auto& out = found_.differences;
    for (const auto& after : now) {
      const std::string named = plain(after.at("code"));
      const std::string code = named == total_code ? "" : named;
      if (std::ranges::find(out, code, &BundleDifference::code) != out.end()) continue;
      const auto* before = explained(stored, named);
      if (before == nullptr && after.at("rule").is_null())
        continue;  // groups were not explained once
      Explanations both(texts_);
      auto unlike = both.first_unlike(before, &after);
      if (unlike) {
        out.push_back({code, "explanation", std::move(unlike->stored), std::move(unlike->now)});
      } else if (both.reworded()) {
        ++found_.reworded;
      }
    }
  }
  ResultComparison take() { return std::move(found_); }

 private:
  // One value of two results where both have it.
  void compare(const json::object& stored, const json::object& now, std::string_view key,
               const std::string& code) {
    const auto* before = stored.if_contains(key);
    const auto* after = now.if_contains(key);
    const std::string old = before == nullptr ? "–" : plain(*before);
    const std::string fresh = after == nullptr ? "–" : plain(*after);
    if (old != fresh) found_.differences.push_back({code, std::string(key), old, fresh});
  }

  Texts texts_;
  ResultComparison found_;
};

}  // namespace

ResultComparison compare_results(const json::object& stored, const json::object& now, Texts texts) {
  Comparison comparison(texts);
  comparison.compare_points(stored, now, "");
  comparison.compare_criteria(array_of(stored, "criteria"), array_of(now, "criteria"));
  comparison.compare_explanations(array_of(stored, "explanations"), array_of(now, "explanations"));
  return comparison.take();
}

}  // namespace liem::indicators
