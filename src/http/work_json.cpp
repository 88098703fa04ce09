#include "http/work_json.h"

#include <array>

#include "http/json.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using namespace assessment;  // NOLINT: everything shown here is the assessment's

constexpr std::array<const char*, 3> need_names{"reason", "points", "reason_if_differs"};

json::value number_or_null(const std::optional<int>& number) {
  return number && *number > 0 ? json::value(*number) : json::value(nullptr);
}

json::object person(const Doer& doer) {
  json::value principal = nullptr;
  if (!doer.for_name.empty()) {  // of a round that came in a package, names alone are known
    principal = person_json(doer.for_account, doer.for_name);
  }
  auto out = person_json(doer.account, doer.name);
  out["on_behalf_of"] = std::move(principal);
  return out;
}

json::value layer(const WorkAct* act) {
  if (act == nullptr) return nullptr;
  return json::object{{"points", act->points->to_string()},
                      {"by", person(act->by)},
                      {"at", time_text(act->at)},
                      {"reason", act->reason}};
}

json::value received_json(const std::optional<ReceivedPackage>& package) {
  if (!package) return nullptr;
  return json::object{{"number", package->number},
                      {"sha256", package->sha256},
                      {"key", package->key},
                      {"submitted_by", package->submitted_by},
                      {"submitted_at", time_text(package->submitted)},
                      {"received_at", time_text(package->received)}};
}

}  // namespace

Words WorkWriter::in_both(const std::string& id) const {
  return {words_.render({id, {}}, Locale::vi), words_.render({id, {}}, Locale::en)};
}

json::array WorkWriter::obstacles(const Problems& found) const {
  json::array out;
  for (const auto& one : found) {
    const Words words{words_.render(one.message, Locale::vi),
                      words_.render(one.message, Locale::en)};
    out.push_back(json::object{{"code", one.message.id}, {"message", to_json(words)}});
  }
  return out;
}

json::object WorkWriter::act(const WorkAct& act) const {
  const auto* transition = flow_.find(act.act);
  return {{"act", act.act},
          {"publishes", transition != nullptr && transition->publishes},
          {"title", to_json(in_both("work_act." + act.act))},
          {"state", filled_or_null(act.state)},
          {"by", person(act.by)},
          {"at", time_text(act.at)},
          {"reason", act.reason},
          {"points", decimal_or_null(act.points)},
          {"version", number_or_null(act.version)}};
}

json::array WorkWriter::history(const std::vector<const WorkAct*>& all) const {
  json::array out;
  for (const auto* one : all) out.push_back(act(*one));
  return out;
}

json::array WorkWriter::acts(const std::vector<PossibleAct>& all) const {
  json::array out;
  for (const auto& [transition, due, why_not] : all) {
    json::array needs;
    for (const auto need : transition->needs) {
      needs.push_back(need_names[static_cast<std::size_t>(need)]);
    }
    out.push_back(json::object{{"act", transition->act},
                               {"title", to_json(in_both("work_act." + transition->act))},
                               {"needs", std::move(needs)},
                               {"due", date_or_null(due)},
                               {"apart", transition->apart},
                               {"publishes", transition->publishes},
                               {"why_not", obstacles(why_not)}});
  }
  return out;
}

json::array WorkWriter::steps(const std::vector<StepDue>& deadlines, std::string_view unit) const {
  json::array out;
  for (const auto& step : flow_.steps) {
    const auto due = due_of(deadlines, unit, step);
    const bool own = !unit.empty() && due != due_of(deadlines, "", step);
    out.push_back(json::object{{"step", step},
                               {"title", to_json(in_both("step." + step))},
                               {"due", date_or_null(due)},
                               {"own", own}});
  }
  return out;
}

json::object WorkWriter::verdict(const JudgedEvidence& one) const {
  return {{"document", one.document},
          {"criterion", one.criterion},
          {"verdict", name_of(one.verdict)},
          {"page", number_or_null(one.page)},
          {"reason", one.reason},
          {"by", person(one.by)},
          {"at", time_text(one.at)}};
}

