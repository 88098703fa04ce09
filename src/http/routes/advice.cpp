// Where points can be won: nothing of it is stored.
#include "assessment/advice.h"

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "advice/advice_json.h"
#include "http/application.h"
#include "http/errors.h"
#include "http/json.h"
#include "http/query.h"
#include "http/routes/routes.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::Desk;
using assessment::UnitAssessment;

constexpr std::size_t actions_body = std::size_t{512} << 10;  // bytes: 200 actions
constexpr std::size_t most_changes = 200;

// What a list of problems comes to in an answer: the first, as it names its place.
template <class T>
Result<T> first_problem(std::expected<T, Problems> found) {
  if (found) return std::move(*found);
  return std::unexpected(std::move(found.error().front()));
}

void add_unit(json::object& out, const UnitAssessment& found) {
  out["round"] = found.round.id;
  out["unit"] = unit_reference(found.unit);
}

Result<UnitAssessment> assessment_of(const Desk& desk, const Call& call) {
  return assessment::unit_assessment(desk, call.parameters.at("round"), call.parameters.at("unit"));
}

// Of which round and set the points of last year are, and of which criterion where the sets differ.
void add_last_year(json::object& out, const std::optional<assessment::LastYear>& year) {
  out["last_year"] = year ? json::value(year->round) : json::value(nullptr);
  out["last_year_set"] = nullptr;
  if (!year || !year->other_set) return;
  out["last_year_set"] = to_json(year->set);
  for (auto& loss : out["losses"].as_array()) {
    const auto found = year->leaves.find(std::string(loss.at("code").as_string()));
    if (found == year->leaves.end() || loss.at("last_year").is_null()) continue;
    loss.as_object()["last_year_of"] =
        json::object{{"code", found->second.code}, {"maximum", found->second.maximum.to_string()}};
  }
}

Result<Response> get_advice(const Services& services, const Desk& desk, const Call& call) {
  const auto found = assessment::unit_advice(desk, call.parameters.at("round"),
                                             call.parameters.at("unit"), services.trends.mappings);
  if (!found) return std::unexpected(found.error());
  const auto& [inputs, score] = *found->assessment.scored;
  auto out = advice::advice_json(found->lost, found->changes, score, *found->assessment.set, inputs,
                                 services.catalogue);
  add_unit(out, found->assessment);
  out["peers"] = found->peers;
  add_last_year(out, found->last_year);
  return json_answer(out);
}

// A list of 1 to `most` objects.
Result<const json::array*> list_field(const json::object& body, std::string_view field,
                                      std::size_t most) {
  const auto* value = body.if_contains({field.data(), field.size()});
  const bool fits = value != nullptr && value->is_array() && !value->as_array().empty() &&
                    value->as_array().size() <= most &&
                    std::ranges::all_of(value->as_array(),
                                        [](const json::value& one) { return one.is_object(); });
  if (!fits) {
    return bad_field(std::string(field), "array of objects, 1.." + std::to_string(most));
  }
  return &value->as_array();
}

Result<std::optional<std::string>> optional_text(const json::object& object, std::string_view field,
                                                 std::size_t longest) {
  if (!object.contains({field.data(), field.size()})) return std::nullopt;
  auto text = text_field(object, field, longest);
  if (!text) return std::unexpected(text.error());
  return std::move(*text);
}

Result<advice::AnswerChange> read_change(const json::object& object) {
  if (auto known = only_fields(object, {"id", "value", "state", "ground"}); !known) {
    return std::unexpected(known.error());
  }
  auto id = text_field(object, "id", 100);
  auto value = optional_text(object, "value", 40);
  auto state = optional_text(object, "state", 20);
  auto ground = optional_text(object, "ground", 1000);
  for (const auto* part : {&value, &state, &ground}) {
    if (!*part) return std::unexpected(part->error());
  }
  if (!id) return std::unexpected(id.error());
  return advice::AnswerChange{std::move(*id), std::move(*value), std::move(*state),
                              std::move(*ground)};
}

Result<std::vector<advice::AnswerChange>> changes_in(const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known = only_fields(*body, {"changes"}); !known) return std::unexpected(known.error());
  const auto list = list_field(*body, "changes", most_changes);
  if (!list) return std::unexpected(list.error());
  std::vector<advice::AnswerChange> changes;
  for (const auto& one : **list) {
    auto change = read_change(one.as_object());
    if (!change) return std::unexpected(change.error());
    changes.push_back(std::move(*change));
  }
  return changes;
}

