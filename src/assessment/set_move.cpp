#include "assessment/set_move.h"

#include <algorithm>

#include "assessment/digest.h"
#include "assessment/round_law.h"
#include "assessment/round_tree.h"
#include "indicators/inputs_writing.h"

namespace liem::assessment {
namespace {

using indicators::Change;
using indicators::IndicatorSet;
using indicators::Mapping;

Problems one(Error error) { return {std::move(error)}; }

bool same_as_pinned(const Round& round, const PinnedSet& fresh) {
  return fresh.set_content.sha256 == round.set.sha256 &&
         fresh.items_content.sha256 == round.items_sha256 && fresh.law_sha256() == round.law_sha256;
}

std::expected<Mapping, Problems> mapping_between(const IndicatorSet& from, const IndicatorSet& to,
                                                 const std::optional<NamedFile>& file) {
  if (file) return indicators::load_mapping(file->bytes, file->name, from, to);
  if (from.id == to.id) return indicators::same_codes(from, to);
  return std::unexpected(
      one(fail(errors::mapping_needed, {{"from", from.id}, {"to", to.id}}).error()));
}

// The codes an annex row stands for afterwards: those its leaves became; a dropped one stays as it
// was written, so that nothing handed in loses its place.
std::vector<std::string> moved_codes(const std::vector<std::string>& codes,
                                     const Mapping& mapping) {
  std::vector<std::string> out;
  for (const auto& code : codes) {
    const auto* mapped = mapping.of_old(code);
    const bool stays = mapped == nullptr || mapped->to.empty();
    for (const auto& to : stays ? std::vector<std::string>{code} : mapped->to) {
      if (std::ranges::find(out, to) == out.end()) out.push_back(to);
    }
  }
  std::ranges::sort(out);
  return out;
}

class Planner {
 public:
  Planner(Store& store, Library& library, SetMovePlan& plan, const Mapping& mapping)
      : store_(store), library_(library), plan_(plan), mapping_(mapping) {}

  Result<void> plan_units() {
    auto units = store_.units(plan_.province, plan_.round.id);
    if (!units) return std::unexpected(units.error());
    std::vector<Submission> submissions;
    for (const auto& unit : *units) {
      auto handed_in = store_.submission(plan_.province, plan_.round.id, unit.id);
      if (!handed_in) return std::unexpected(handed_in.error());
      submissions.push_back(std::move(*handed_in).value_or(Submission{unit.id, {}, {}, {}, {}}));
      move_evidence(submissions.back());
    }
    const RoundTree tree(plan_.round, std::move(*units), submissions);
    for (std::size_t unit = 0; unit < tree.units().size(); ++unit) {
      if (auto done = move_unit(tree.units()[unit].id, tree.answers()[unit]); !done) return done;
    }
    return compare(tree);
  }

 private:
  using Scored = std::shared_ptr<const ScoredAnswers>;

  // Each unit together with those below it, under the old set and the new one.
  Result<void> compare(const RoundTree& tree) {
    const auto before = library_.scores(store_, plan_.province, plan_.round);
    if (!before) return std::unexpected(before.error());
    const auto after = tree.score(plan_.to, own_after_);
    for (std::size_t unit = 0; unit < after.size(); ++unit) {
      const auto stood = (*before)->of(tree.units()[unit].id);
      if (!after[unit] || !stood) continue;
      auto& moved = moved_[unit];
      plan_.units.push_back({tree.units()[unit], stood->score.total.points,
                             after[unit]->score.total.points, std::move(moved.not_counted),
                             std::move(moved.set_aside), std::move(moved.self_set_aside)});
    }
    return {};
  }

  void move_evidence(const Submission& submission) {
    for (std::size_t i = 0; i < submission.evidence.size(); ++i) {
      auto before = submission.evidence[i].criteria;
      std::ranges::sort(before);
      auto after = moved_codes(before, mapping_);
      if (before == after) continue;
      plan_.move.evidence.push_back(
          {submission.unit, static_cast<int>(i) + 1, std::move(before), std::move(after)});
    }
  }