json::object WorkWriter::criterion(const UnitWork& work, const CriterionWork& one) const {
  const Thing thing = work.thing(one.criterion->code);
  json::array verdicts;
  for (const auto& judged : one.verdicts) verdicts.push_back(verdict(judged));
  return {{"code", one.criterion->code},
          {"title", to_json(one.criterion->title)},
          {"points", one.criterion->points.to_string()},
          {"state", one.state},
          {"self", decimal_or_null(one.self)},
          {"computed", decimal_or_null(one.computed)},
          {"appraised", layer(work.record.score(Layer::appraised, thing))},
          {"submitted", layer(work.record.score(Layer::submitted, thing))},
          {"reviewed", layer(work.record.score(Layer::reviewed, thing))},
          {"assigned", json::array(one.assigned.begin(), one.assigned.end())},
          {"acts", acts(one.acts)},
          {"history", history(work.record.of(thing))},
          {"verdicts", std::move(verdicts)}};
}

json::object WorkWriter::unit(const UnitWork& work) const {
  const auto& points = work.assessment.scored->score.total.points;
  const std::string& unit = work.assessment.unit.id;
  json::array criteria;
  for (const auto& one : work.criteria) criteria.push_back(criterion(work, one));
  return {{"round", work.assessment.round.id},
          {"unit", unit_reference(work.assessment.unit)},
          {"state", work.record.file_state(unit)},
          {"version", number_or_null(work.record.version(unit))},
          {"steps", steps(work.deadlines, unit)},
          {"acts", acts(work.acts)},
          {"history", history(work.record.of(work.file()))},
          {"reached", points.reached.to_string()},
          {"reachable", points.reachable.to_string()},
          {"maximum", points.maximum.to_string()},
          {"criteria", std::move(criteria)}};
}

json::object WorkWriter::file(const FileStanding& one) const {
  json::array counts;
  for (const auto& state : flow_.states.at(workflow::Level::criterion)) {
    const auto found = one.counts.find(state);
    if (found != one.counts.end()) {
      counts.push_back(json::object{{"state", state}, {"count", found->second}});
    }
  }
  return {{"unit", unit_reference(one.unit)},
          {"state", one.state},
          {"version", number_or_null(one.version)},
          {"handed_in", time_or_null(one.handed_in)},
          {"counts", std::move(counts)}};
}

json::object WorkWriter::round(const RoundWork& work) const {
  json::array files;
  for (const auto& one : work.files) files.push_back(file(one));
  return {{"round", work.round.id},
          {"title", to_json(work.round.title)},
          {"state", work.record.round_state()},
          {"steps", steps(work.deadlines, "")},
          {"acts", acts(work.acts)},
          {"history", history(work.record.of({}))},
          {"files", std::move(files)},
          {"package", work.packed ? "ready" : "none"},
          {"received", received_json(work.received)}};
}

json::array WorkWriter::waiting(const std::vector<Waiting>& all) const {
  json::array out;
  for (const auto& one : all) {
    json::value unit = nullptr, last = nullptr, since = nullptr;
    if (one.unit) unit = unit_reference(*one.unit);
    if (one.last) {
      last = act(*one.last);
      since = json::value(time_text(one.last->at));
    }
    json::array criteria;
    for (const auto& code : one.criteria) criteria.emplace_back(code);
    out.push_back(json::object{{"round", one.round.id},
                               {"round_title", to_json(one.round.title)},
                               {"unit", std::move(unit)},
                               {"criteria", std::move(criteria)},
                               {"act", one.transition->act},
                               {"title", to_json(in_both("work_act." + one.transition->act))},
                               {"step", filled_or_null(one.transition->step)},
                               {"due", date_or_null(one.due)},
                               {"since", std::move(since)},
                               {"last", std::move(last)}});
  }
  return out;
}

json::object WorkWriter::done(const std::vector<ActRow>& rows) const {
  json::array out;
  for (const auto& row : rows) {
    out.push_back(json::object{{"criterion", filled_or_null(row.criterion)},
                               {"state", row.state},
                               {"why_not", obstacles(row.why_not)}});
  }
  return {{"rows", std::move(out)}};
}

json::array WorkWriter::versions(const std::vector<VersionView>& all) const {
  json::array out;
  for (const auto& [version, changed] : all) {
    json::array changes;
    for (const auto& one : changed) {
      json::array criteria;
      for (const auto& code : one.criteria) criteria.emplace_back(code);
      changes.push_back(json::object{{"id", one.id},
                                     {"label", to_json(one.label)},
                                     {"before", one.before},
                                     {"after", one.after},
                                     {"criteria", std::move(criteria)}});
    }
    out.push_back(json::object{{"version", version.version},
                               {"at", time_text(version.at)},
                               {"by", person(version.by)},
                               {"changes", std::move(changes)}});
  }
  return out;
}

}  // namespace liem::http
