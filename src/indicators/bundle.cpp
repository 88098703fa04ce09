#include "indicators/bundle.h"

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

// Changes with every text the explanations are put together from.
std::string texts_of(const Catalogue& catalogue, const Digest& sha256_of) {
  std::string all;
  for (const auto& [id, text] : catalogue.templates()) {
    if (!id.starts_with("indicators.")) continue;
    for (const auto& part : {id, text.vi, text.en}) all.append(part).append(1, '\0');
  }
  return sha256_of(all);
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

json::object bundle_json(const Bundle& bundle, const BundleScore& scored, const Digest& sha256_of,
                         const Catalogue& catalogue) {
  const bool lawful = scored.set.law_on.has_value();
  return {{"format", format_name},
          {"set", to_json(bundle.set)},
          {"items", to_json(bundle.items)},
          {"law", lawful ? to_json(bundle.law) : json::array()},
          {"inputs", to_json(bundle.inputs)},
          {"below", to_json(bundle.below)},
          {"texts", texts_of(catalogue, sha256_of)},
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
  const auto* named = stored.if_contains("set");
  const std::string due = named == nullptr ? "" : Fields().text(*named, "sha256"),
                    have = sha256_of(bundle.set.bytes);
  if (due != have) {
    return std::unexpected(
        Problems{fail(errors::bundle_set_changed, {{"stored", due}, {"now", have}}).error()});
  }
  auto scored = score_bundle(bundle, sha256_of);
  if (!scored) return std::unexpected(scored.error());
  const auto* texts = root.as_object().if_contains("texts");
  const bool same_texts = texts != nullptr && *texts == json::value(texts_of(catalogue, sha256_of));
  const auto now = score_json(scored->score, scored->set, scored->inputs, catalogue);
  auto compared = compare_results(stored, now, same_texts ? Texts::same : Texts::changed);
  return Recomputed{std::move(*scored), std::move(compared.differences), compared.reworded};
}

}  // namespace liem::indicators
