// A unit's answers as a workbook, and the workbook back.
// docs/decisions/0023-away-from-the-network.md
#include <algorithm>
#include <array>

#include "assessment/acts.h"
#include "assessment/answer_sheets.h"
#include "http/download.h"
#include "http/json.h"
#include "http/made_file.h"
#include "http/query.h"
#include "http/routes/routes.h"
#include "http/sheet_json.h"
#include "http/writing.h"

namespace liem::http {
namespace {

using assessment::TakenSheet;
using assessment::WorkDesk;

constexpr std::size_t largest_sheet = std::size_t{4} << 20;  // bytes

Result<Response> get_sheet(const Services& services, const WorkDesk& at, const Call& call) {
  const auto& round = in(call, "round");
  const auto& unit = in(call, "unit");
  const auto sheet = assessment::answer_sheet(at, round, unit, services.catalogue);
  if (!sheet) return std::unexpected(sheet.error());
  auto file = make_file([&](const std::string& path) {
    return sheets::write_sheet(*sheet, services.catalogue, services.sheet_key, path);
  });
  if (!file) return std::unexpected(file.error());
  if (call.head.method != Method::head) {
    auto act =
        assessment::acts::of_list_export(at.desk.viewer, {"list", "sheet " + round + "." + unit},
                                         "sheet", "xlsx", sheet->rows.size(), at.now);
    act.unit = unit;
    auto told = at.desk.store.ledger().record(services.province, services.repeated.take(act));
    if (!told) return std::unexpected(told.error());
  }
  const auto name = services.catalogue.render({"list_file.sheet", {}}, Locale::vi);
  return send_made(name + "-" + round + "-" + unit + ".xlsx", std::move(*file));
}

// ?cells=E14,F20; without it all that changed.
Result<std::vector<std::string>> cells_in(const Call& call) {
  const auto query = parse_query(call.head.target);
  if (!query) return std::unexpected(query.error());
  std::vector<std::string> out;
  const auto found = query->find("cells");
  if (found == query->end()) return out;
  std::string_view rest = found->second;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(','), rest.size());
    if (end > 0) out.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

Result<sheets::ReturnedSheet> sheet_in(const Services& services, const Call& call) {
  const auto text =
      extraction::extract_bytes(std::string(call.body), "tra-loi.xlsx", services.opening);
  if (!text) return std::unexpected(text.error());
  auto sheet = sheets::read_sheet(*text, services.catalogue);
  if (!sheet || !services.sheet_key) return sheet;
  const std::array keys{services.sheet_key->public_key()};
  if (auto holds = sheets::check_signature(*sheet, keys); !holds) {
    return std::unexpected(holds.error());
  }
  return sheet;
}

bool is_rehearsed(const Call& call) {
  const auto query = parse_query(call.head.target);
  const auto found = query ? query->find("dry_run") : Query::const_iterator{};
  return query && found != query->end() && found->second == "true";
}

Result<Response> put_sheet(const Services& services, const WorkDesk& at, const Call& call) {
  const auto& round = in(call, "round");
  const auto& unit = in(call, "unit");
  if (auto may = assessment::may_take_sheet(at, round, unit); !may) {
    return std::unexpected(may.error());
  }
  const auto cells = cells_in(call);
  if (!cells) return std::unexpected(cells.error());
  const auto sheet = sheet_in(services, call);
  if (!sheet) return std::unexpected(sheet.error());
  const bool rehearsed = is_rehearsed(call);
  return response_of(in_one_write(at.desk, call, [&]() -> Result<Response> {
    const auto taken = assessment::take_sheet(at, *sheet, round, unit, *cells, services.catalogue);
    if (!taken) return std::unexpected(taken.error());
    const bool stands = assessment::stands(*taken, *cells);
    if (!rehearsed && !stands) {
      return fail(assessment::errors::sheet_not_taken,
                  {{"conflicts", std::to_string(taken->conflicts)},
                   {"refused", std::to_string(taken->refused)}});
    }
    return json_answer(taken_json(*taken, !rehearsed, services.catalogue));
  }));
}

}  // namespace

void add_sheet_routes(Router& router, const Services& services) {
  const std::string path = "/api/v1/rounds/{round}/units/{unit}/sheet";
  const auto add = [&](Method method, Cost cost, std::size_t body, auto handle) {
    Route route{method,
                path,
                Access::signed_in,
                cost,
                body > 0 ? "application/octet-stream" : "",
                body,
                [&services, handle](const Call& call) {
                  return at_work_desk(services, call, [&](const WorkDesk& at) {
                    return handle(services, at, call);
                  });
                }};
    route.rehearses = method != Method::get;
    router.add(std::move(route));
  };
  add(Method::get, Cost::library, 0, &get_sheet);
  add(Method::post, Cost::files, largest_sheet, &put_sheet);
}

}  // namespace liem::http
