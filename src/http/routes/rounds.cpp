#include <algorithm>

#include "assessment/overview.h"
#include "http/errors.h"
#include "http/json.h"
#include "http/kept_answers.h"
#include "http/list_queries.h"
#include "http/paging.h"
#include "http/query.h"
#include "http/routes/routes.h"
#include "indicators/score_json.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::Action;
using assessment::Desk;
using assessment::UnitAssessment;

json::object summary_json(const assessment::UnitSummary& row) {
  const auto points = row.points ? json::value(indicators::points_json(*row.points)) : nullptr;
  return {{"id", row.unit.id},
          {"name", to_json(row.unit.name)},
          {"kind", std::string(organisation::name_of(row.unit.kind))},
          {"points", points},
          {"self", decimal_or_null(row.self)},
          {"report", text_or_null(row.report)},
          {"findings",
           {{"error", row.findings.error},
            {"warning", row.findings.warning},
            {"note", row.findings.note}}}};
}

Result<Response> list_rounds(const Desk& desk, const Call&) {
  const auto rounds = assessment::rounds(desk);
  if (!rounds) return std::unexpected(rounds.error());
  json::array out;
  for (const auto& round : *rounds) out.push_back(to_json(round));
  return json_answer(out);
}

Result<Response> list_past_sets(const Desk& desk, const Call& call) {
  const auto past = assessment::past_sets(desk, call.parameters.at("round"));
  if (!past) return std::unexpected(past.error());
  json::array out;
  for (const auto& one : *past) {
    out.push_back(json::object{{"set", to_json(one.set)},
                               {"until", time_text(one.until)},
                               {"by", one.by},
                               {"reason", one.reason}});
  }
  return json_answer(out);
}

// ?kind= keeps units of one kind; ?sort= puts the fewest points first, or with "-points" the most,
// units without points last either way, and those alike in the round's order.
Result<void> filter_and_sort(const Query& query, std::vector<assessment::UnitSummary>& rows) {
  if (auto kept = keep_kind(query, rows); !kept) return kept;
  const auto sort = query.find("sort");
  if (sort == query.end()) return {};
  const bool most_first = sort->second == "-points";
  if (!most_first && sort->second != "points") {
    return fail(errors::bad_field, {{"field", "sort"}, {"wanted", "points, -points"}});
  }
  std::ranges::stable_sort(rows, [&](const auto& a, const auto& b) {
    if (!a.points || !b.points) return a.points.has_value() && !b.points.has_value();
    return most_first ? b.points->reached < a.points->reached
                      : a.points->reached < b.points->reached;
  });
  return {};
}

Result<Response> list_units(const Desk& desk, const Call& call) {
  const auto query = parse_query(call.head.target);
  if (!query) return std::unexpected(query.error());
  auto rows = assessment::unit_summaries(desk, call.parameters.at("round"));
  if (!rows) return std::unexpected(rows.error());
  if (auto ordered = filter_and_sort(*query, *rows); !ordered) {
    return std::unexpected(ordered.error());
  }
  const auto page =
      page_in(*query, rows->size(), [&](std::size_t i) { return (*rows)[i].unit.id; });
  if (!page) return std::unexpected(page.error());
  json::array out;
  for (std::size_t i = page->begin; i < page->end; ++i) out.push_back(summary_json((*rows)[i]));
  Response response = json_answer(out);
  link_next(response, call, *page);
  return response;
}

Result<UnitAssessment> assessment_asked(const Desk& desk, const Call& call) {
  return assessment::unit_assessment(desk, call.parameters.at("round"), call.parameters.at("unit"));
}

// How many units stand directly below, of how many of them there are answers, and as of which day:
// figures without a day of their own and the tree are of the round's last one.
json::value below_json(const UnitAssessment& found) {
  const auto& below = found.scored->inputs.below;
  if (below == nullptr) return nullptr;
  json::array missing;
  for (const auto& unit : found.silent_below) missing.push_back(unit_reference(unit));
  const std::string last_day = to_iso(found.round.to);
  return json::object{{"units", below->units.size()},
                      {"silent", std::move(missing)},
                      {"values_on", last_day},
                      {"tree_on", last_day}};
}

