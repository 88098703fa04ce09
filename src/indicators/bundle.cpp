#include "indicators/bundle.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "indicators/errors.h"
#include "indicators/score_json.h"
#include "indicators/unit_tree.h"

namespace liem::indicators {
namespace {

namespace json = boost::json;

constexpr std::string_view format_name = "liem score 1";

json::object to_json(const NamedFile& file) { return {{"name", file.name}, {"text", file.bytes}}; }

json::array to_json(const std::vector<NamedFile>& files) {
  json::array out;
  for (const auto& file : files) out.push_back(to_json(file));
  return out;
}

// Fields of a stored bundle; the first that is not there or of another kind is remembered.
class Fields {
 public:
  const json::value* at(const json::value& parent, std::string_view key) {
    const auto* object = parent.if_object();
    const auto* found = object == nullptr ? nullptr : object->if_contains(key);
    if (found == nullptr) lack(key);
    return found;
  }
  std::string text(const json::value& parent, std::string_view key) {
    const auto* found = at(parent, key);
    if (found != nullptr && found->is_string()) return std::string(found->get_string());
    lack(key);
    return {};
  }
  NamedFile file(const json::value& value) { return {text(value, "name"), text(value, "text")}; }
  NamedFile file_at(const json::value& parent, std::string_view key) {
    const auto* found = at(parent, key);
    return found == nullptr ? NamedFile{} : file(*found);
  }
  std::vector<NamedFile> files_at(const json::value& parent, std::string_view key) {
    std::vector<NamedFile> out;
    const auto* found = at(parent, key);
    if (found == nullptr || !found->is_array()) {
      lack(key);
      return out;
    }
    for (const auto& value : found->get_array()) out.push_back(file(value));
    return out;
  }
  const std::string& lacking() const { return lacking_; }

