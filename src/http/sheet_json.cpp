#include "http/sheet_json.h"

#include <array>

#include "http/json.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using sheets::CellReport;

constexpr std::array<const char*, 9> column_names{"",      "code",   "label", "measure", "state",
                                                  "value", "ground", "note",  "check"};

json::value why_json(const CellReport& cell, const Catalogue& words) {
  if (!cell.why) return nullptr;
  const auto& message = cell.why->message;
  return json::object{
      {"code", message.id},
      {"message",
       {{"vi", words.render(message, Locale::vi)}, {"en", words.render(message, Locale::en)}}}};
}

json::object cell_json(const CellReport& cell, const Catalogue& words) {
  return {{"cell", sheets::address_of(cell.column, cell.row)},
          {"criterion", cell.criterion},
          {"item", filled_or_null(cell.item)},
          {"label", cell.label},
          {"field", column_names[static_cast<std::size_t>(cell.column)]},
          {"stood", cell.stood},
          {"stands", cell.stands},
          {"wanted", cell.wanted},
          {"verdict", std::string(sheets::name_of(cell.verdict))},
          {"why", why_json(cell, words)}};
}

}  // namespace

json::object taken_json(const assessment::TakenSheet& taken, bool kept, const Catalogue& words) {
  json::array cells;
  for (const auto& row : taken.rows) {
    for (const auto& cell : row.cells) cells.push_back(cell_json(cell, words));
  }
  return {{"changed", taken.changed},
          {"conflicts", taken.conflicts},
          {"refused", taken.refused},
          {"written", kept ? taken.written : 0},
          {"cells", std::move(cells)}};
}

}  // namespace liem::http
