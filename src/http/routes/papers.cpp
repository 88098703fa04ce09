// A unit's papers while it writes them: its report, what the report proposes, its evidence.
#include "assessment/papers.h"

#include "assessment/digest.h"
#include "assessment/hand_in.h"
#include "http/application.h"
#include "http/json.h"
#include "http/routes/routes.h"
#include "http/work_json.h"
#include "http/writing.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::Attachment;
using assessment::Desk;
using assessment::Proposal;
using assessment::WorkDesk;

struct Place {
  std::string round, unit;
};

Place place_of(const Call& call) {
  return {call.parameters.at("round"), call.parameters.at("unit")};
}

json::object proposal_json(const Proposal& one, const indicators::IndicatorSet& set) {
  json::array criteria;
  for (const auto& code : assessment::criteria_reading(set, one.item)) criteria.emplace_back(code);
  return {{"item", one.item},
          {"label", to_json(set.items.find(one.item)->label)},
          {"criteria", std::move(criteria)},
          {"value", one.value.to_string()},
          {"confidence", figures::name_of(one.confidence)},
          {"rule", one.rule},
          {"bytes", to_json(one.span)},
          {"sentence", to_json(one.sentence)},
          {"text", one.said}};
}

Result<Response> list_proposals(const WorkDesk& at, const Call& call) {
  const auto [round, unit] = place_of(call);
  const auto found = assessment::proposals(at, round, unit);
  if (!found) return std::unexpected(found.error());
  const auto known = assessment::find_round(at.desk, round);
  if (!known) return std::unexpected(known.error());
  const auto set = at.desk.library.set(at.desk.store, at.desk.viewer.province, *known);
  if (!set) return std::unexpected(set.error());
  json::array out;
  for (const auto& one : *found) out.push_back(proposal_json(one, **set));
  return json_answer(out);
}

Result<Response> set_report(const Services& services, const WorkDesk& at, const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known = only_fields(*body, {"document"}); !known) return std::unexpected(known.error());
  const auto document = text_field(*body, "document", 100);
  if (!document) return std::unexpected(document.error());
  const auto [round, unit] = place_of(call);
  return response_of(in_one_write(at.desk, call, [&]() -> Result<Response> {
    auto set = assessment::set_report(at, services.files, round, unit, *document);
    if (!set) return std::unexpected(set.error());
    auto work = assessment::unit_work(at, round, unit);
    if (!work) return std::unexpected(work.error());
    if (auto told = assessment::tell_for_view(at, *work); !told) {
      return std::unexpected(told.error());
    }
    return json_answer(WorkWriter(services.flow, services.catalogue).unit(*work));
  }));
}

Result<Attachment> attachment_in(const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known =
          only_fields(*body, {"document", "criteria", "type", "number", "issuer", "title", "date"});
      !known) {
    return std::unexpected(known.error());
  }
  Attachment out;
  auto document = text_field(*body, "document", 100);
  if (!document) return std::unexpected(document.error());
  out.document = std::move(*document);
  auto criteria = texts_field(*body, "criteria", 500);
  if (!criteria) return std::unexpected(criteria.error());
  out.criteria = std::move(*criteria);
  const std::tuple<const char*, std::size_t, std::optional<std::string>*> texts[] = {
      {"type", 200, &out.type},
      {"number", 200, &out.number},
      {"issuer", 500, &out.issuer},
      {"title", 2000, &out.title}};
  for (const auto& [name, longest, into] : texts) {
    auto text = text_or_nothing(*body, name, longest);
    if (!text) return std::unexpected(text.error());
    *into = std::move(*text);
  }
  const auto date = day_or_nothing(*body, "date");
  if (!date) return std::unexpected(date.error());
  out.date = *date;
  return out;
}

Result<Response> attach(const Services& services, const WorkDesk& at, const Call& call) {
  const auto wanted = attachment_in(call);
  if (!wanted) return std::unexpected(wanted.error());
  const auto [round, unit] = place_of(call);
  return response_of(
      create_once(services, at.desk, call, asked_of(call), [&]() -> Result<Response> {
        const auto position = assessment::attach(at, services.files, round, unit, *wanted);
        if (!position) return std::unexpected(position.error());
        return json_answer(json::object{{"position", *position}});
      }));
}

}  // namespace

void add_paper_routes(Router& router, const Services& services) {
  const auto add = [&](Method method, const std::string& path, auto handle) {
    const bool writes = method != Method::get;
    Route route{method,
                "/api/v1/rounds/{round}/units/{unit}" + path,
                Access::signed_in,
                Cost::library,
                writes ? "application/json" : "",
                writes ? small_body : 0,
                [&services, handle](const Call& call) {
                  return at_work_desk(services, call, [&](const WorkDesk& at) -> Result<Response> {
                    return handle(at, call);
                  });
                }};
    route.rehearses = writes;
    router.add(std::move(route));
  };
  add(Method::get, "/proposals", &list_proposals);
  add(Method::put, "/report",
      [&services](const WorkDesk& at, const Call& call) { return set_report(services, at, call); });
  add(Method::post, "/evidence",
      [&services](const WorkDesk& at, const Call& call) { return attach(services, at, call); });
}

}  // namespace liem::http
