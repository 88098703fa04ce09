// A round's work: what waits, where things stand, acts, answers as they are written, verdicts.
#include "assessment/digest.h"
#include "http/application.h"
#include "http/errors.h"
#include "http/json.h"
#include "http/publication_json.h"
#include "http/query.h"
#include "http/routes/routes.h"
#include "http/work_json.h"
#include "http/writing.h"
#include "indicators/score_json.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::ActWanted;
using assessment::AnswersChange;
using assessment::Desk;
using assessment::WorkDesk;

constexpr std::size_t answers_body = std::size_t{256} << 10;  // bytes
constexpr std::size_t most_items = 100, most_criteria = 500;

Result<std::optional<Decimal>> points_in(const json::object& object, std::string_view field) {
  const auto text = text_or_nothing(object, field, 40);
  if (!text) return std::unexpected(text.error());
  if (!*text) return std::nullopt;
  const auto points = Decimal::parse(**text);
  if (!points) return bad_field(std::string(field), "decimal");
  return points;
}

Result<bool> flag_in(const json::object& object, std::string_view field) {
  const auto* value = object.if_contains({field.data(), field.size()});
  if (value == nullptr) return false;
  if (!value->is_bool()) return bad_field(std::string(field), "true, false");
  return value->as_bool();
}

// Checked where one is given; else empty.
Result<std::string> reason_in(const json::object& object) {
  const auto text = text_or_nothing(object, "reason", 4 * assessment::longest_reason);
  if (!text) return std::unexpected(text.error());
  return *text ? assessment::checked_reason(**text) : Result<std::string>("");
}

Result<std::vector<std::string>> criteria_in(const json::object& object) {
  if (!object.contains("criteria")) return std::vector<std::string>{};
  return texts_field(object, "criteria", most_criteria);
}

Result<ActWanted> act_in(const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  auto known = only_fields(*body, {"act", "criteria", "reason", "points", "each"});
  if (!known) return std::unexpected(known.error());
  auto act = text_field(*body, "act", 50);
  if (!act) return std::unexpected(act.error());
  auto criteria = criteria_in(*body);
  if (!criteria) return std::unexpected(criteria.error());
  auto reason = reason_in(*body);
  if (!reason) return std::unexpected(reason.error());
  const auto points = points_in(*body, "points");
  if (!points) return std::unexpected(points.error());
  const auto each = flag_in(*body, "each");
  if (!each) return std::unexpected(each.error());
  return ActWanted{std::move(*act), std::move(*criteria), std::move(*reason), *points, *each};
}

class WorkRoutes {
 public:
  explicit WorkRoutes(const Services& services) : services_(services) {}

  Result<Response> list(const WorkDesk& at, const Call&) const;
  Result<Response> get_round(const WorkDesk& at, const Call& call) const;
  Result<Response> get_unit(const WorkDesk& at, const Call& call) const;
  Result<Response> act_on_round(const WorkDesk& at, const Call& call) const;
  Result<Response> act_on_unit(const WorkDesk& at, const Call& call) const;
  Result<Response> set_deadline(const WorkDesk& at, const Call& call) const;
  Result<Response> get_answers(const WorkDesk& at, const Call& call) const;
  Result<Response> save_answers(const WorkDesk& at, const Call& call) const;
  Result<Response> judge(const WorkDesk& at, const Call& call) const;
  Result<Response> list_versions(const WorkDesk& at, const Call& call) const;

 private:
  WorkWriter writer() const { return {services_.flow, services_.catalogue}; }
  // A package takes a key that this server may not have.
  json::object told(const assessment::RoundWork& work) const {
    auto out = writer().round(work);
    if (work.packed && !services_.make_package) out["package"] = "no_key";
    return out;
  }
  Result<json::object> answers(const WorkDesk& at, const Call& call) const;
  Result<json::value> standing_verdict(const WorkDesk& at, const Call& call, int document) const;

  const Services& services_;
};

Result<Response> WorkRoutes::list(const WorkDesk& at, const Call&) const {
  const auto waiting = assessment::waiting_work(at);
  if (!waiting) return std::unexpected(waiting.error());
  return json_answer(writer().waiting(*waiting));
}

