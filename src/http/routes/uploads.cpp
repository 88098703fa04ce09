// Documents sent in parts over lines that drop.
#include "assessment/uploads.h"

#include "assessment/digest.h"
#include "assessment/documents.h"
#include "http/application.h"
#include "http/errors.h"
#include "http/json.h"
#include "http/query.h"
#include "http/routes/document_keeping.h"
#include "http/routes/routes.h"

namespace liem::http {
namespace {

namespace json = boost::json;
using assessment::Desk;

Result<std::string> upload_in(const Call& call) {
  return assessment::upload_of(*call.viewer, call.parameters.at("upload"));
}

// The bytes behind an offset; those that came stay, however the request ends.
class PartSink final : public BodySink {
 public:
  PartSink(std::unique_ptr<assessment::FileSink> file, std::uint64_t offset)
      : file_(std::move(file)), there_(offset) {}
  Result<void> write(std::string_view bytes) override {
    there_ += bytes.size();
    if (there_ <= assessment::largest_document) return file_->write(bytes);
    return fail(errors::body_too_large,
                {{"limit_kb", std::to_string(assessment::largest_document >> 10)}});
  }
  std::uint64_t there() const { return there_; }

 private:
  std::unique_ptr<assessment::FileSink> file_;
  std::uint64_t there_;
};

Result<std::unique_ptr<BodySink>> open_part(const Services& services, const Call& call) {
  const auto upload = upload_in(call);
  if (!upload) return std::unexpected(upload.error());
  const auto& given = call.parameters.at("offset");
  const int offset = number_segment(given);
  if (offset == 0 && given != "0")
    return fail(errors::bad_field, {{"field", "offset"}, {"wanted", "integer"}});
  if (offset == 0) {
    if (auto free = assessment::may_begin(services.files, *call.viewer, *upload); !free) {
      return std::unexpected(free.error());
    }
  }
  auto file = services.files.receive_more(*upload, static_cast<std::uint64_t>(offset));
  if (!file) return std::unexpected(file.error());
  return std::make_unique<PartSink>(std::move(*file), offset);
}

Response state_of(std::uint64_t there) { return json_answer(json::object{{"received", there}}); }

Result<Response> put(const Services&, const Desk&, const Call& call) {
  LIEM_CHECK(call.sink != nullptr);
  return state_of(static_cast<PartSink&>(*call.sink).there());
}

Result<Response> get(const Services& services, const Desk&, const Call& call) {
  const auto upload = upload_in(call);
  if (!upload) return std::unexpected(upload.error());
  const auto there = services.files.received(*upload);
  if (!there) return std::unexpected(there.error());
  return state_of(*there);
}

struct Finish {
  std::string name, sha256;  // the latter empty where its sender could not compute it
  std::int64_t size = 0;
};

Result<Finish> finish_in(std::string_view body) {
  const auto object = parse_object(body);
  if (!object) return std::unexpected(object.error());
  if (auto known = only_fields(*object, {"name", "size", "sha256"}); !known) {
    return std::unexpected(known.error());
  }
  const auto given = text_field(*object, "name", 4096);
  if (!given) return std::unexpected(given.error());
  auto name = assessment::checked_document_name(*given);
  if (!name) return std::unexpected(name.error());
  const auto* size = object->if_contains("size");
  if (size == nullptr || !size->is_int64()) {
    return fail(errors::bad_field, {{"field", "size"}, {"wanted", "integer"}});
  }
  Finish out{std::move(*name), "", size->as_int64()};
  if (object->contains("sha256")) {
    auto hash = text_field(*object, "sha256", 64);
    if (!hash) return std::unexpected(hash.error());
    out.sha256 = std::move(*hash);
  }
  return out;
}

// What came, if it is what was sent.
Result<assessment::IncomingFile::Kept> checked(Result<assessment::IncomingFile::Kept> file,
                                               const Finish& finish) {
  if (!file) return file;
  const bool same = static_cast<std::int64_t>(file->size) == finish.size &&
                    (finish.sha256.empty() || finish.sha256 == file->sha256);
  if (same) return file;
  return fail(assessment::errors::upload_differs, {{"file", finish.name},
                                                   {"there", std::to_string(file->size)},
                                                   {"size", std::to_string(finish.size)}});
}

Result<Response> finish(const Services& services, const Desk& desk, const Call& call) {
  const auto upload = upload_in(call);
  if (!upload) return std::unexpected(upload.error());
  const auto wanted = finish_in(call.body);
  if (!wanted) return std::unexpected(wanted.error());
  const auto id = new_document_id(services);
  const auto asked = assessment::sha256_of(*upload + "\n" + wanted->name + "\n" + wanted->sha256);
  auto file = checked(services.files.keep_received(*upload, id), *wanted);
  auto written = keep_document(services, desk, call, {id, wanted->name, asked, std::move(file)});
  // Its bytes are the document's now; a name that stays behind is swept in a day.
  if (written && written->kept) static_cast<void>(services.files.forget_received(*upload));
  return response_of(std::move(written));
}

Result<Response> forget(const Services& services, const Desk&, const Call& call) {
  const auto upload = upload_in(call);
  if (!upload) return std::unexpected(upload.error());
  if (auto gone = services.files.forget_received(*upload); !gone) {
    return std::unexpected(gone.error());
  }
  return no_content();
}

}  // namespace

void add_upload_routes(Router& router, const Services& services) {
  const std::string one = "/api/v1/uploads/{upload}";
  const auto route = [&](Method method, const std::string& path, auto handle) {
    return Route{
        method, path, Access::signed_in, Cost::files, "", 0, [&services, handle](const Call& call) {
          return at_desk(services, call,
                         [&](const Desk& desk) { return handle(services, desk, call); });
        }};
  };
  router.add(route(Method::get, one, &get));
  router.add(route(Method::del, one, &forget));
  Route part = route(Method::put, one + "/bytes/{offset}", &put);
  part.body_type = "application/octet-stream";
  part.body_limit = assessment::largest_document;
  part.sink = [&services](const Call& call) { return open_part(services, call); };
  router.add(std::move(part));
  Route end = route(Method::post, one + "/document", &finish);
  end.body_type = "application/json";
  end.body_limit = small_body;
  end.rehearses = true;
  router.add(std::move(end));
}

}  // namespace liem::http
