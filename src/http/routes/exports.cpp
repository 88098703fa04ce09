// Every list as a file: the list's own address below /api/v1/exports and its own query, whole, with
// ?format=, ?locale=, ?search= and ?sort= by any column. docs/decisions/0022-exports.md
#include "assessment/acts.h"
#include "assessment/documents.h"
#include "assessment/history_desk.h"
#include "assessment/lists.h"
#include "assessment/publishing.h"
#include "http/download.h"
#include "http/errors.h"
#include "http/list_queries.h"
#include "http/made_file.h"
#include "http/routes/routes.h"

namespace liem::http {
namespace {

using assessment::Desk;
using assessment::ListWriter;
using assessment::WorkDesk;
using tables::Table;

struct Asked {
  Query query;
  tables::Format format = tables::Format::xlsx;
  Locale locale = Locale::vi;
};

Result<Asked> asked_in(const Call& call) {
  auto query = parse_query(call.head.target);
  if (!query) return std::unexpected(query.error());
  Asked out{std::move(*query)};
  if (const auto format = out.query.find("format"); format != out.query.end()) {
    const auto known = tables::format_named(format->second);
    if (!known) return fail(errors::bad_field, {{"field", "format"}, {"wanted", "csv, xlsx"}});
    out.format = *known;
  }
  if (const auto locale = out.query.find("locale"); locale != out.query.end()) {
    if (locale->second != "vi" && locale->second != "en") {
      return fail(errors::bad_field, {{"field", "locale"}, {"wanted", "vi, en"}});
    }
    if (locale->second == "en") out.locale = Locale::en;
  }
  return out;
}

// What a list is of, for the log: its address without what it is an export of.
ledger::Object object_of(const Call& call, std::string_view list) {
  std::string id;
  for (const auto& [name, value] : call.parameters) id += (id.empty() ? "" : ".") + value;
  return {"list", std::string(list) + (id.empty() ? "" : " " + id)};
}

class Exporter {
 public:
  Exporter(const Services& services, const Call& call, std::string list, const Asked& asked)
      : services_(services), call_(call), list_(std::move(list)), asked_(asked) {}

  ListWriter writer() const { return {services_.catalogue, asked_.locale, services_.now()}; }

  // Narrowed and ordered as asked, then written.
  Result<Response> send(Table table, assessment::Store* log) const {
    if (const auto search = asked_.query.find("search"); search != asked_.query.end()) {
      tables::search(table, search->second);
    }
    if (const auto by = asked_.query.find("sort"); by != asked_.query.end()) {
      if (auto sorted = tables::sort(table, by->second); !sorted) {
        return std::unexpected(sorted.error());
      }
    }
    return send(
        [&](const std::string& path) -> Result<void> {
          return tables::write(table, asked_.format, path);
        },
        log, [&] { return table.rows.size(); });
  }

  // The log is told before the first byte goes out; nobody's name stands on what is public.
  Result<Response> send(const std::function<Result<void>(const std::string&)>& write,
                        assessment::Store* log, const std::function<std::size_t()>& rows) const {
    auto file = make_file(write);
    if (!file) return std::unexpected(file.error());
    if (log != nullptr && call_.head.method != Method::head) {
      const auto act =
          assessment::acts::of_list_export(*call_.viewer, object_of(call_, list_), list_,
                                           tables::name_of(asked_.format), rows(), services_.now());
      auto told = log->ledger().record(call_.viewer->province, services_.repeated.take(act));
      if (!told) return std::unexpected(told.error());
    }
    return send_made(file_name(), std::move(*file));
  }

  tables::Format format() const { return asked_.format; }

 private:
  std::string file_name() const {
    auto out = services_.catalogue.render({"list_file." + list_, {}}, asked_.locale);
    for (const auto& [name, value] : call_.parameters) out += "-" + value;
    return out + "." + std::string(tables::name_of(asked_.format));
  }

