#include "assessment/set_move.h"

#include <algorithm>
#include <set>
#include <utility>

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

// The one leaf that asks the same as an old one; nullptr where there is none.
const std::string* same_leaf(const Mapping& mapping, std::string_view code) {
  const auto* mapped = mapping.of_old(code);
  const bool one = mapped != nullptr && mapped->from.size() == 1 && mapped->to.size() == 1;
  return one ? &mapped->to.front() : nullptr;
}

// Where what stood under a leaf that leads to no one leaf stays: under its own code, told apart by
// its set where the new one means something else by it.
std::string kept_code(const std::string& code, const IndicatorSet& from, const IndicatorSet& to) {
  return to.find(code) == nullptr ? code : code + "@" + from.id;
}

std::vector<MovedCriterion> moved_criteria(const IndicatorSet& from, const IndicatorSet& to,
                                           const Mapping& mapping) {
  std::vector<MovedCriterion> out;
  for (const auto* leaf : indicators::leaves_of(from)) {
    const auto* same = same_leaf(mapping, leaf->code);
    auto after = same != nullptr ? *same : kept_code(leaf->code, from, to);
    if (after != leaf->code) out.push_back({leaf->code, std::move(after)});
  }
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
    plan_.move.criteria = moved_criteria(*plan_.from, plan_.to, mapping_);
    const auto acts = store_.work().acts(plan_.province, plan_.round.id, std::nullopt);
    if (!acts) return std::unexpected(acts.error());
    for (const auto& act : *acts) look_at(act);
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
                             std::move(moved.set_aside), std::move(moved.self_set_aside),
                             given_again(tree.units()[unit].id)});
    }
    return {};
  }

  // Points that were given for a leaf hold for one that asks the same for as many points.
  void look_at(const WorkAct& act) {
    const auto& [unit, criterion] = act.thing;
    if (!act.points) return;
    const auto* was = plan_.from->find(criterion);
    const auto* same = same_leaf(mapping_, criterion);
    if (was == nullptr) return;
    const bool fits = same != nullptr && plan_.to.find(*same)->points == was->points;
    if (!fits) given_again_.emplace(unit, criterion);
  }

  std::vector<std::string> given_again(const std::string& unit) const {
    std::vector<std::string> codes;
    for (const auto& [of, code] : given_again_) {
      if (of == unit) codes.push_back(code);
    }
    return codes;
  }

  // The codes an annex row stands for afterwards: those its leaves became. Nothing handed in loses
  // its place.
  std::vector<std::string> moved_codes(const std::vector<std::string>& codes) const {
    std::set<std::string> out;
    for (const auto& code : codes) {
      const auto* mapped = mapping_.of_old(code);
      if (mapped != nullptr && !mapped->to.empty()) {
        out.insert(mapped->to.begin(), mapped->to.end());
      } else {
        out.insert(kept_code(code, *plan_.from, plan_.to));
      }
    }
    return {out.begin(), out.end()};
  }

  void move_evidence(const Submission& submission) {
    for (std::size_t i = 0; i < submission.evidence.size(); ++i) {
      auto before = submission.evidence[i].criteria;
      std::ranges::sort(before);
      auto after = moved_codes(before);
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
  std::set<std::pair<std::string, std::string>> given_again_;  // unit and old leaf
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
  const auto received = store.packages().received(province, round_id);
  if (!received) return std::unexpected(one(received.error()));
  if (*received) {
    return std::unexpected(one(fail(errors::round_received, {{"round", round_id}}).error()));
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
