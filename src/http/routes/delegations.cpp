// Who acts for whom: what one delegated, and what was delegated to one. Beside /api/v1/account,
// where nobody is let in who acts for another: so nothing is passed on.
#include <boost/json/array.hpp>
#include <map>

#include "assessment/delegation.h"
#include "assessment/digest.h"
#include "base/date.h"
#include "http/application.h"
#include "http/errors.h"
#include "http/json.h"
#include "http/routes/routes.h"
#include "http/writing.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::DelegationBook;
using assessment::Desk;
using assessment::KnownDelegation;

constexpr std::size_t longest_account = 100, longest_text = 4000;  // bytes

json::value text(std::string_view words) { return json::string(words.data(), words.size()); }

// Units by their names, each looked up once.
class UnitNames {
 public:
  explicit UnitNames(const Desk& desk) : desk_(desk) {}
  Result<json::object> json_of(const std::string& id) {
    const auto known = known_.find(id);
    if (known != known_.end()) return known->second;
    const auto unit = desk_.store.unit(desk_.viewer.province, id);
    if (!unit) return std::unexpected(unit.error());
    LIEM_CHECK(unit->has_value());  // an account is only taken in for a known unit
    return known_.emplace(id, unit_reference(**unit)).first->second;
  }

 private:
  const Desk& desk_;
  std::map<std::string, json::object> known_;
};

json::object named(const DelegationBook& book, const std::string& account) {
  const auto known = book.accounts.find(account);
  return person_json(account, known == book.accounts.end() ? account : known->second.name);
}

Result<json::object> delegation_json(const DelegationBook& book, UnitNames& units,
                                     const KnownDelegation& known) {
  const auto& one = known.delegation;
  auto unit = units.json_of(one.unit);
  if (!unit) return unit;
  json::object out{{"id", one.id},
                   {"principal", named(book, one.principal)},
                   {"delegate", named(book, one.delegate)},
                   {"role", text(assessment::name_of(one.role))},
                   {"unit", std::move(*unit)},
                   {"from", to_iso(one.from)},
                   {"to", to_iso(one.to)},
                   {"reason", one.reason},
                   {"document", one.document.empty() ? json::value(nullptr) : text(one.document)},
                   {"made_by", named(book, one.made_by)},
                   {"made", time_text(one.made)},
                   {"ended_by", nullptr},
                   {"ended", nullptr},
                   {"state", text(assessment::name_of(known.state))},
                   {"may_end", known.may_end}};
  if (one.ended) {
    out["ended_by"] = named(book, one.ended_by);
    out["ended"] = time_text(*one.ended);
  }
  return out;
}

Result<json::array> people_json(UnitNames& units, const std::vector<assessment::Account>& people) {
  json::array out;
  for (const auto& one : people) {
    auto unit = units.json_of(one.unit);
    if (!unit) return std::unexpected(unit.error());
    auto person = person_json(one.account, one.name);
    person["role"] = text(assessment::name_of(one.role));
    person["unit"] = std::move(*unit);
    out.push_back(std::move(person));
  }
  return out;
}

Result<Response> list(const Services& services, const Desk& desk, const Call&) {
  const auto book = assessment::delegation_book(desk.store, desk.viewer, services.now());
  if (!book) return std::unexpected(book.error());
  UnitNames units(desk);
  json::array delegations;
  for (const auto& known : book->delegations) {
    auto one = delegation_json(*book, units, known);
    if (!one) return std::unexpected(one.error());
    delegations.push_back(std::move(*one));
  }
  auto delegates = people_json(units, book->delegates);
  if (!delegates) return std::unexpected(delegates.error());
  auto principals = people_json(units, book->principals);
  if (!principals) return std::unexpected(principals.error());
  return json_answer({{"delegations", std::move(delegations)},
                      {"delegates", std::move(*delegates)},
                      {"principals", std::move(*principals)}});
}

Result<Date> day_field(const json::object& body, std::string_view field) {
  const auto written = text_field(body, field, longest_account);
  if (!written) return std::unexpected(written.error());
  const auto day = parse_iso_date(*written);
  if (day) return *day;
  return fail(errors::bad_field, {{"field", std::string(field)}, {"wanted", "YYYY-MM-DD"}});
}

Result<assessment::DelegationWish> wish_in(const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  const auto known =
      only_fields(*body, {"principal", "delegate", "from", "to", "reason", "document"});
  if (!known) return std::unexpected(known.error());
  assessment::DelegationWish wish;
  const auto take = [&](std::string_view field, std::size_t longest,
                        std::string& into) -> Result<void> {
    auto given = text_field(*body, field, longest);
    if (!given) return std::unexpected(given.error());
    into = std::move(*given);
    return {};
  };
  auto read = take("delegate", longest_account, wish.delegate);
  if (read) read = take("reason", longest_text, wish.reason);
  if (read && body->contains("principal")) {
    read = take("principal", longest_account, wish.principal);
  }
  if (read && body->contains("document")) read = take("document", longest_text, wish.document);
  if (!read) return std::unexpected(read.error());
  const auto from = day_field(*body, "from");
  if (!from) return std::unexpected(from.error());
  const auto to = day_field(*body, "to");
  if (!to) return std::unexpected(to.error());
  wish.from = *from;
  wish.to = *to;
  return wish;
}

// As its reader finds it from now on.
Result<Response> answer_with(const Services& services, const Desk& desk, const std::string& id) {
  const auto book = assessment::delegation_book(desk.store, desk.viewer, services.now());
  if (!book) return std::unexpected(book.error());
  UnitNames units(desk);
  for (const auto& known : book->delegations) {
    if (known.delegation.id != id) continue;
    auto one = delegation_json(*book, units, known);
    if (!one) return std::unexpected(one.error());
    return json_answer(*one);
  }
  LIEM_CHECK(false);  // whoever may write one sees it
}

Result<Response> add(const Services& services, const Desk& desk, const Call& call) {
  const auto wish = wish_in(call);
  if (!wish) return std::unexpected(wish.error());
  std::array<unsigned char, 8> drawn{};
  services.random(drawn);
  const std::string id = assessment::to_hex(drawn);
  return response_of(create_once(
      services, desk, call, assessment::sha256_of(call.body), [&]() -> Result<Response> {
        const auto made =
            assessment::delegate_office(desk.store, desk.viewer, *wish, id, services.now());
        if (!made) return std::unexpected(made.error());
        return answer_with(services, desk, id);
      }));
}

Result<Response> end(const Services& services, const Desk& desk, const Call& call) {
  return response_of(in_one_write(desk, call, [&]() -> Result<Response> {
    auto ended = assessment::end_delegation(desk.store, desk.viewer,
                                            call.parameters.at("delegation"), services.now());
    if (!ended) return std::unexpected(ended.error());
    return no_content();
  }));
}

}  // namespace

void add_delegation_routes(Router& router, const Services& services) {
  const std::string path = "/api/v1/account/delegations";
  const auto add_one = [&](Method method, const std::string& at, auto handle) {
    const bool body = method == Method::post;
    Route route{method,
                at,
                Access::person,
                Cost::library,
                body ? "application/json" : "",
                body ? small_body : 0,
                [&services, handle](const Call& call) {
                  return at_desk(services, call,
                                 [&](const Desk& desk) { return handle(services, desk, call); });
                }};
    route.rehearses = method != Method::get;
    router.add(std::move(route));
  };
  add_one(Method::get, path, &list);
  add_one(Method::post, path, &add);
  add_one(Method::del, path + "/{delegation}", &end);
}

}  // namespace liem::http