Result<Response> WorkRoutes::get_round(const WorkDesk& at, const Call& call) const {
  const auto work = assessment::round_work(at, in(call, "round"));
  if (!work) return std::unexpected(work.error());
  return json_answer(told(*work));
}

Result<Response> WorkRoutes::get_unit(const WorkDesk& at, const Call& call) const {
  auto work = assessment::unit_work(at, in(call, "round"), in(call, "unit"));
  if (!work) return std::unexpected(work.error());
  if (auto told = assessment::tell_for_view(at, *work); !told) {
    return std::unexpected(told.error());
  }
  return json_answer(writer().unit(*work));
}

Result<Response> WorkRoutes::act_on_round(const WorkDesk& at, const Call& call) const {
  const auto wanted = act_in(call);
  if (!wanted) return std::unexpected(wanted.error());
  return response_of(
      create_once(services_, at.desk, call, asked_of(call), [&]() -> Result<Response> {
        const auto published = assessment::do_act(at, in(call, "round"), *wanted);
        if (!published) return std::unexpected(published.error());
        const auto work = assessment::round_work(at, in(call, "round"));
        if (!work) return std::unexpected(work.error());
        auto answer = told(*work);
        if (*published) answer["publication"] = published_json(**published);
        return json_answer(answer);
      }));
}

Result<Response> WorkRoutes::act_on_unit(const WorkDesk& at, const Call& call) const {
  const auto wanted = act_in(call);
  if (!wanted) return std::unexpected(wanted.error());
  return response_of(
      create_once(services_, at.desk, call, asked_of(call), [&]() -> Result<Response> {
        const auto rows = assessment::do_act(at, in(call, "round"), in(call, "unit"), *wanted);
        if (!rows) return std::unexpected(rows.error());
        return json_answer(writer().done(*rows));
      }));
}

Result<Response> WorkRoutes::set_deadline(const WorkDesk& at, const Call& call) const {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known = only_fields(*body, {"due", "unit", "reason"}); !known) {
    return std::unexpected(known.error());
  }
  const auto text = text_field(*body, "due", 10);
  if (!text) return std::unexpected(text.error());
  const auto day = parse_iso_date(*text);
  if (!day) return bad_field("due", "2026-01-31");
  auto unit = text_or_nothing(*body, "unit", 200);
  if (!unit) return std::unexpected(unit.error());
  const auto reason = reason_in(*body);
  if (!reason) return std::unexpected(reason.error());
  const assessment::StepDue due{std::move(*unit).value_or(""), in(call, "step"), *day};
  return response_of(in_one_write(at.desk, call, [&]() -> Result<Response> {
    auto set = assessment::set_deadline(at, in(call, "round"), due, *reason);
    if (!set) return std::unexpected(set.error());
    return get_round(at, call);
  }));
}

// Other criteria whose rules read the item.
json::array also_in(const indicators::IndicatorSet& set, std::string_view item,
                    std::string_view but) {
  json::array out;
  for (const auto& code : assessment::criteria_reading(set, item)) {
    if (code != but) out.emplace_back(code);
  }
  return out;
}

Result<json::object> WorkRoutes::answers(const WorkDesk& at, const Call& call) const {
  const auto work = assessment::unit_work(at, in(call, "round"), in(call, "unit"));
  if (!work) return std::unexpected(work.error());
  const auto& code = in(call, "criterion");
  const auto* criterion = work->find(code);
  const auto& found = work->assessment;
  if (criterion == nullptr) {
    return fail(assessment::errors::no_criterion, {{"set", found.set->id}, {"criterion", code}});
  }
  const auto own = assessment::own_inputs(at.desk, found);
  if (!own) return std::unexpected(own.error());
  auto explained = indicators::explanation_json(code, indicators::score(*found.set, *own),
                                                *found.set, *own, services_.catalogue);
  json::array items = std::move(explained.at("inputs").as_array());
  for (auto& item : items) {
    auto& fields = item.as_object();
    fields.erase("day");
    fields.erase("rolled_up");
    fields["also_in"] = also_in(*found.set, std::string_view(fields.at("id").as_string()), code);
  }
  const auto why_not =
      assessment::why_not(at, *work, *services_.flow.find("edit"), code, std::nullopt);
  return json::object{{"criterion", code},
                      {"title", to_json(criterion->criterion->title)},
                      {"points", criterion->criterion->points.to_string()},
                      {"state", criterion->state},
                      {"self", decimal_or_null(criterion->self)},
                      {"computed", decimal_or_null(criterion->computed)},
                      {"items", std::move(items)},
                      {"why_not", writer().obstacles(why_not)}};
}

