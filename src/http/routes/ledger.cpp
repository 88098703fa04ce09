// The log: who did what, and whether its chain holds.
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <charconv>

#include "assessment/log_desk.h"
#include "base/date_arithmetic.h"
#include "base/vietnam_time.h"
#include "http/errors.h"
#include "http/json.h"
#include "http/kept_answers.h"
#include "http/list_queries.h"
#include "http/query.h"
#include "http/routes/routes.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::Desk;
using assessment::LedgerFilter;
using assessment::LogPage;

constexpr int entries_by_default = 50;
constexpr std::size_t page_memory = std::size_t{64} << 10;  // bytes to begin with

std::optional<std::string> given(const Query& query, std::string_view name) {
  const auto found = query.find(name);
  if (found == query.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

// The first second of a day in Vietnam, `later` days on.
Result<std::optional<std::chrono::sys_seconds>> day_in(const Query& query, std::string_view name,
                                                       int later) {
  const auto text = given(query, name);
  if (!text) return std::nullopt;
  const auto day = parse_iso_date(*text);
  if (!day)
    return fail(errors::bad_field, {{"field", std::string(name)}, {"wanted", "YYYY-MM-DD"}});
  return start_in_vietnam(add_days(*day, later));
}

// What a state says in words; null where it says nothing so.
json::value words_of(const ledger::State& state, const json::storage_ptr& memory) {
  if (state.kind != ledger::State::Kind::json) return json::value(memory);
  json::error_code failed;
  auto value = json::parse(state.text, failed, memory);
  if (failed) value = state.text;  // altered in the database; verification names it
  return value;
}

json::value state_json(const ledger::State& state, json::value words,
                       const json::storage_ptr& memory) {
  using Kind = ledger::State::Kind;
  json::object out(memory);
  if (state.kind == Kind::none) return json::value(memory);
  if (state.kind == Kind::hash)
    out.emplace("sha256", state.text);
  else
    out.emplace("value", std::move(words));
  return json::value(std::move(out));
}

const std::string& name_of(const LogPage& page, const std::string& account) {
  const auto known = page.people.find(account);
  return known == page.people.end() ? account : known->second;
}

json::value person_or_null(const LogPage& page, const std::string& account,
                           const json::storage_ptr& memory) {
  if (account.empty()) return json::value(memory);
  return json::object({{"account", account}, {"name", name_of(page, account)}}, memory);
}

json::value unit_json(const LogPage& page, const std::string& unit,
                      const json::storage_ptr& memory) {
  if (unit.empty()) return json::value(memory);
  const auto known = page.units.find(unit);
  const Words name = known == page.units.end() ? Words{unit, unit} : known->second;
  return json::object({{"id", unit}, {"name", {{"vi", name.vi}, {"en", name.en}}}}, memory);
}

json::object entry_json(const LogPage& page, const ledger::StoredEntry& stored,
                        const Catalogue& words, const json::storage_ptr& memory) {
  const auto& act = stored.entry.act;
  const assessment::ActPeople people{name_of(page, act.actor), name_of(page, act.on_behalf_of)};
  auto after = words_of(act.after, memory);
  const auto sentence = assessment::sentence_of(act, after, people, words);
  json::object out(memory);
  out.reserve(12);
  out.emplace("position", stored.entry.position);
  out.emplace("at", time_text(act.at));
  out.emplace("actor", person_or_null(page, act.actor, memory));
  out.emplace("on_behalf_of", person_or_null(page, act.on_behalf_of, memory));
  out.emplace("act", act.code);
  out.emplace("sentence", json::object({{"vi", sentence.vi}, {"en", sentence.en}}, memory));
  out.emplace("object", json::object({{"kind", act.object.kind}, {"id", act.object.id}}, memory));
  out.emplace("unit", unit_json(page, act.unit, memory));
  out.emplace("before", state_json(act.before, words_of(act.before, memory), memory));
  out.emplace("after", state_json(act.after, std::move(after), memory));
  out.emplace("reason", act.reason);
  out.emplace("hash", ledger::to_hex(stored.hash));
  return out;
}

Result<Response> list(const Services& services, const Desk& desk, const Call& call) {
  const auto query = parse_query(call.head.target);
  if (!query) return std::unexpected(query.error());
  auto filter = log_filter_in(*query);
  if (!filter) return std::unexpected(filter.error());
  const auto limit = whole_in(*query, "limit", 1, assessment::most_log_entries, entries_by_default);
  if (!limit) return std::unexpected(limit.error());
  auto flushed =
      desk.store.ledger().record(services.province, services.repeated.over(services.now()));
  if (!flushed) return std::unexpected(flushed.error());
  const auto page =
      assessment::log_page(desk, std::move(*filter), static_cast<std::size_t>(*limit));
  if (!page) return std::unexpected(page.error());
  // A page is thousands of small values that all go at once.
  const auto memory = json::make_shared_resource<json::monotonic_resource>(page_memory);
  json::array entries(memory);
  entries.reserve(page->entries.size());
  for (const auto& one : page->entries) {
    entries.push_back(entry_json(*page, one, services.catalogue, memory));
  }
  json::object out(memory);
  out.emplace("entries", std::move(entries));
  out.emplace("next", page->next ? json::value(std::to_string(*page->next)) : nullptr);
  return json_answer(std::move(out));
}

Result<Response> state(const Services& services, const Desk& desk, const Call&) {
  const auto found = assessment::log_state(desk, services.watch, services.now());
  if (!found) return std::unexpected(found.error());
  json::value checkpoint = nullptr, problem = nullptr;
  if (const auto& last = found->checkpoint) {
    checkpoint = json::object{{"position", last->position},
                              {"at", time_text(last->at)},
                              {"key", ledger::to_hex(last->key)}};
  }
  if (found->problem) {
    const auto& message = found->problem->message;
    problem = json::object{{"code", message.id},
                           {"message",
                            {{"vi", services.catalogue.render(message, Locale::vi)},
                             {"en", services.catalogue.render(message, Locale::en)}}}};
  }
  return json_answer(json::object{{"entries", found->entries},
                                  {"verified_to", found->verified_to},
                                  {"checkpoint", std::move(checkpoint)},
                                  {"problem", std::move(problem)}});
}

}  // namespace

Result<LedgerFilter> log_filter_in(const Query& query) {
  LedgerFilter out;
  out.unit = given(query, "unit");
  out.object = given(query, "object");
  out.person = given(query, "person");
  auto from = day_in(query, "from", 0);
  if (!from) return std::unexpected(from.error());
  auto before = day_in(query, "to", 1);
  if (!before) return std::unexpected(before.error());
  out.from = *from;
  out.before = *before;
  const auto cursor = given(query, "cursor");
  if (!cursor) return out;
  std::uint64_t below = 0;
  const auto* end = cursor->data() + cursor->size();
  const auto read = std::from_chars(cursor->data(), end, below);
  constexpr std::uint64_t largest = std::uint64_t{1} << 62;
  if (read.ec != std::errc() || read.ptr != end || below == 0 || below > largest) {
    return fail(errors::bad_field, {{"field", "cursor"}, {"wanted", "next"}});
  }
  out.below = below;
  return out;
}

void add_ledger_routes(Router& router, const Services& services) {
  const auto add = [&](const std::string& path, auto handle) {
    router.add({Method::get, path, Access::signed_in, Cost::library, "", 0,
                [&services, handle](const Call& call) {
                  return at_desk(services, call,
                                 [&](const Desk& desk) { return handle(services, desk, call); });
                }});
  };
  // What was counted of repeated acts is written first, and the page made anew.
  const auto made_of_log = [&services](const Call& call) -> Result<std::optional<std::string>> {
    if (!assessment::may(*call.viewer, assessment::Action::see_log, "")) return std::nullopt;
    const auto counted = services.repeated.over(services.now());
    if (counted.empty()) return made_of_all(call);
    auto store = services.stores.lease();
    if (!store) return std::unexpected(store.error());
    auto written = (*store)->ledger().record(services.province, counted);
    if (!written) return std::unexpected(written.error());
    return std::nullopt;
  };
  add_kept(router, services, "/api/v1/ledger", made_of_log,
           [&services](const Desk& desk, const Call& call) { return list(services, desk, call); });
  add("/api/v1/ledger/state", &state);
}

}  // namespace liem::http
