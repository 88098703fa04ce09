#include "assessment/library.h"

#include <algorithm>

#include "assessment/cross_check.h"
#include "assessment/digest.h"
#include "assessment/round_law.h"
#include "assessment/round_tree.h"
#include "indicators/inputs.h"

namespace liem::assessment {
namespace {

Result<std::string> kept_bytes(Store& store, const std::string& province,
                               const std::string& sha256) {
  auto bytes = store.content(province, sha256);
  if (!bytes) return std::unexpected(bytes.error());
  if (!*bytes) return fail(errors::content_missing, {{"sha256", sha256}});
  return std::move(**bytes);
}

// The same set reads differently with another catalogue of data items, or another law.
std::string set_name(const Round& round) {
  std::string name = round.set.sha256 + round.items_sha256;
  if (round.law_sha256) name += *round.law_sha256 + to_iso(round.to);
  return name;
}

// It was read without a problem when it was taken in.
template <class T>
Result<T> first_problem(std::expected<T, Problems> loaded) {
  if (loaded) return std::move(*loaded);
  return std::unexpected(loaded.error().front());
}

void put_in_place(const UnitDraft& draft, std::vector<Submission>& submissions) {
  const auto found = std::ranges::find(submissions, draft.unit, &Submission::unit);
  if (found == submissions.end()) {
    submissions.push_back({draft.unit, {}, draft.answers_sha256, {}, {}});
  } else {
    found->answers_sha256 = draft.answers_sha256;
  }
}

// None where no rule takes a number of it.
Result<law::Parameters> kept_law(Store& store, const std::string& province, const Round& round) {
  if (!round.law_sha256) return law::Parameters();
  const auto bytes = kept_bytes(store, province, *round.law_sha256);
  if (!bytes) return std::unexpected(bytes.error());
  return first_problem(unpacked_law(*bytes));
}

}  // namespace

Result<std::shared_ptr<const indicators::IndicatorSet>> Library::set(Store& store,
                                                                     const std::string& province,
                                                                     const Round& round) {
  const std::string name = set_name(round);
  if (auto known = sets_.find(name)) return known;
  const auto items_bytes = kept_bytes(store, province, round.items_sha256);
  if (!items_bytes) return std::unexpected(items_bytes.error());
  const auto set_bytes = kept_bytes(store, province, round.set.sha256);
  if (!set_bytes) return std::unexpected(set_bytes.error());
  const auto items = first_problem(figures::load_items(*items_bytes, round.items_sha256));
  if (!items) return std::unexpected(items.error());
  const auto law = kept_law(store, province, round);
  if (!law) return std::unexpected(law.error());
  auto set = first_problem(
      indicators::load_set(*set_bytes, round.set.id, *items, round.set.sha256, *law, round.to));
  if (!set) return std::unexpected(set.error());
  return sets_.put(name, std::move(*set));
}

Result<std::shared_ptr<const ScoredAnswers>> Library::score(
    Store& store, const std::string& province, const Round& round,
    const std::optional<std::string>& answers_sha256) {
  const std::string name = set_name(round) + answers_sha256.value_or("");
  if (auto known = scores_.find(name)) return known;
  const auto pinned = set(store, province, round);
  if (!pinned) return std::unexpected(pinned.error());
  indicators::Inputs inputs;
  inputs.set = (*pinned)->id;
  if (answers_sha256) {
    const auto bytes = kept_bytes(store, province, *answers_sha256);
    if (!bytes) return std::unexpected(bytes.error());
    auto loaded = first_problem(indicators::load_inputs(*bytes, *answers_sha256, **pinned));
    if (!loaded) return std::unexpected(loaded.error());
    inputs = std::move(*loaded);
  }
  auto score = indicators::score(**pinned, inputs);
  return scores_.put(name, {std::move(inputs), std::move(score)});
}

std::shared_ptr<const ScoredAnswers> RoundScores::of(std::string_view unit) const {
  const auto found = std::ranges::find(units, unit, &Unit::id);
  return found == units.end() ? nullptr : scored[static_cast<std::size_t>(found - units.begin())];
}

Result<std::shared_ptr<const RoundScores>> Library::scores(Store& store,
                                                           const std::string& province,
                                                           const Round& round,
                                                           const std::optional<UnitDraft>& draft) {
  auto units = store.units(province, round.id);
  if (!units) return std::unexpected(units.error());
  auto submissions = store.handed_in(province, round.id, std::nullopt);
  if (!submissions) return std::unexpected(submissions.error());
  if (draft) put_in_place(*draft, *submissions);
  const RoundTree tree(round, std::move(*units), *submissions);
  const std::string name = set_name(round) + sha256_of(tree.fingerprint());
  if (auto known = round_scores_.find(name)) return known;
  const auto pinned = set(store, province, round);
  if (!pinned) return std::unexpected(pinned.error());
  std::vector<std::shared_ptr<const ScoredAnswers>> own;
  for (const auto& answers : tree.answers()) {
    auto scored = score(store, province, round, answers);
    if (!scored) return std::unexpected(scored.error());
    own.push_back(std::move(*scored));
  }
  return round_scores_.put(name, {tree.units(), tree.score(**pinned, own)});
}

Result<std::shared_ptr<const ScoredAnswers>> Library::score_of(
    Store& store, const std::string& province, const Round& round, const std::string& unit,
    const std::optional<std::string>& draft_sha256) {
  const auto units = store.units(province, round.id);
  if (!units) return std::unexpected(units.error());
  if (std::ranges::find(*units, unit, &Unit::parent) != units->end()) {
    const auto draft = draft_sha256 ? std::optional(UnitDraft{unit, *draft_sha256}) : std::nullopt;
    const auto all = scores(store, province, round, draft);
    if (!all) return std::unexpected(all.error());
    if (auto found = (*all)->of(unit)) return found;
  }
  if (draft_sha256) return score(store, province, round, draft_sha256);
  const auto handed_in = store.handed_in(province, round.id, unit);
  if (!handed_in) return std::unexpected(handed_in.error());
  return score(store, province, round,
               handed_in->empty() ? std::nullopt : handed_in->front().answers_sha256);
}

Result<std::shared_ptr<const ReadReport>> Library::report(Store& store, const std::string& province,
                                                          const std::string& sha256) {
  if (auto known = reports_.find(sha256)) return known;
  auto text = kept_bytes(store, province, sha256);
  if (!text) return std::unexpected(text.error());
  auto reading = reading::read(*text, sha256, *lexicon_);
  if (!reading) return std::unexpected(reading.error());
  return reports_.put(sha256, {std::move(*text), std::move(*reading)});
}

Result<bool> Library::names_units(Store& store, const std::string& province,
                                  const std::string& sha256) {
  if (const auto known = naming_reports_.find(sha256)) return *known;
  const auto read = report(store, province, sha256);
  if (!read) return std::unexpected(read.error());
  return *naming_reports_.put(sha256, CrossCheck::names_units((*read)->reading));
}

Result<std::shared_ptr<const ReadDocument>> Library::document(
    const std::string& id, const std::function<Result<ReadDocument>()>& read) {
  constexpr std::size_t longest_remembered = std::size_t{2} << 20;  // bytes
  if (auto known = documents_.find(id)) return known;
  auto document = read();
  if (!document) return std::unexpected(document.error());
  if (document->source.text.size() > longest_remembered) {
    return std::make_shared<const ReadDocument>(std::move(*document));
  }
  return documents_.put(id, std::move(*document));
}

Result<std::shared_ptr<const ProvinceHistory>> Library::history(Store& store,
                                                                const std::string& province,
                                                                const HistoryReference& reference) {
  const std::string name =
      reference.units_sha256 + reference.values_sha256 + reference.items_sha256;
  if (auto known = histories_.find(name)) return known;
  const auto units = kept_bytes(store, province, reference.units_sha256);
  if (!units) return std::unexpected(units.error());
  const auto values = kept_bytes(store, province, reference.values_sha256);
  if (!values) return std::unexpected(values.error());
  const auto items_bytes = kept_bytes(store, province, reference.items_sha256);
  if (!items_bytes) return std::unexpected(items_bytes.error());
  auto items = first_problem(figures::load_items(*items_bytes, reference.items_sha256));
  if (!items) return std::unexpected(items.error());
  auto history = first_problem(load_province_history(
      {*units, reference.units_sha256}, {*values, reference.values_sha256}, std::move(*items)));
  if (!history) return std::unexpected(history.error());
  return histories_.put(name, std::move(*history));
}

}  // namespace liem::assessment