 private:
  void lack(std::string_view key) {
    if (lacking_.empty()) lacking_ = key;
  }
  std::string lacking_;
};

std::string plain(const json::value& value) {
  return value.is_string() ? std::string(value.get_string()) : std::string("–");
}

// Compares one value of two results where both have it.
void compare(const json::object& stored, const json::object& now, std::string_view key,
             const std::string& code, std::vector<BundleDifference>& out) {
  const auto* before = stored.if_contains(key);
  const auto* after = now.if_contains(key);
  const std::string old = before == nullptr ? "–" : plain(*before);
  const std::string fresh = after == nullptr ? "–" : plain(*after);
  if (old != fresh) out.push_back({code, std::string(key), old, fresh});
}

json::object object_of(const json::object& parent, std::string_view key) {
  const auto* found = parent.if_contains(key);
  return found != nullptr && found->is_object() ? found->get_object() : json::object();
}

json::array array_of(const json::object& parent, std::string_view key) {
  const auto* found = parent.if_contains(key);
  return found != nullptr && found->is_array() ? found->get_array() : json::array();
}

void compare_points(const json::object& stored, const json::object& now, const std::string& code,
                    std::vector<BundleDifference>& out) {
  const auto before = object_of(stored, "points"), after = object_of(now, "points");
  for (const auto* key : {"reached", "reachable", "maximum"})
    compare(before, after, key, code, out);
  for (const auto* key : {"state", "self"}) compare(stored, now, key, code, out);
}

// The set is the same, so the criteria stand in the same order.
void compare_criteria(const json::array& stored, const json::array& now,
                      std::vector<BundleDifference>& out) {
  for (std::size_t i = 0; i < now.size(); ++i) {
    const auto& after = now[i].as_object();
    const auto before =
        i < stored.size() && stored[i].is_object() ? stored[i].get_object() : json::object();
    compare_points(before, after, plain(after.at("code")), out);
    compare_criteria(array_of(before, "children"), array_of(after, "children"), out);
  }
}

struct Unlike {
  std::string stored, now;
};

std::string readable(const json::value* value) {
  if (value == nullptr) return "–";
  return value->is_string() ? std::string(value->get_string()) : json::serialize(*value);
}

std::optional<Unlike> first_unlike(const json::value* stored, const json::value* now);

// What the program tells now beside what it told when the score was stored is no difference.
std::optional<Unlike> first_unlike(const json::object& stored, const json::object& now) {
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

const json::value* explained(const json::array& explanations, std::string_view code) {
  for (const auto& one : explanations) {
    const auto* object = one.if_object();
    const auto* found = object == nullptr ? nullptr : object->if_contains("code");
    if (found != nullptr && plain(*found) == code) return &one;
  }
  return nullptr;
}

void compare_explanations(const json::array& stored, const json::array& now,
                          std::vector<BundleDifference>& out) {
  for (const auto& after : now) {
    const std::string named = plain(after.at("code"));
    const std::string code = named == total_code ? "" : named;
    if (std::ranges::find(out, code, &BundleDifference::code) != out.end()) continue;
    const auto* before = explained(stored, named);
    if (before == nullptr && after.at("rule").is_null())
      continue;  // groups were not explained once
    auto unlike = first_unlike(before, &after);
    if (!unlike) continue;
    out.push_back({code, "explanation", std::move(unlike->stored), std::move(unlike->now)});
  }
}

std::expected<figures::ItemCatalogue, Problems> items_of_files(
    const std::vector<NamedFile>& files) {
  figures::ItemCatalogue all;
  for (const auto& file : files) {
    const auto items = figures::load_items(file.bytes, file.name);
    if (!items) return std::unexpected(items.error());
    for (const auto& [id, item] : items->items()) all.add(item);
  }
  return all;
}

std::expected<law::Law, Problems> law_of_files(const std::vector<NamedFile>& files) {
  if (files.empty()) return law::Law{};
  return law::load_law(files);
}

using Scored = std::shared_ptr<const ScoredInputs>;

std::expected<UnitAnswers, Problems> answers_of(const NamedFile& file, const IndicatorSet& set) {
  auto inputs = load_inputs(file.bytes, file.name, set);
  if (!inputs) return std::unexpected(inputs.error());
  Score own = score(set, *inputs);
  return UnitAnswers{{file.name, {file.name, file.name}},
                     std::make_shared<const ScoredInputs>(std::move(*inputs), std::move(own))};
}

// The unit of `inputs`, with those of the other files directly below it.
std::expected<Scored, Problems> score_with_below(const IndicatorSet& set, const NamedFile& inputs,
                                                 const std::vector<NamedFile>& below) {
  auto top = answers_of(inputs, set);
  if (!top) return std::unexpected(top.error());
  std::vector<UnitAnswers> units = {std::move(*top)};
  for (const auto& file : below) {
    auto unit = answers_of(file, set);
    if (!unit) return std::unexpected(unit.error());
    units.push_back(std::move(*unit));
  }
  return with_units_below(set, units);
}

}  // namespace

std::expected<BundleScore, Problems> score_bundle(const Bundle& bundle, const Digest& sha256_of) {
  const auto items = items_of_files(bundle.items);
  if (!items) return std::unexpected(items.error());
  const auto law = law_of_files(bundle.law);
  if (!law) return std::unexpected(law.error());
  auto set = load_set(bundle.set.bytes, bundle.set.name, *items, sha256_of(bundle.set.bytes),
                      law->parameters);
  if (!set) return std::unexpected(set.error());
  const auto scored = score_with_below(*set, bundle.inputs, bundle.below);
  if (!scored) return std::unexpected(scored.error());
  return BundleScore{std::move(*set), (*scored)->inputs, (*scored)->score};
}

json::object bundle_json(const Bundle& bundle, const BundleScore& scored,
                         const Catalogue& catalogue) {
  const bool lawful = scored.set.law_on.has_value();
  return {{"format", format_name},
          {"set", to_json(bundle.set)},
          {"items", to_json(bundle.items)},
          {"law", lawful ? to_json(bundle.law) : json::array()},
          {"inputs", to_json(bundle.inputs)},
          {"below", to_json(bundle.below)},
          {"result", score_json(scored.score, scored.set, scored.inputs, catalogue)}};
}

std::expected<Recomputed, Problems> recompute(std::string_view text, const Digest& sha256_of,
                                              const Catalogue& catalogue) {
  boost::system::error_code broken;
  const json::value root = json::parse({text.data(), text.size()}, broken);
  if (broken)
    return std::unexpected(Problems{fail(errors::bundle_broken, {{"field", "JSON"}}).error()});
  Fields fields;
  const bool known = fields.text(root, "format") == format_name;
  const Bundle bundle{fields.file_at(root, "set"), fields.files_at(root, "items"),
                      fields.files_at(root, "law"), fields.file_at(root, "inputs"),
                      fields.files_at(root, "below")};
  const auto* result = fields.at(root, "result");
  const std::string lacking = known || !fields.lacking().empty() ? fields.lacking() : "format";
  if (!lacking.empty() || result == nullptr || !result->is_object()) {
    return std::unexpected(Problems{
        fail(errors::bundle_broken, {{"field", lacking.empty() ? "result" : lacking}}).error()});
  }
  const auto& stored = result->get_object();
  const auto named = object_of(stored, "set");
  const auto* sha256 = named.if_contains("sha256");
  const std::string due = sha256 == nullptr ? "" : plain(*sha256),
                    have = sha256_of(bundle.set.bytes);
  if (due != have) {
    return std::unexpected(
        Problems{fail(errors::bundle_set_changed, {{"stored", due}, {"now", have}}).error()});
  }
  auto scored = score_bundle(bundle, sha256_of);
  if (!scored) return std::unexpected(scored.error());
  Recomputed out{std::move(*scored), {}};
  const auto now = score_json(out.scored.score, out.scored.set, out.scored.inputs, catalogue);
  compare_points(stored, now, "", out.differences);
  compare_criteria(array_of(stored, "criteria"), array_of(now, "criteria"), out.differences);
  compare_explanations(array_of(stored, "explanations"), array_of(now, "explanations"),
                       out.differences);
  return out;
}

}  // namespace liem::indicators
