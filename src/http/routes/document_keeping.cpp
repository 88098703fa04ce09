#include "http/routes/document_keeping.h"

#include "assessment/digest.h"
#include "assessment/documents.h"
#include "http/json.h"

namespace liem::http {

std::string new_document_id(const Services& services) {
  std::array<unsigned char, 16> random{};
  services.random(random);
  return assessment::to_hex(random);
}

Result<Written> keep_document(const Services& services, const assessment::Desk& desk,
                              const Call& call, const SentDocument& sent) {
  auto created = create_once(services, desk, call, sent.asked, [&]() -> Result<Response> {
    if (!sent.file) return std::unexpected(sent.file.error());
    const auto document =
        assessment::add_document(desk, sent.id, sent.name, *sent.file, services.now());
    if (!document) return std::unexpected(document.error());
    Response response = tagged_answer(to_json(*document, services.catalogue));
    response.status = 202;
    return response;
  });
  // A row that may be there must find its file; else fsck names it.
  const bool perhaps = created ? created->kept : assessment::is_perhaps_kept(created.error());
  if (!perhaps) static_cast<void>(services.files.remove(sent.id));
  if (created && created->kept) services.work.wake();
  return created;
}

}  // namespace liem::http