  const Services& services_;
  const Call& call_;
  std::string list_;
  const Asked& asked_;
};

Result<Table> units(const WorkDesk& at, const Call& call, const Asked& asked,
                    const ListWriter& writer) {
  auto rows = assessment::unit_summaries(at.desk, in(call, "round"));
  if (!rows) return std::unexpected(rows.error());
  if (auto kept = keep_kind(asked.query, *rows); !kept) return std::unexpected(kept.error());
  const auto round = assessment::find_round(at.desk, in(call, "round"));
  if (!round) return std::unexpected(round.error());
  const auto set = at.desk.library.set(at.desk.store, at.desk.viewer.province, *round);
  if (!set) return std::unexpected(set.error());
  return writer.units(*rows, assessment::decimals_of(**set));
}

Result<Table> criteria(const WorkDesk& at, const Call& call, const Asked&,
                       const ListWriter& writer) {
  const auto found = assessment::unit_assessment(at.desk, in(call, "round"), in(call, "unit"));
  if (!found) return std::unexpected(found.error());
  return writer.criteria(*found);
}

Result<Table> ranks(const WorkDesk& at, const Call& call, const Asked& asked,
                    const ListWriter& writer) {
  const auto percent = whole_in(asked.query, "bounds", 0, advice::widest_bounds, 20);
  if (!percent) return std::unexpected(percent.error());
  const auto found = assessment::round_ranks(at.desk, in(call, "round"), *percent);
  if (!found) return std::unexpected(found.error());
  return writer.ranks(*found);
}

Result<Table> documents(const WorkDesk& at, const Call&, const Asked&, const ListWriter& writer) {
  const auto all = assessment::my_documents(at.desk);
  if (!all) return std::unexpected(all.error());
  return writer.documents(*all);
}

Result<Table> files(const WorkDesk& at, const Call& call, const Asked& asked,
                    const ListWriter& writer) {
  auto work = assessment::round_work(at, in(call, "round"));
  if (!work) return std::unexpected(work.error());
  if (const auto state = asked.query.find("state"); state != asked.query.end()) {
    std::erase_if(work->files, [&](const auto& one) { return one.state != state->second; });
  }
  return writer.files(*work);
}

Result<Table> waiting(const WorkDesk& at, const Call&, const Asked&, const ListWriter& writer) {
  const auto all = assessment::waiting_work(at);
  if (!all) return std::unexpected(all.error());
  return writer.waiting(*all);
}

Result<Table> series(const WorkDesk& at, const Call&, const Asked& asked,
                     const ListWriter& writer) {
  const auto wanted = series_in(asked.query);
  if (!wanted) return std::unexpected(wanted.error());
  const auto found = assessment::series_over_time(at.desk, wanted->series);
  if (!found) return std::unexpected(found.error());
  return writer.series(found->series);
}

Result<Table> tasks(const WorkDesk& at, const Call& call, const Asked&, const ListWriter& writer) {
  const auto plan = assessment::plan_view(at, in(call, "round"));
  if (!plan) return std::unexpected(plan.error());
  return writer.tasks(*plan);
}

Result<Table> assignments(const WorkDesk& at, const Call& call, const Asked&,
                          const ListWriter& writer) {
  const auto view = assessment::assignments_of(at, in(call, "round"), in(call, "unit"));
  if (!view) return std::unexpected(view.error());
  const auto found = assessment::unit_assessment(at.desk, in(call, "round"), in(call, "unit"));
  if (!found) return std::unexpected(found.error());
  return writer.assignments(*view, *found->set, found->unit);
}

constexpr std::size_t rows_at_a_time = 1000;

// Page by page onto the disk: the log is as long as it likes.
Result<std::size_t> write_log(const Desk& desk, assessment::LedgerFilter filter,
                              const ListWriter& writer, tables::Writer& out) {
  std::size_t rows = 0;
  for (;;) {
    const auto page = assessment::log_page(desk, filter, rows_at_a_time);
    if (!page) return std::unexpected(page.error());
    for (const auto& row : writer.log_rows(*page)) {
      if (auto put = out.row(row); !put) return std::unexpected(put.error());
      ++rows;
    }
    if (!page->next) return rows;
    filter.below = page->next;
  }
}

Result<Response> log(const Services& services, const Desk& desk, const Call& call,
                     const Asked& asked) {
  const auto filter = log_filter_in(asked.query);
  if (!filter) return std::unexpected(filter.error());
  auto flushed =
      desk.store.ledger().record(services.province, services.repeated.over(services.now()));
  if (!flushed) return std::unexpected(flushed.error());
  const Exporter exporter(services, call, "log", asked);
  std::size_t rows = 0;
  const auto write = [&](const std::string& path) -> Result<void> {
    const auto writer = exporter.writer();
    const auto out = tables::open_writer(asked.format, path, writer.log());
    if (!out) return std::unexpected(out.error());
    const auto written = write_log(desk, *filter, writer, **out);
    if (!written) return std::unexpected(written.error());
    rows = *written;
    return (*out)->finish();
  };
  return exporter.send(write, &desk.store, [&] { return rows; });
}

Result<Response> published(const Services& services, const Call& call, const std::string& list) {
  const auto asked = asked_in(call);
  if (!asked) return std::unexpected(asked.error());
  auto store = services.stores.lease();
  if (!store) return std::unexpected(store.error());
  const auto found = assessment::published_document(**store, services.province, in(call, "round"),
                                                    number_segment(in(call, "number")));
  if (!found) return std::unexpected(found.error());
  const Exporter exporter(services, call, list, *asked);
  const auto writer = exporter.writer();
  return exporter.send(list == "published_units" ? writer.published_units(found->document)
                                                 : writer.published_criteria(found->document),
                       nullptr);
}

}  // namespace

void add_export_routes(Router& router, const Services& services) {
  const std::string all = "/api/v1/exports";
  const auto open = [&](Access access, const std::string& path, auto handle) {
    router.add({Method::get, all + path, access, Cost::library, "", 0, handle});
  };
  const auto add = [&](const std::string& list, const std::string& path, auto gather) {
    open(Access::signed_in, path, [&services, list, gather](const Call& call) {
      return at_work_desk(services, call, [&](const WorkDesk& at) -> Result<Response> {
        const auto asked = asked_in(call);
        if (!asked) return std::unexpected(asked.error());
        const Exporter exporter(services, call, list, *asked);
        auto table = gather(at, call, *asked, exporter.writer());
        if (!table) return std::unexpected(table.error());
        return exporter.send(std::move(*table), &at.desk.store);
      });
    });
  };
  const std::string round = "/rounds/{round}", unit = round + "/units/{unit}";
  add("units", round + "/units", &units);
  add("criteria", unit + "/assessment", &criteria);
  add("ranks", round + "/ranks", &ranks);
  add("documents", "/documents", &documents);
  add("files", round + "/work", &files);
  add("waiting", "/work", &waiting);
  add("series", "/series", &series);
  add("tasks", round + "/plan", &tasks);
  add("assignments", unit + "/assignments", &assignments);
  add("trend", "/trend",
      [&services](const WorkDesk& at, const Call&, const Asked&,
                  const ListWriter& writer) -> Result<Table> {
        const auto found = assessment::unit_trend(at.desk, services.trends.mappings);
        if (!found) return std::unexpected(found.error());
        return writer.trend(*found);
      });
  open(Access::signed_in, "/ledger", [&services](const Call& call) {
    return at_desk(services, call, [&](const Desk& desk) -> Result<Response> {
      const auto asked = asked_in(call);
      if (!asked) return std::unexpected(asked.error());
      return log(services, desk, call, *asked);
    });
  });
  const std::string publication = "/publications/{round}/{number}";
  for (const std::string list : {"criteria", "units"}) {
    open(Access::open, publication + "/" + list, [&services, list](const Call& call) {
      return published(services, call, "published_" + list);
    });
  }
}

}  // namespace liem::http