Result<Response> get_assessment(const Desk& desk, const Call& call) {
  const auto found = assessment_asked(desk, call);
  if (!found) return std::unexpected(found.error());
  const auto& total = found->scored->score.total;
  return json_answer(
      json::object{{"round", found->round.id},
                   {"unit", unit_reference(found->unit)},
                   {"set", to_json(found->round.set)},
                   {"points", indicators::points_json(total.points)},
                   {"self", decimal_or_null(total.self)},
                   {"report", text_or_null(found->report)},
                   {"below", below_json(*found)},
                   {"criteria", indicators::criteria_json(found->scored->score, *found->set)}});
}

// The documents of the annex given for this criterion, each with its place in the annex.
Result<json::array> evidence_for(const Desk& desk, const UnitAssessment& found,
                                 std::string_view code) {
  const auto& evidence = found.submission.evidence;
  std::vector<std::optional<text::Span>> cited(evidence.size());
  if (found.submission.report_sha256) {
    const auto report =
        desk.library.report(desk.store, desk.viewer.province, *found.submission.report_sha256);
    if (!report) return std::unexpected(report.error());
    cited = assessment::cited_places(evidence, (*report)->reading);
  }
  const json::array all = to_json(evidence, cited);
  json::array out;
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    const auto& criteria = evidence[i].criteria;
    if (std::ranges::find(criteria, code) != criteria.end()) out.push_back(all[i]);
  }
  return out;
}

Result<Response> explain_criterion(const Services& services, const Desk& desk, const Call& call) {
  const auto found = assessment_asked(desk, call);
  if (!found) return std::unexpected(found.error());
  const auto& code = call.parameters.at("criterion");
  if (!indicators::can_be_explained(*found->set, code)) {
    return fail(assessment::errors::no_criterion, {{"set", found->set->id}, {"criterion", code}});
  }
  auto evidence = evidence_for(desk, *found, code);
  if (!evidence) return std::unexpected(evidence.error());
  auto explanation = indicators::explanation_json(
      code, found->scored->score, *found->set, assessment::with_places(*found), services.catalogue);
  explanation["evidence"] = std::move(*evidence);
  explanation["report"] = text_or_null(found->report);
  return json_answer(explanation);
}

}  // namespace

Result<void> keep_kind(const Query& query, std::vector<assessment::UnitSummary>& rows) {
  const auto kind = query.find("kind");
  if (kind == query.end()) return {};
  const auto wanted = organisation::unit_kind_of(kind->second);
  if (!wanted) return fail(errors::bad_field, {{"field", "kind"}, {"wanted", "Unit.kind"}});
  std::erase_if(rows, [&](const auto& row) { return row.unit.kind != *wanted; });
  return {};
}

void add_round_routes(Router& router, const Services& services) {
  const auto add = [&](const std::string& path, auto handle) {
    router.add({Method::get, path, Access::signed_in, Cost::light, "", 0,
                [&services, handle](const Call& call) -> Result<Response> {
                  return at_desk(services, call,
                                 [&](const Desk& desk) { return handle(desk, call); });
                }});
  };
  const auto made_of_unit = [&services](const Call& call) -> Result<std::optional<std::string>> {
    const auto& unit = call.parameters.at("unit");
    if (!assessment::may(*call.viewer, Action::see_unit, unit)) return std::nullopt;
    return made_of_rounds(services, call);
  };
  // What another sees of the list hangs on where it stands.
  const auto made_of_list = [&services](const Call& call) -> Result<std::optional<std::string>> {
    if (!assessment::may(*call.viewer, Action::see_all_units, "")) return std::nullopt;
    return made_of_rounds(services, call);
  };
  const std::string unit = "/api/v1/rounds/{round}/units/{unit}";
  add("/api/v1/rounds", &list_rounds);
  add("/api/v1/rounds/{round}/past-sets", &list_past_sets);
  add_kept(router, services, "/api/v1/rounds/{round}/units", made_of_list, &list_units);
  add_kept(router, services, unit + "/assessment", made_of_unit, &get_assessment);
  add_kept(router, services, unit + "/criteria/{criterion}", made_of_unit,
           [&services](const Desk& desk, const Call& call) {
             return explain_criterion(services, desk, call);
           });
}

}  // namespace liem::http
