// What people are told of a round's work, and whom they may mention in it. Everybody reads his own,
// also while he acts for another.
#include "assessment/notices.h"

#include <charconv>
#include <map>

#include "assessment/acts.h"
#include "assessment/mail.h"
#include "assessment/notice_names.h"
#include "http/application.h"
#include "http/errors.h"
#include "http/json.h"
#include "http/paging.h"
#include "http/routes/routes.h"
#include "http/writing.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::Desk;
using assessment::KeptNotice;

constexpr std::size_t notice_body = 1024;  // bytes
constexpr int ordinary_page = 50;

// A place in somebody's list, from 1; 0 for anything else.
std::int64_t position_of(std::string_view text) {
  std::int64_t out = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole && out > 0 ? out : 0;
}

class NoticeWriter {
 public:
  NoticeWriter(const Desk& desk, const Catalogue& words)
      : names_(desk.store, desk.viewer.province), words_(words) {}

  Result<json::object> write(const KeptNotice& kept);

 private:
  assessment::NoticeNaming names_;
  const Catalogue& words_;
};

Result<json::object> NoticeWriter::write(const KeptNotice& kept) {
  const auto& notice = kept.notice;
  const auto& [unit, criterion] = notice.thing;
  const auto names = names_.of(notice);
  if (!names) return std::unexpected(names.error());
  const Words sentence{assessment::sentence_of(notice, *names, words_, Locale::vi),
                       assessment::sentence_of(notice, *names, words_, Locale::en)};
  json::value where = nullptr;
  if (!unit.empty()) where = json::object{{"id", unit}, {"name", to_json(names->unit)}};
  return json::object{
      {"id", std::to_string(kept.position)},
      {"kind", std::string(assessment::name_of(notice.kind))},
      {"about", notice.about},
      {"sentence", to_json(sentence)},
      {"round", json::object{{"id", notice.round}, {"title", to_json(names->round)}}},
      {"unit", std::move(where)},
      {"criterion", filled_or_null(criterion)},
      {"by", filled_or_null(notice.by_name)},
      {"text", kept.reason},
      {"due", date_or_null(notice.due)},
      {"at", time_text(notice.made)},
      {"read_at", time_or_null(kept.read)},
      {"place", assessment::place_of(notice)}};
}

Result<assessment::NoticesWanted> wanted_in(const Query& query) {
  assessment::NoticesWanted out;
  const auto limit = whole_in(query, "limit", 1, most_on_a_page, ordinary_page);
  if (!limit) return std::unexpected(limit.error());
  out.most = *limit;
  if (const auto unread = query.find("unread"); unread != query.end()) {
    if (unread->second != "true" && unread->second != "false") {
      return bad_field("unread", "true, false");
    }
    out.unread_alone = unread->second == "true";
  }
  if (const auto cursor = query.find("cursor"); cursor != query.end()) {
    out.before = position_of(cursor->second);
    if (out.before == 0) return bad_field("cursor", "Link rel=next");
  }
  return out;
}

Result<Response> list(const Services& services, const Desk& desk, const Call& call) {
  const auto query = parse_query(call.head.target);
  if (!query) return std::unexpected(query.error());
  const auto wanted = wanted_in(*query);
  if (!wanted) return std::unexpected(wanted.error());
  const auto book = assessment::my_notices(desk, *wanted);
  if (!book) return std::unexpected(book.error());
  NoticeWriter writer(desk, services.catalogue);
  json::array notices;
  for (const auto& kept : book->notices) {
    auto one = writer.write(kept);
    if (!one) return std::unexpected(one.error());
    notices.push_back(std::move(*one));
  }
  Response response =
      json_answer(json::object{{"unread", book->unread}, {"notices", std::move(notices)}});
  Page page;
  if (book->more) page.next = std::to_string(book->notices.back().position);
  link_next(response, call, page);
  return response;
}

Result<Response> mark(const Services& services, const Desk& desk, const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known = only_fields(*body, {"read"}); !known) return std::unexpected(known.error());
  const auto* read = body->if_contains("read");
  if (read == nullptr || !read->is_bool()) return bad_field("read", "true, false");
  const auto at = read->as_bool() ? std::optional(services.now()) : std::nullopt;
  return response_of(in_one_write(desk, call, [&]() -> Result<Response> {
    const auto marked =
        assessment::mark_notice(desk, position_of(call.parameters.at("notice")), at);
    if (!marked) return std::unexpected(marked.error());
    auto one = NoticeWriter(desk, services.catalogue).write(*marked);
    if (!one) return std::unexpected(one.error());
    return json_answer(*one);
  }));
}

Result<Response> mark_all(const Services& services, const Desk& desk, const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known = only_fields(*body, {"up_to"}); !known) return std::unexpected(known.error());
  const auto text = text_field(*body, "up_to", 20);
  if (!text) return std::unexpected(text.error());
  const auto up_to = position_of(*text);
  if (up_to == 0) return bad_field("up_to", "id");
  return response_of(in_one_write(desk, call, [&]() -> Result<Response> {
    auto& store = desk.store.notices();
    const auto& [province, account] = std::tie(desk.viewer.province, desk.viewer.account);
    auto marked = store.mark_read(province, account, up_to, services.now());
    if (!marked) return std::unexpected(marked.error());
    const auto unread = store.unread(province, account);
    if (!unread) return std::unexpected(unread.error());
    return json_answer(json::object{{"unread", *unread}});
  }));
}