Result<Response> WorkRoutes::get_answers(const WorkDesk& at, const Call& call) const {
  const auto found = answers(at, call);
  if (!found) return std::unexpected(found.error());
  return tagged_answer(*found);
}

// The bytes of the unit's report that an answer was taken from.
Result<std::string> quoted(const WorkDesk& at, const Call& call, const json::object& item) {
  const auto* value = item.if_contains("quote");
  if (value == nullptr || value->is_null()) return "";
  const bool pair = value->is_array() && value->as_array().size() == 2 &&
                    value->as_array()[0].is_int64() && value->as_array()[1].is_int64();
  if (!pair) return bad_field("items.quote", "[0, 100]");
  const auto view = assessment::report_view(
      at.desk, assessment::ReportId{in(call, "round"), in(call, "unit")}.text());
  if (!view) return std::unexpected(view.error());
  const auto begin = value->as_array()[0].as_int64(), end = value->as_array()[1].as_int64();
  const auto size = static_cast<std::int64_t>(view->read->text.size());
  if (begin < 0 || begin >= end || end > size) {
    return bad_field("items.quote", "0.." + std::to_string(size));
  }
  return view->read->text.substr(static_cast<std::size_t>(begin),
                                 static_cast<std::size_t>(end - begin));
}

Result<AnswersChange::Item> item_in(const WorkDesk& at, const Call& call,
                                    const json::object& object) {
  if (auto known = only_fields(object, {"id", "state", "value", "ground", "note", "quote"});
      !known) {
    return std::unexpected(known.error());
  }
  auto id = text_field(object, "id", 100);
  if (!id) return std::unexpected(id.error());
  auto state = text_field(object, "state", 20);
  if (!state) return std::unexpected(state.error());
  auto value = text_or_nothing(object, "value", 40);
  auto ground = text_or_nothing(object, "ground", 4000);
  auto note = text_or_nothing(object, "note", 4000);
  for (const auto* part : {&value, &ground, &note}) {
    if (!*part) return std::unexpected(part->error());
  }
  auto quote = quoted(at, call, object);
  if (!quote) return std::unexpected(quote.error());
  AnswersChange::Item out;
  out.change.id = std::move(*id);
  if (*state == "given") {
    out.change.value = std::move(*value).value_or("");
  } else {
    out.change.state = std::move(*state);
    out.change.ground = std::move(*ground);
  }
  out.note = std::move(*note).value_or("");
  out.quote = std::move(*quote);
  return out;
}

Result<AnswersChange> change_in(const WorkDesk& at, const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known = only_fields(*body, {"items", "self"}); !known) {
    return std::unexpected(known.error());
  }
  AnswersChange change;
  change.sets_self = body->contains("self");
  const auto self = points_in(*body, "self");
  if (!self) return std::unexpected(self.error());
  change.self = *self;
  const auto* items = body->if_contains("items");
  if (items == nullptr) return change;
  if (!items->is_array() || items->as_array().size() > most_items) {
    return bad_field("items", "array, 0.." + std::to_string(most_items));
  }
  for (const auto& one : items->as_array()) {
    if (!one.is_object()) return bad_field("items", "object");
    auto item = item_in(at, call, one.as_object());
    if (!item) return std::unexpected(item.error());
    change.items.push_back(std::move(*item));
  }
  return change;
}

Result<Response> WorkRoutes::save_answers(const WorkDesk& at, const Call& call) const {
  const auto change = change_in(at, call);
  if (!change) return std::unexpected(change.error());
  return response_of(in_one_write(at.desk, call, [&]() -> Result<Response> {
    const auto current = answers(at, call);
    if (!current) return std::unexpected(current.error());
    if (auto unchanged = check_unchanged(call, *current); !unchanged) {
      return std::unexpected(unchanged.error());
    }
    auto saved = assessment::save_answers(at, in(call, "round"), in(call, "unit"),
                                          in(call, "criterion"), *change);
    if (!saved) return std::unexpected(saved.error());
    return get_answers(at, call);
  }));
}

