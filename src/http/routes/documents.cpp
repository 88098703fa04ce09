// Documents of one's own: sent, listed, followed, read, deleted.
#include "assessment/documents.h"

#include "assessment/digest.h"
#include "http/errors.h"
#include "http/json.h"
#include "http/paging.h"
#include "http/query.h"
#include "http/routes/document_keeping.h"
#include "http/routes/routes.h"
#include "reading/reading_json.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::Desk;
using assessment::Document;
using assessment::DocumentFeed;

// A file on its way in.
class DocumentSink final : public BodySink {
 public:
  DocumentSink(std::string id, std::string name, std::unique_ptr<assessment::IncomingFile> file)
      : id_(std::move(id)), name_(std::move(name)), file_(std::move(file)) {}
  Result<void> write(std::string_view bytes) override { return file_->write(bytes); }

  const std::string& id() const { return id_; }
  const std::string& name() const { return name_; }
  assessment::IncomingFile& file() { return *file_; }

 private:
  std::string id_, name_;
  std::unique_ptr<assessment::IncomingFile> file_;
};

Result<std::unique_ptr<BodySink>> open_sink(const Services& services, const Call& call) {
  if (auto allowed = assessment::may_keep_documents(*call.viewer); !allowed) {
    return std::unexpected(allowed.error());
  }
  const auto query = parse_query(call.head.target);
  if (!query) return std::unexpected(query.error());
  const auto given = query->find("name");
  auto name = assessment::checked_document_name(given == query->end() ? "" : given->second);
  if (!name) return std::unexpected(name.error());
  auto id = new_document_id(services);
  auto file = services.files.receive(id);
  if (!file) return std::unexpected(file.error());
  return std::make_unique<DocumentSink>(std::move(id), std::move(*name), std::move(*file));
}

Result<Response> add(const Services& services, const Desk& desk, const Call& call) {
  LIEM_CHECK(call.sink != nullptr);
  auto& sink = static_cast<DocumentSink&>(*call.sink);  // the route's own open_sink made it
  const auto kept = sink.file().keep();
  if (!kept) return std::unexpected(kept.error());
  const auto asked = assessment::sha256_of(sink.name() + "\n" + kept->sha256);
  return response_of(keep_document(services, desk, call, {sink.id(), sink.name(), asked, kept}));
}

Result<Response> list(const Services& services, const Desk& desk, const Call& call) {
  const auto query = parse_query(call.head.target);
  if (!query) return std::unexpected(query.error());
  const auto all = assessment::my_documents(desk);
  if (!all) return std::unexpected(all.error());
  const auto page = page_in(*query, all->size(), [&](std::size_t i) { return (*all)[i].id; });
  if (!page) return std::unexpected(page.error());
  json::array out;
  for (std::size_t i = page->begin; i < page->end; ++i) {
    out.push_back(to_json((*all)[i], services.catalogue));
  }
  Response response = json_answer(out);
  link_next(response, call, *page);
  return response;
}

Result<Response> get(const Services& services, const Desk& desk, const Call& call) {
  const auto document = assessment::my_document(desk, call.parameters.at("document"));
  if (!document) return std::unexpected(document.error());
  return tagged_answer(to_json(*document, services.catalogue));
}

Result<Response> remove(const Services& services, const Desk& desk, const Call& call) {
  const auto& id = call.parameters.at("document");
  auto done = in_one_write(desk, call, [&]() -> Result<Response> {
    const auto document = assessment::my_document(desk, id);
    if (!document) return std::unexpected(document.error());
    auto unchanged = check_unchanged(call, to_json(*document, services.catalogue));
    if (!unchanged) return std::unexpected(unchanged.error());
    const auto removed = assessment::remove_document(desk, id, services.now());
    if (!removed) return std::unexpected(removed.error());
    return no_content();
  });
  if (!done || !done->kept) return response_of(std::move(done));
  // It is gone for everybody, also where the file cannot be removed now.
  static_cast<void>(services.files.remove(id));
  services.work.forget(id);
  return response_of(std::move(done));
}

// The states of one document, the first at once.
class DocumentEvents final : public EventSource {
 public:
  DocumentEvents(std::unique_ptr<DocumentFeed::Listener> listener, Document now,
                 const Catalogue& words)
      : listener_(std::move(listener)),
        news_{DocumentFeed::Update{std::move(now)}},
        words_(words) {}

  Next next() override {
    auto newest = listener_->take();
    if (!newest) newest = std::exchange(news_, std::nullopt);
    news_.reset();
    if (!newest) return {};
    if (!newest->document) return {event_text("gone", "{}"), true};
    if (newest->document == sent_) return {};  // told by whoever reads it, and seen in the store
    sent_ = newest->document;
    const auto data = json::serialize(to_json(*newest->document, words_));
    return {event_text("state", data), assessment::is_final(newest->document->state)};
  }
  void on_change(std::function<void()> wake) override { listener_->on_change(std::move(wake)); }

 private:
  std::unique_ptr<DocumentFeed::Listener> listener_;
  std::optional<DocumentFeed::Update> news_;
  std::optional<Document> sent_;
  const Catalogue& words_;
};

Result<Response> follow(const Services& services, const Desk& desk, const Call& call) {
  const auto& id = call.parameters.at("document");
  auto listener = services.feed.listen(id);  // before looking, so that no change falls between
  auto document = assessment::my_document(desk, id);
  if (!document) return std::unexpected(document.error());
  Response response;
  response.fields = {{"Content-Type", "text/event-stream"},
                     {"Cache-Control", "no-store"},
                     {"X-Accel-Buffering", "no"}};  // nginx would hold events back
  response.events = std::make_shared<DocumentEvents>(std::move(listener), std::move(*document),
                                                     services.catalogue);
  return response;
}

Result<Response> report(const Services& services, const Desk& desk, const Call& call) {
  const auto view = assessment::document_view(desk, services.files, call.parameters.at("document"));
  if (!view) return std::unexpected(view.error());
  const auto& [document, read, acceptances] = *view;
  return json_answer(json::object{
      {"id", document.id},
      {"name", document.name},
      {"sha256", document.sha256},
      {"text", read->source.text},
      {"reading",
       reading::to_json(read->reading, document.name, read->source.text, services.catalogue)},
      {"extraction", to_json(read->source)},
      {"evidence", json::array{}},
      {"acceptances", to_json(acceptances)}});
}

}  // namespace

void add_document_routes(Router& router, const Services& services) {
  const std::string all = "/api/v1/documents", one = all + "/{document}";
  const auto route = [&](Method method, const std::string& path, Cost cost, auto handle) {
    return Route{
        method, path, Access::signed_in, cost, "", 0, [&services, handle](const Call& call) {
          return at_desk(services, call,
                         [&](const Desk& desk) { return handle(services, desk, call); });
        }};
  };
  Route upload = route(Method::post, all, Cost::files, &add);
  upload.body_type = "application/octet-stream";
  upload.body_limit = assessment::largest_document;
  upload.sink = [&services](const Call& call) { return open_sink(services, call); };
  upload.rehearses = true;
  router.add(std::move(upload));
  router.add(route(Method::get, all, Cost::light, &list));
  router.add(route(Method::get, one, Cost::light, &get));
  Route removal = route(Method::del, one, Cost::files, &remove);
  removal.rehearses = true;
  router.add(std::move(removal));
  router.add(route(Method::get, one + "/events", Cost::light, &follow));
  router.add(route(Method::get, one + "/report", Cost::library, &report));
}

}  // namespace liem::http
