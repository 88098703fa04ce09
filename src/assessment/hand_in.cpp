#include "assessment/hand_in.h"

#include <algorithm>
#include <set>

#include "assessment/acts.h"
#include "assessment/digest.h"
#include "assessment/quotes.h"
#include "indicators/inputs_writing.h"
#include "indicators/mapping.h"
#include "indicators/rule.h"

namespace liem::assessment {
namespace {

using indicators::Answer;
using indicators::IndicatorSet;
using indicators::Inputs;
using workflow::holds;

std::vector<std::string> items_of(const IndicatorSet& set, const std::string& code) {
  const auto* criterion = set.find(code);
  LIEM_CHECK(criterion != nullptr && criterion->leaf);
  return indicators::inputs_of(criterion->leaf->rule);
}

// The unit's own answers: the draft where there is one, else what was handed in, else none.
Result<Inputs> own_answers(const Desk& desk, const Round& round,
                           const std::optional<std::string>& sha256) {
  const auto scored = desk.library.score(desk.store, desk.viewer.province, round, sha256);
  if (!scored) return std::unexpected(scored.error());
  return (*scored)->inputs;
}

// Names the field of the first change that the problem speaks of: one of its arguments is its id.
Error at_item(Error error, const AnswersChange& change) {
  auto& args = error.message.args;
  for (std::size_t place = 0; place < change.items.size(); ++place) {
    const auto& id = change.items[place].change.id;
    const bool spoken_of =
        std::ranges::any_of(args, [&](const auto& arg) { return arg.second == id; });
    if (!spoken_of) continue;
    for (auto& [name, value] : args) {
      if (name == "line") value = std::to_string(place + 1);
    }
    args.emplace_back("field", "items." + std::to_string(place));
    return error;
  }
  return error;
}

Result<void> check_items(const IndicatorSet& set, const std::string& criterion,
                         const AnswersChange& change) {
  const auto known = items_of(set, criterion);
  for (const auto& item : change.items) {
    if (holds(known, item.change.id)) continue;
    return fail(errors::not_of_criterion, {{"id", item.change.id}, {"criterion", criterion}});
  }
  return {};
}

Result<void> set_self(const IndicatorSet& set, const std::string& criterion,
                      const AnswersChange& change, Inputs& inputs) {
  if (!change.sets_self) return {};
  if (!change.self) {
    inputs.self.erase(criterion);
    return {};
  }
  const Decimal& maximum = set.find(criterion)->points;
  if (change.self->is_negative() || *change.self > maximum || change.self->scale() > 6) {
    return fail(errors::self_outside, {{"field", "self"},
                                       {"points", change.self->to_string()},
                                       {"maximum", maximum.to_string()}});
  }
  inputs.self.insert_or_assign(criterion, *change.self);
  return {};
}

Result<Inputs> changed_answers(const IndicatorSet& set, const Inputs& before,
                               const std::string& criterion, const AnswersChange& change) {
  if (auto known = check_items(set, criterion, change); !known) {
    return std::unexpected(known.error());
  }
  std::vector<advice::AnswerChange> changes;
  for (const auto& item : change.items) changes.push_back(item.change);
  auto after = advice::changed(set, before, changes, criterion);
  if (!after) return std::unexpected(at_item(std::move(after.error().front()), change));
  for (const auto& item : change.items) {
    auto& answer = after->answers.find(item.change.id)->second;
    const bool quoted = !item.quote.empty();
    answer.source.kind = quoted ? indicators::SourceKind::report : indicators::SourceKind::form;
    answer.source.text = item.quote;
    answer.source.note = item.note;
    // What is taken back is as if it had never been given.
    if (answer.state == indicators::AnswerState::blank) after->answers.erase(item.change.id);
  }
  if (auto put = set_self(set, criterion, change, *after); !put) {
    return std::unexpected(put.error());
  }
  return std::move(*after);
}

Content written(const Inputs& inputs) { return content_of(indicators::inputs_yaml(inputs)); }

// Where the sentences that answers were taken from stand in the report.
Result<std::vector<Quote>> quotes_in(const Desk& desk, const std::optional<std::string>& report,
                                     const Inputs& inputs) {
  std::vector<Quote> out;
  if (!report) return out;
  const auto text = desk.store.content(desk.viewer.province, *report);
  if (!text) return std::unexpected(text.error());
  const FoldedText folded(text->value_or(""));
  for (const auto& [item, answer] : inputs.answers) {
    if (answer.source.kind != indicators::SourceKind::report) continue;
    if (const auto found = folded.find(answer.source.text)) {
      out.push_back({item, found->begin, found->end});
    }
  }
  return out;
}

// Of what was handed in, with what the draft says under one criterion in its place.
Inputs with_criterion(const IndicatorSet& set, Inputs handed_in, const Inputs& draft,
                      const std::string& criterion) {
  for (const auto& item : items_of(set, criterion)) {
    handed_in.answers.erase(item);
    if (const auto found = draft.answers.find(item); found != draft.answers.end()) {
      handed_in.answers.insert(*found);
    }
  }
  handed_in.self.erase(criterion);
  if (const auto self = draft.self.find(criterion); self != draft.self.end()) {
    handed_in.self.insert(*self);
  }
  return handed_in;
}

std::string value_text(const Inputs& inputs, const std::string& item) {
  const Answer& answer = inputs.at(item);
  if (answer.state == indicators::AnswerState::blank) return "";
  if (answer.state != indicators::AnswerState::given) {
    return std::string(name_of(answer.state)) + (answer.ground.empty() ? "" : ": " + answer.ground);
  }
  if (const auto* yes = std::get_if<bool>(&answer.value)) return *yes ? "true" : "false";
  return answer.number().to_string();
}

std::vector<VersionChange> differences(const IndicatorSet& set, const Inputs& before,
                                       const Inputs& after) {
  std::vector<VersionChange> out;
  std::set<std::string> items;
  for (const auto* inputs : {&before, &after}) {
    for (const auto& [item, answer] : inputs->answers) items.insert(item);
  }
  for (const auto& item : items) {
    if (advice::same_answer(before.at(item), after.at(item))) continue;
    const auto* known = set.items.find(item);
    out.push_back({item, known == nullptr ? Words{item, item} : known->label,
                   value_text(before, item), value_text(after, item), criteria_reading(set, item)});
  }
  for (const auto* leaf : indicators::leaves_of(set)) {
    const auto text = [&](const Inputs& inputs) {
      const auto self = inputs.self.find(leaf->code);
      return self == inputs.self.end() ? std::string() : self->second.to_string();
    };
    if (text(before) == text(after)) continue;
    out.push_back({leaf->code, leaf->title, text(before), text(after), {leaf->code}});
  }
  return out;
}

Result<Inputs> last_handed_in(const Desk& desk, const Round& round, const std::string& unit) {
  const auto stored = desk.store.handed_in(desk.viewer.province, round.id, unit);
  if (!stored) return std::unexpected(stored.error());
  return own_answers(desk, round, stored->empty() ? std::nullopt : stored->front().answers_sha256);
}

Result<int> next_version(const Desk& desk, const std::string& round, const std::string& unit) {
  const auto known = desk.store.work().versions(desk.viewer.province, round, unit);
  if (!known) return std::unexpected(known.error());
  return known->empty() ? 1 : known->back().version + 1;
}

// A figure that other criteria read too brings those back to the appraiser.
Result<void> bring_back(const WorkDesk& at, const std::string& round, const UnitWork& work,
                        const WorkAct& act, const std::vector<VersionChange>& changes) {
  std::map<std::string, std::string> figures;  // by criterion
  for (const auto& change : changes) {
    for (const auto& criterion : change.criteria) {
      if (criterion == act.thing.criterion) continue;
      auto& names = figures[criterion];
      names += (names.empty() ? "" : ", ") + change.label.vi;
    }
  }
  for (const auto& [criterion, names] : figures) {
    const Thing thing{act.thing.unit, criterion};
    const auto state = work.record.state(thing);
    if (state != "appraised" && state != "ruled" && state != "objected") continue;
    auto told =
        add_act(at, round, {thing, "changed_along", "handed_in", act.by, act.at, names, {}, {}});
    if (!told) return told;
  }
  return {};
}

// The answers handed in under another set than the round's present one cannot be compared.
std::optional<Inputs> readable(const Desk& desk, const Round& round,
                               const std::optional<std::string>& sha256) {
  auto inputs = own_answers(desk, round, sha256);
  return inputs ? std::optional(std::move(*inputs)) : std::nullopt;
}

}  // namespace

std::vector<std::string> criteria_reading(const IndicatorSet& set, std::string_view item) {
  std::vector<std::string> out;
  for (const auto* leaf : indicators::leaves_of(set)) {
    if (holds(indicators::inputs_of(leaf->leaf->rule), item)) out.push_back(leaf->code);
  }
  return out;
}

Result<Inputs> own_inputs(const Desk& desk, const UnitAssessment& assessment) {
  const auto& papers = assessment.submission;
  auto inputs = own_answers(desk, assessment.round, papers.answers_sha256);
  if (!inputs) return inputs;
  const auto quotes = quotes_in(desk, papers.report_sha256, *inputs);
  if (!quotes) return std::unexpected(quotes.error());
  for (const auto& [item, begin, end] : *quotes) {
    auto& source = inputs->answers.find(item)->second.source;
    source.bytes = {begin, end};
    source.report = assessment.report.value_or("");
  }
  return inputs;
}

Result<void> save_answers(const WorkDesk& at, const std::string& round, const std::string& unit,
                          const std::string& criterion, const AnswersChange& change) {
  const auto work = unit_work(at, round, unit);
  if (!work) return std::unexpected(work.error());
  if (work->find(criterion) == nullptr) {
    return fail(errors::no_criterion,
                {{"set", work->assessment.set->id}, {"criterion", criterion}});
  }
  constexpr std::string_view edit = "edit";
  if (auto may_edit = allowed(at, *work, edit, criterion); !may_edit) return may_edit;
  const Desk& desk = at.desk;
  const std::string& province = desk.viewer.province;
  const auto before =
      own_answers(desk, work->assessment.round, work->assessment.submission.answers_sha256);
  if (!before) return std::unexpected(before.error());
  const auto after = changed_answers(*work->assessment.set, *before, criterion, change);
  if (!after) return std::unexpected(after.error());
  auto content = written(*after);
  const auto kept = desk.store.work().draft(province, round, unit);
  if (!kept) return std::unexpected(kept.error());
  const Draft draft{content.sha256, std::move(content.bytes), at.now,
                    *kept ? (*kept)->report_sha256 : std::nullopt};
  auto saved = desk.store.work().save_draft(
      province, round, unit, draft, acts::of_draft(desk.viewer, round, unit, criterion, draft));
  const Thing thing{unit, criterion};
  const Doer doer = doer_of(desk.viewer);
  if (!saved || work->record.ends_with(thing, edit, doer)) return saved;
  const WorkAct act{thing, std::string(edit), "", doer, at.now, "", {}, {}};
  return add_act(at, round, act);
}

Result<void> hand_in(const WorkDesk& at, const std::string& round, const UnitWork& work,
                     WorkAct& act) {
  const Desk& desk = at.desk;
  const std::string& province = desk.viewer.province;
  const auto& [unit, code] = act.thing;
  const auto& set = *work.assessment.set;
  const auto draft =
      own_answers(desk, work.assessment.round, work.assessment.submission.answers_sha256);
  if (!draft) return std::unexpected(draft.error());
  const auto before = last_handed_in(desk, work.assessment.round, unit);
  if (!before) return std::unexpected(before.error());
  const Inputs after = code.empty() ? *draft : with_criterion(set, *before, *draft, code);
  const auto number = next_version(desk, round, unit);
  if (!number) return std::unexpected(number.error());
  act.version = *number;
  const auto& report = work.assessment.submission.report_sha256;
  const auto quotes = quotes_in(desk, report, after);
  if (!quotes) return std::unexpected(quotes.error());
  const auto content = written(after);
  const FileVersion version{unit, *number, content.sha256, report, act.by, act.at};
  auto done = desk.store.work().add_version(province, round, version, content, *quotes);
  if (done) done = add_act(at, round, act);
  if (!done || code.empty()) return done;
  return bring_back(at, round, work, act, differences(set, *before, after));
}

Result<std::vector<VersionView>> versions(const Desk& desk, const std::string& round_id,
                                          const std::string& unit) {
  const auto assessment = unit_assessment(desk, round_id, unit);
  if (!assessment) return std::unexpected(assessment.error());
  const auto all = desk.store.work().versions(desk.viewer.province, round_id, unit);
  if (!all) return std::unexpected(all.error());
  std::vector<VersionView> out;
  std::optional<Inputs> before;
  for (const auto& version : *all) {
    auto now = readable(desk, assessment->round, version.answers_sha256);
    std::vector<VersionChange> changes;
    if (before && now) changes = differences(*assessment->set, *before, *now);
    before = std::move(now);
    out.push_back({version, std::move(changes)});
  }
  return out;
}

}  // namespace liem::assessment