Result<json::value> WorkRoutes::standing_verdict(const WorkDesk& at, const Call& call,
                                                 int document) const {
  const auto all =
      at.desk.store.work().verdicts(at.desk.viewer.province, in(call, "round"), in(call, "unit"));
  if (!all) return std::unexpected(all.error());
  for (const auto& one : *all) {
    if (one.document == document && one.criterion == in(call, "criterion")) {
      return json::value(writer().verdict(one));
    }
  }
  return json::value(nullptr);
}

Result<assessment::JudgedEvidence> verdict_in(const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known = only_fields(*body, {"verdict", "page", "reason"}); !known) {
    return std::unexpected(known.error());
  }
  const auto name = text_field(*body, "verdict", 20);
  if (!name) return std::unexpected(name.error());
  const auto verdict = assessment::evidence_verdict_of(*name);
  if (!verdict) return bad_field("verdict", "accepted, partly, refused");
  assessment::JudgedEvidence out;
  out.verdict = *verdict;
  const auto reason = reason_in(*body);
  if (!reason) return std::unexpected(reason.error());
  out.reason = *reason;
  const auto* page = body->if_contains("page");
  if (page == nullptr || page->is_null()) return out;
  constexpr std::int64_t last_page = 100'000;
  if (!page->is_int64() || page->as_int64() < 1 || page->as_int64() > last_page) {
    return bad_field("page", "1.." + std::to_string(last_page));
  }
  out.page = static_cast<int>(page->as_int64());
  return out;
}

Result<Response> WorkRoutes::judge(const WorkDesk& at, const Call& call) const {
  auto verdict = verdict_in(call);
  if (!verdict) return std::unexpected(verdict.error());
  const int position = number_segment(in(call, "position"));
  verdict->unit = in(call, "unit");
  verdict->document = position;
  verdict->criterion = in(call, "criterion");
  return response_of(in_one_write(at.desk, call, [&]() -> Result<Response> {
    const auto current = standing_verdict(at, call, position);
    if (!current) return std::unexpected(current.error());
    if (auto unchanged = check_unchanged(call, *current); !unchanged) {
      return std::unexpected(unchanged.error());
    }
    const auto judged = assessment::judge(at, in(call, "round"), *verdict);
    if (!judged) return std::unexpected(judged.error());
    return tagged_answer(writer().verdict(*judged));
  }));
}

Result<Response> WorkRoutes::list_versions(const WorkDesk& at, const Call& call) const {
  const auto all = assessment::versions(at.desk, in(call, "round"), in(call, "unit"));
  if (!all) return std::unexpected(all.error());
  return json_answer(writer().versions(*all));
}

}  // namespace

void add_work_routes(Router& router, const Services& services) {
  using Handle = Result<Response> (WorkRoutes::*)(const WorkDesk&, const Call&) const;
  const auto add = [&](Method method, const std::string& path, Handle handle) {
    const bool writes = method != Method::get;
    Route route{method,
                path,
                Access::signed_in,
                Cost::library,
                writes ? "application/json" : "",
                writes ? answers_body : 0,
                [&services, handle](const Call& call) {
                  return at_work_desk(services, call, [&](const WorkDesk& at) {
                    return (WorkRoutes(services).*handle)(at, call);
                  });
                }};
    route.rehearses = writes;
    router.add(std::move(route));
  };
  const std::string round = "/api/v1/rounds/{round}", unit = round + "/units/{unit}";
  add(Method::get, "/api/v1/work", &WorkRoutes::list);
  add(Method::get, round + "/work", &WorkRoutes::get_round);
  add(Method::post, round + "/work/acts", &WorkRoutes::act_on_round);
  add(Method::put, round + "/steps/{step}", &WorkRoutes::set_deadline);
  add(Method::get, unit + "/work", &WorkRoutes::get_unit);
  add(Method::post, unit + "/work/acts", &WorkRoutes::act_on_unit);
  add(Method::get, unit + "/answers/{criterion}", &WorkRoutes::get_answers);
  add(Method::patch, unit + "/answers/{criterion}", &WorkRoutes::save_answers);
  add(Method::put, unit + "/evidence/{position}/verdicts/{criterion}", &WorkRoutes::judge);
  add(Method::get, unit + "/versions", &WorkRoutes::list_versions);
}

}  // namespace liem::http
