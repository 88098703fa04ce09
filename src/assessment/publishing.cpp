#include "assessment/publishing.h"

#include <algorithm>

#include "assessment/acts.h"
#include "assessment/digest.h"
#include "assessment/notices.h"
#include "indicators/mapping.h"

namespace liem::assessment {
namespace {

using indicators::leaves_of;
using LeafScores = std::map<std::string, LeafPoints, std::less<>>;

constexpr std::pair<std::string_view, Layer> layers[] = {{"appraised", Layer::appraised},
                                                         {"submitted", Layer::submitted},
                                                         {"reviewed", Layer::reviewed}};

// What the unit gives itself, or where it says nothing what its answers reach.
LeafPoints self_points(const indicators::IndicatorSet& set, const ScoredAnswers& scored) {
  LeafPoints out;
  for (const auto* leaf : leaves_of(set)) {
    const auto self = scored.inputs.self.find(leaf->code);
    if (self != scored.inputs.self.end()) {
      out.emplace(leaf->code, self->second);
      continue;
    }
    const auto* score = scored.score.find(leaf->code);
    if (score != nullptr && score->state == indicators::State::scored) {
      out.emplace(leaf->code, score->points.reached);
    }
  }
  return out;
}

LeafPoints layer_points(const indicators::IndicatorSet& set, const WorkRecord& record,
                        const std::string& unit, Layer layer) {
  LeafPoints out;
  for (const auto* leaf : leaves_of(set)) {
    const auto* act = record.score(layer, {unit, leaf->code});
    if (act != nullptr) out.emplace(leaf->code, *act->points);
  }
  return out;
}

// Those of the scores named that the unit's file has.
LeafScores leaf_scores(const indicators::IndicatorSet& set, const WorkRecord& record,
                       const std::string& unit, const ScoredAnswers& scored,
                       std::span<const std::string_view> names) {
  LeafScores out;
  const auto wanted = [&](std::string_view name) {
    return std::ranges::find(names, name) != names.end();
  };
  if (wanted("self")) out.emplace("self", self_points(set, scored));
  for (const auto& [name, layer] : layers) {
    if (wanted(name)) out.emplace(name, layer_points(set, record, unit, layer));
  }
  return out;
}

// Everything a publication is made of, read for all units alike: what is published does not hang
// on who publishes it.
class Gathering {
 public:
  Gathering(const WorkDesk& at, const RoundWork& work) : at_(at), work_(work) {}

  Result<PublishedRound> all(Publication publication);

 private:
  Result<void> read();
  Result<std::shared_ptr<const ScoredAnswers>> scored(const std::string& unit) const;
  Result<void> add_province(PublishedRound& out) const;
  Result<void> add_units(PublishedRound& out) const;
  Result<PublishedUnit> row_of(const Unit& unit, std::span<const std::string_view> shown) const;
  const std::string& province() const { return at_.desk.viewer.province; }