  Result<void> move_unit(const std::string& unit, const std::optional<std::string>& sha256) {
    if (auto moved = move_draft(unit); !moved) return moved;
    indicators::MovedAnswers moved;
    moved.inputs.set = plan_.to.id;
    if (sha256) {
      const auto scored = library_.score(store_, plan_.province, plan_.round, sha256);
      if (!scored) return std::unexpected(scored.error());
      auto answers = indicators::move_answers((*scored)->inputs, *plan_.from, plan_.to, mapping_);
      if (!answers) return std::unexpected(answers.error());
      moved = std::move(*answers);
      if (auto kept = keep(unit, *sha256, moved); !kept) return kept;
    }
    auto after = indicators::score(plan_.to, moved.inputs);
    own_after_.push_back(
        std::make_shared<const ScoredAnswers>(ScoredAnswers{moved.inputs, std::move(after)}));
    moved_.push_back(std::move(moved));
    return {};
  }

  Result<void> move_draft(const std::string& unit) {
    const auto draft = store_.work().draft(plan_.province, plan_.round.id, unit);
    if (!draft) return std::unexpected(draft.error());
    if (!*draft) return {};
    const auto scored = library_.score(store_, plan_.province, plan_.round, (*draft)->sha256);
    if (!scored) return std::unexpected(scored.error());
    auto moved = indicators::move_answers((*scored)->inputs, *plan_.from, plan_.to, mapping_);
    if (!moved) return std::unexpected(moved.error());
    auto content = content_of(indicators::inputs_yaml(moved->inputs));
    if (content.sha256 == (*draft)->sha256) return {};
    plan_.move.drafts.push_back(
        {unit, (*draft)->sha256, {content.sha256, std::move(content.bytes), (*draft)->saved, {}}});
    return {};
  }

  // Answers that the new set takes just as they are stay the very bytes that were handed in.
  Result<void> keep(const std::string& unit, const std::string& sha256,
                    const indicators::MovedAnswers& moved) {
    const auto bytes = store_.content(plan_.province, sha256);
    if (!bytes) return std::unexpected(bytes.error());
    const std::string written = indicators::inputs_yaml(moved.inputs);
    const auto as_they_are = indicators::load_inputs(bytes->value_or(""), "", plan_.to);
    if (as_they_are && indicators::inputs_yaml(*as_they_are) == written) return {};
    Content content = content_of(written);
    plan_.move.answers.push_back({unit, sha256, content.sha256});
    plan_.move.contents.push_back(std::move(content));
    return {};
  }

  Store& store_;
  Library& library_;
  SetMovePlan& plan_;
  const Mapping& mapping_;
  // Of each unit's own answers, in the order of the round's list.
  std::vector<indicators::MovedAnswers> moved_;
  std::vector<Scored> own_after_;
};

}  // namespace

std::expected<SetMovePlan, Problems> plan_set_move(Store& store, Library& library,
                                                   const std::string& province,
                                                   const std::string& round_id,
                                                   const SetFiles& files,
                                                   const std::optional<NamedFile>& mapping_file) {
  const auto round = store.round(province, round_id);
  if (!round) return std::unexpected(one(round.error()));
  if (!*round) {
    return std::unexpected(one(fail(errors::no_such_round, {{"round", round_id}}).error()));
  }
  auto from = library.set(store, province, **round);
  if (!from) return std::unexpected(one(from.error()));
  auto fresh = pin_set(files, (*round)->to);
  if (!fresh) return std::unexpected(fresh.error());
  const SetReference to = fresh->reference();
  if (same_as_pinned(**round, *fresh)) {
    return std::unexpected(
        one(fail(errors::same_set, {{"round", round_id}, {"set", to.id}, {"version", to.version}})
                .error()));
  }
  const auto mapping = mapping_between(**from, fresh->set, mapping_file);
  if (!mapping) return std::unexpected(mapping.error());
  SetMovePlan plan{province, **round, *from, std::move(fresh->set), {}, {}, {}, {}};
  plan.difference = indicators::difference_of(*plan.from, plan.to, *mapping);
  plan.newly_asked = indicators::newly_read(*plan.from, plan.to);
  plan.move.round = round_id;
  plan.move.from = (*round)->set;
  plan.move.to = to;
  plan.move.items_from = (*round)->items_sha256;
  plan.move.items_to = fresh->items_content.sha256;
  plan.move.law_from = (*round)->law_sha256;
  plan.move.law_to = fresh->law_sha256();
  plan.move.contents = fresh->contents();
  if (mapping_file) {
    plan.move.contents.push_back(content_of(mapping_file->bytes));
    plan.move.mapping_sha256 = plan.move.contents.back().sha256;
  }
  if (auto done = Planner(store, library, plan, *mapping).plan_units(); !done) {
    return std::unexpected(one(done.error()));
  }
  return plan;
}

}  // namespace liem::assessment