Result<Response> what_if(const Services& services, const Desk& desk, const Call& call) {
  const auto assessed = assessment_of(desk, call);
  if (!assessed) return std::unexpected(assessed.error());
  const auto changes = changes_in(call);
  if (!changes) return std::unexpected(changes.error());
  const auto found = first_problem(
      advice::what_if(*assessed->set, assessment::with_places(*assessed), *changes, "changes"));
  if (!found) return std::unexpected(found.error());
  auto out = advice::what_if_json(*found, *assessed->set, services.catalogue);
  add_unit(out, *assessed);
  return json_answer(out);
}

struct StepsQuestion {
  advice::StepsBudget budget;
  std::vector<advice::Action> actions;
};

// One action a line, so that refusals count the actions.
std::string list_text(const json::array& actions) {
  std::string text;
  for (const auto& one : actions) text += "- " + json::serialize(one) + "\n";
  return text;
}

Result<StepsQuestion> question_in(const Call& call, const indicators::IndicatorSet& set) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known = only_fields(*body, {"days", "money", "actions"}); !known) {
    return std::unexpected(known.error());
  }
  const auto days_text = text_field(*body, "days", 40);
  if (!days_text) return std::unexpected(days_text.error());
  const auto money_text = text_field(*body, "money", 40);
  if (!money_text) return std::unexpected(money_text.error());
  const auto days = advice::day_hundredths(*days_text);
  if (!days) return std::unexpected(days.error());
  const auto money = advice::whole_money(*money_text);
  if (!money) return std::unexpected(money.error());
  const auto list = list_field(*body, "actions", advice::most_actions);
  if (!list) return std::unexpected(list.error());
  auto actions = first_problem(advice::load_actions(list_text(**list), "actions", set));
  if (!actions) return std::unexpected(actions.error());
  return StepsQuestion{{*days, *money}, std::move(*actions)};
}

Result<Response> best_steps(const Services& services, const Desk& desk, const Call& call) {
  const auto assessed = assessment_of(desk, call);
  if (!assessed) return std::unexpected(assessed.error());
  const auto asked = question_in(call, *assessed->set);
  if (!asked) return std::unexpected(asked.error());
  const auto& inputs = assessed->scored->inputs;
  const auto found = first_problem(
      advice::best_steps(*assessed->set, inputs, asked->actions, asked->budget, "actions"));
  if (!found) return std::unexpected(found.error());
  auto out = advice::best_steps_json(*found, asked->actions, asked->budget, *assessed->set, inputs,
                                     services.catalogue);
  add_unit(out, *assessed);
  return json_answer(out);
}

json::object kind_json(const assessment::RankedKind& kind, int percent, const Catalogue& words) {
  json::array rows;
  for (const auto& rank : kind.ranks) {
    auto row = advice::rank_json(rank, kind.scored[rank.unit]->score, percent, words);
    row["unit"] = unit_reference(kind.units[rank.unit]);
    rows.push_back(std::move(row));
  }
  return {{"kind", std::string(organisation::name_of(kind.kind))}, {"units", std::move(rows)}};
}

Result<Response> list_ranks(const Services& services, const Desk& desk, const Call& call) {
  const auto query = parse_query(call.head.target);
  if (!query) return std::unexpected(query.error());
  const auto percent = whole_in(*query, "bounds", 0, advice::widest_bounds, 20);
  if (!percent) return std::unexpected(percent.error());
  const auto found = assessment::round_ranks(desk, call.parameters.at("round"), *percent);
  if (!found) return std::unexpected(found.error());
  json::array kinds;
  for (const auto& kind : found->kinds) {
    kinds.push_back(kind_json(kind, *percent, services.catalogue));
  }
  return json_answer(json::object{{"round", found->round.id},
                                  {"set", to_json(found->round.set)},
                                  {"bounds", *percent},
                                  {"kinds", std::move(kinds)}});
}

}  // namespace

void add_advice_routes(Router& router, const Services& services) {
  const auto add = [&](Method method, const std::string& path, Cost cost, std::size_t limit,
                       auto handle) {
    router.add({method, path, Access::signed_in, cost, limit > 0 ? "application/json" : "", limit,
                [&services, handle](const Call& call) {
                  return at_desk(services, call, [&](const Desk& desk) -> Result<Response> {
                    return handle(services, desk, call);
                  });
                }});
  };
  const std::string round = "/api/v1/rounds/{round}", unit = round + "/units/{unit}";
  add(Method::get, unit + "/advice", Cost::library, 0, &get_advice);
  add(Method::post, unit + "/what-if", Cost::library, small_body, &what_if);
  add(Method::post, unit + "/best-steps", Cost::reading, actions_body, &best_steps);
  add(Method::get, round + "/ranks", Cost::library, 0, &list_ranks);
}

}  // namespace liem::http