Result<Response> list_colleagues(const Services&, const Desk& desk, const Call& call) {
  const auto found =
      assessment::colleagues(desk, call.parameters.at("round"), call.parameters.at("unit"));
  if (!found) return std::unexpected(found.error());
  json::array out;
  for (const auto& [account, unit] : *found) {
    auto person = person_json(account.account, account.name);
    person["role"] = std::string(assessment::name_of(account.role));
    person["unit"] = json::object{{"id", account.unit}, {"name", to_json(unit)}};
    out.push_back(std::move(person));
  }
  return json_answer(out);
}

std::string locale_name(Locale locale) { return locale == Locale::en ? "en" : "vi"; }

json::object choice_json(const assessment::NoticeChoice& choice) {
  const auto by_mail = [](assessment::ByMail wanted) {
    return std::string(assessment::name_of(wanted));
  };
  return {{"address", filled_or_null(choice.address)},
          {"locale", locale_name(choice.locale)},
          {"work", by_mail(choice.work)},
          {"mention", by_mail(choice.mention)},
          {"reminder", by_mail(choice.reminder)}};
}

// With whether mail goes out at all, and why the last did not.
Result<json::object> choice_answer(const Services& services, const Desk& desk) {
  const auto& [province, account] = std::tie(desk.viewer.province, desk.viewer.account);
  const auto choice = desk.store.notices().choice(province, account);
  if (!choice) return std::unexpected(choice.error());
  const auto failed = desk.store.mail().last_mail_error(province, account);
  if (!failed) return std::unexpected(failed.error());
  auto out = choice_json(*choice);
  out["mail_goes_out"] = services.sends_mail;
  out["last_failure"] = nullptr;
  if (*failed) {
    const Message message{**failed, {{"reason", ""}}};
    out["last_failure"] = to_json(Words{services.catalogue.render(message, Locale::vi),
                                        services.catalogue.render(message, Locale::en)});
  }
  return out;
}

Result<assessment::ByMail> by_mail_in(const json::object& body, std::string_view field) {
  const auto name = text_field(body, field, 20);
  if (!name) return std::unexpected(name.error());
  const auto wanted = assessment::by_mail_of(*name);
  if (!wanted) return bad_field(std::string(field), "off, at_once, daily");
  return *wanted;
}

Result<assessment::NoticeChoice> choice_in(const Call& call) {
  const auto body = parse_object(call.body);
  if (!body) return std::unexpected(body.error());
  if (auto known = only_fields(*body, {"address", "locale", "work", "mention", "reminder"});
      !known) {
    return std::unexpected(known.error());
  }
  assessment::NoticeChoice out;
  const auto address = text_or_nothing(*body, "address", 2 * assessment::longest_address);
  if (!address) return std::unexpected(address.error());
  if (*address) {
    auto checked = assessment::checked_address(**address);
    if (!checked) return std::unexpected(checked.error());
    out.address = std::move(*checked);
  }
  const auto locale = text_field(*body, "locale", 2);
  if (!locale) return std::unexpected(locale.error());
  if (*locale != "vi" && *locale != "en") return bad_field("locale", "vi, en");
  out.locale = *locale == "en" ? Locale::en : Locale::vi;
  for (const auto& [field, into] :
       {std::pair("work", &out.work), {"mention", &out.mention}, {"reminder", &out.reminder}}) {
    const auto wanted = by_mail_in(*body, field);
    if (!wanted) return std::unexpected(wanted.error());
    *into = *wanted;
  }
  return out;
}

Result<Response> get_choice(const Services& services, const Desk& desk, const Call&) {
  const auto choice = choice_answer(services, desk);
  if (!choice) return std::unexpected(choice.error());
  return json_answer(*choice);
}

Result<Response> choose(const Services& services, const Desk& desk, const Call& call) {
  const auto wanted = choice_in(call);
  if (!wanted) return std::unexpected(wanted.error());
  return response_of(in_one_write(desk, call, [&]() -> Result<Response> {
    const auto& viewer = desk.viewer;
    auto chosen = desk.store.notices().choose(
        viewer.province, viewer.account, *wanted,
        assessment::acts::of_own_account(assessment::acts::notices_chosen, viewer, services.now()));
    if (!chosen) return std::unexpected(chosen.error());
    return get_choice(services, desk, call);
  }));
}

}  // namespace

void add_notice_routes(Router& router, const Services& services) {
  const auto add = [&](Access access, Method method, const std::string& path, auto handle) {
    const bool writes = method != Method::get;
    Route route{method,
                path,
                access,
                Cost::library,
                writes ? "application/json" : "",
                writes ? notice_body : 0,
                [&services, handle](const Call& call) {
                  return at_desk(services, call,
                                 [&](const Desk& desk) { return handle(services, desk, call); });
                }};
    route.rehearses = writes;
    router.add(std::move(route));
  };
  const std::string all = "/api/v1/notices", settings = "/api/v1/account/notice-settings";
  add(Access::signed_in, Method::get, all, &list);
  add(Access::signed_in, Method::put, all + "/{notice}", &mark);
  add(Access::signed_in, Method::post, all + "/readings", &mark_all);
  add(Access::signed_in, Method::get, "/api/v1/rounds/{round}/units/{unit}/colleagues",
      &list_colleagues);
  add(Access::person, Method::get, settings, &get_choice);
  add(Access::person, Method::put, settings, &choose);
}

}  // namespace liem::http