  const WorkDesk& at_;
  const RoundWork& work_;
  std::shared_ptr<const indicators::IndicatorSet> set_;
  std::shared_ptr<const RoundScores> scores_;
};

Result<void> Gathering::read() {
  const auto& [store, library, viewer] = at_.desk;
  auto set = library.set(store, viewer.province, work_.round);
  if (!set) return std::unexpected(set.error());
  auto scores = library.scores(store, viewer.province, work_.round);
  if (!scores) return std::unexpected(scores.error());
  set_ = std::move(*set);
  scores_ = std::move(*scores);
  return {};
}

// Blank answers where neither the unit nor one below it handed any in.
Result<std::shared_ptr<const ScoredAnswers>> Gathering::scored(const std::string& unit) const {
  if (auto found = scores_->of(unit)) return found;
  return at_.desk.library.score(at_.desk.store, province(), work_.round, std::nullopt);
}

Result<void> Gathering::add_province(PublishedRound& out) const {
  const auto own = scored(province());
  if (!own) return std::unexpected(own.error());
  out.criteria = published_criteria(
      *set_, **own, leaf_scores(*set_, work_.record, province(), **own, workflow::scores));
  for (auto& one : out.criteria) {
    const auto* reviewed = work_.record.score(Layer::reviewed, {province(), one.code});
    if (one.leaf && reviewed != nullptr) one.reason = reviewed->reason;
  }
  return {};
}

Result<PublishedUnit> Gathering::row_of(const Unit& unit,
                                        std::span<const std::string_view> shown) const {
  PublishedUnit row{unit, work_.record.file_state(unit.id) != "drafting", {}, {}};
  const auto own = scored(unit.id);
  if (!own) return std::unexpected(own.error());
  const auto points =
      row.handed_in ? leaf_scores(*set_, work_.record, unit.id, **own, shown) : LeafScores{};
  row.parts = published_criteria(*set_, **own, points);
  std::erase_if(row.parts, [](const auto& part) { return !part.above.empty(); });
  return row;
}

Result<void> Gathering::add_units(PublishedRound& out) const {
  const auto& rule = at_.flow.published_units;
  const std::vector<std::string_view> shown(rule.scores.begin(), rule.scores.end());
  for (const auto& unit : scores_->units) {
    const bool listed = workflow::holds(rule.kinds, organisation::name_of(unit.kind));
    if (!listed || unit.id == province() || !is_asked(work_.round, unit, work_.record)) continue;
    auto row = row_of(unit, shown);
    if (!row) return std::unexpected(row.error());
    out.units.push_back(std::move(*row));
  }
  out.unit_scores = rule.scores;
  out.ranked_by = rule.rank_by;
  if (!rule.rank_by.empty()) rank_units(out.units, rule.rank_by);
  return {};
}

Result<PublishedRound> Gathering::all(Publication publication) {
  if (auto done = read(); !done) return std::unexpected(done.error());
  PublishedRound out;
  out.publication = std::move(publication);
  out.province = province();
  out.round = work_.round;
  const auto unit = at_.desk.store.unit(province(), province());
  if (!unit) return std::unexpected(unit.error());
  if (*unit) out.province_name = (*unit)->name;
  if (auto done = add_province(out); !done) return std::unexpected(done.error());
  if (auto done = add_units(out); !done) return std::unexpected(done.error());
  return out;
}

Result<Publisher> publisher(const Desk& desk) {
  const Viewer& viewer = desk.viewer;
  Publisher out{viewer.name, viewer.role, viewer.unit, {}, ""};
  if (viewer.acting_for) out.for_name = viewer.acting_for->name;
  const auto unit = desk.store.unit(viewer.province, viewer.unit);
  if (!unit) return std::unexpected(unit.error());
  if (*unit) out.unit_name = (*unit)->name;
  return out;
}

// Of what stood before, where something did.
Result<std::vector<PublicationChange>> changes_since(Store& store, const std::string& province,
                                                     const PublishedDocument& now) {
  if (now.publication.number == 1) return std::vector<PublicationChange>{};
  const auto before =
      published_document(store, province, now.publication.round, now.publication.number - 1);
  if (!before) return std::unexpected(before.error());
  return difference(before->document, now.document);
}

}  // namespace

namespace {

// The document, the act and who learns of it, together.
Result<void> keep(const WorkDesk& at, const std::string& round, const WorkAct& act,
                  const PublishedDocument& made) {
  auto& store = at.desk.store;
  const auto& province = at.desk.viewer.province;
  return store.requests().together([&]() -> Result<void> {
    auto kept = store.publications().add(province, made.publication, made.document);
    if (!kept) return kept;
    const auto position = store.work().add_act(
        province, round, act, acts::of_publication(at.desk.viewer, made.publication));
    if (!position) return std::unexpected(position.error());
    return tell(at, round, act, *position);
  });
}

}  // namespace

Result<PublishedDocument> publish(const WorkDesk& at, const RoundWork& work, WorkAct& act) {
  const Desk& desk = at.desk;
  const std::string& province = desk.viewer.province;
  auto& publications = desk.store.publications();
  const auto before = publications.publications(province, work.round.id);
  if (!before) return std::unexpected(before.error());
  auto by = publisher(desk);
  if (!by) return std::unexpected(by.error());
  Publication made{work.round.id,
                   before->empty() ? 1 : before->front().number + 1,
                   "",
                   act.act,
                   std::move(*by),
                   at.now,
                   act.reason};
  const auto round = Gathering(at, work).all(made);
  if (!round) return std::unexpected(round.error());
  PublishedDocument out{std::move(made), document_of(*round), {}};
  out.publication.sha256 = sha256_of(out.document);
  auto changes = changes_since(desk.store, province, out);
  if (!changes) return std::unexpected(changes.error());
  out.changes = std::move(*changes);
  if (act.act == "correct" && out.publication.number > 1 && out.changes.empty()) {
    return fail(errors::nothing_to_correct,
                {{"number", std::to_string(out.publication.number - 1)}});
  }
  act.version = out.publication.number;
  if (auto kept = keep(at, work.round.id, act, out); !kept) return std::unexpected(kept.error());
  return out;
}

Result<PublishedDocument> published_document(Store& store, const std::string& province,
                                             const std::string& round, int number) {
  auto found = store.publications().publication(province, round, number);
  if (!found) return std::unexpected(found.error());
  if (!*found) {
    return fail(errors::no_publication, {{"round", round}, {"number", std::to_string(number)}});
  }
  auto bytes = store.content(province, (*found)->sha256);
  if (!bytes) return std::unexpected(bytes.error());
  if (!*bytes) return fail(errors::content_missing, {{"sha256", (*found)->sha256}});
  if (sha256_of(**bytes) != (*found)->sha256) {
    return fail(errors::publication_altered,
                {{"round", round}, {"number", std::to_string(number)}});
  }
  return PublishedDocument{std::move(**found), std::move(**bytes), {}};
}

Result<PublishedDocument> published_with_changes(Store& store, const std::string& province,
                                                 const std::string& round, int number) {
  auto found = published_document(store, province, round, number);
  if (!found) return found;
  auto changes = changes_since(store, province, *found);
  if (!changes) return std::unexpected(changes.error());
  found->changes = std::move(*changes);
  return found;
}

}  // namespace liem::assessment
