#include "assessment/documents.h"

#include <algorithm>

#include "assessment/acts.h"
#include "assessment/reading_input.h"
#include "base/utf8.h"
#include "extraction/wire.h"
#include "text/repair.h"

namespace liem::assessment {
namespace {

std::unexpected<Error> no_document(const std::string& id) {
  return fail(errors::no_document, {{"document", id}});
}

// Plain text is not stored a second time: it is the file itself.
Result<extraction::ExtractedText> extracted_text(Store& store, const DocumentFiles& files,
                                                 const std::string& province,
                                                 const Document& document) {
  const auto kept = store.documents().document_text(province, document.id);
  if (!kept) return std::unexpected(kept.error());
  if (!*kept) return extraction::extract_file(files.path_of(document.id), {});
  auto text = extraction::decode(**kept, document.name);
  if (!text) return fail(errors::content_missing, {{"sha256", document.sha256}});
  return std::move(*text);
}

Result<void> allow(const Viewer& viewer, Action action) {
  if (may(viewer, action, "")) return {};
  return fail(errors::no_right, {{"role", std::string(name_of(viewer.role))}});
}

}  // namespace

bool is_perhaps_kept(const Error& error) {
  const auto& args = error.message.args;
  return std::ranges::find(args, perhaps_kept, [](const auto& arg) { return arg.first; }) !=
         args.end();
}

Result<std::string> checked_document_name(std::string_view name) {
  const auto slash = name.find_last_of("/\\");
  const auto last = slash == name.npos ? name : name.substr(slash + 1);
  const bool proper = !last.empty() && last.size() <= longest_document_name && utf8::is_line(last);
  if (proper) return std::string(last);
  return fail(errors::bad_document_name, {{"longest", std::to_string(longest_document_name)}});
}

Result<void> may_keep_documents(const Viewer& viewer) {
  return allow(viewer, Action::keep_document);
}

Result<Document> add_document(const Desk& desk, const std::string& id, const std::string& name,
                              const IncomingFile::Kept& file, std::chrono::sys_seconds now) {
  if (auto allowed = may_keep_documents(desk.viewer); !allowed) {
    return std::unexpected(allowed.error());
  }
  if (file.size == 0) return fail(errors::document_empty, {{"file", name}});
  Document document{.id = id,
                    .account = desk.viewer.account,
                    .unit = desk.viewer.unit,
                    .name = name,
                    .sha256 = file.sha256,
                    .size = file.size,
                    .created = now};
  auto added = desk.store.documents().add_document(desk.viewer.province, document, {},
                                                   acts::of_added(desk.viewer, document));
  if (!added) return std::unexpected(added.error());
  return document;
}

Result<std::vector<Document>> my_documents(const Desk& desk) {
  if (auto allowed = allow(desk.viewer, Action::read_text); !allowed) {
    return std::unexpected(allowed.error());
  }
  auto all = desk.store.documents().documents(desk.viewer.province, desk.viewer.account);
  if (!all) return all;
  std::erase_if(*all, [&](const Document& one) { return one.unit != desk.viewer.unit; });
  return all;
}

Result<Document> my_document(const Desk& desk, const std::string& id) {
  if (auto allowed = allow(desk.viewer, Action::read_text); !allowed) {
    return std::unexpected(allowed.error());
  }
  auto document = desk.store.documents().document(desk.viewer.province, id);
  if (!document) return std::unexpected(document.error());
  const bool mine = *document && (*document)->account == desk.viewer.account &&
                    (*document)->unit == desk.viewer.unit;
  if (mine) return std::move(**document);
  auto refused = no_document(id);
  if (*document) refused.error().message.args.emplace_back(by_right, "");
  return refused;
}

Result<void> remove_document(const Desk& desk, const std::string& id,
                             std::chrono::sys_seconds now) {
  if (auto allowed = may_keep_documents(desk.viewer); !allowed) return allowed;
  const auto document = my_document(desk, id);
  if (!document) return std::unexpected(document.error());
  // The row first: a file nobody knows is named by fsck, a row without its file would be shown.
  const auto removed = desk.store.documents().remove_document(
      desk.viewer.province, id, acts::of_removed(desk.viewer, *document, now));
  if (!removed) return std::unexpected(removed.error());
  if (!*removed) return no_document(id);
  return {};
}

Result<DocumentView> document_view(const Desk& desk, const DocumentFiles& files,
                                   const std::string& id) {
  auto document = my_document(desk, id);
  if (!document) return std::unexpected(document.error());
  if (document->state != DocumentState::done) {
    return fail(errors::document_not_read, {{"file", document->name}});
  }
  auto read = desk.library.document(id, [&] {
    return read_document(desk.store, files, desk.library.lexicon(), desk.viewer.province,
                         *document);
  });
  if (!read) return std::unexpected(read.error());
  auto accepted = acceptances_of(desk.store.documents(), desk.viewer.province, scope_of(*document),
                                 (*read)->reading);
  if (!accepted) return std::unexpected(accepted.error());
  return DocumentView{std::move(*document), std::move(*read), std::move(*accepted)};
}

Result<ReadDocument> read_document(Store& store, const DocumentFiles& files,
                                   const reading::Lexicon& lexicon, const std::string& province,
                                   const Document& document) {
  auto source = extracted_text(store, files, province, document);
  if (!source) return std::unexpected(named(source.error(), document.name));
  if (source->text.size() > most_document_text) {
    return fail(extraction::errors::too_much_text,
                {{"file", document.name}, {"limit_mb", std::to_string(most_document_text >> 20)}});
  }
  auto reading = reading::read(reading_input(*source, document.name), lexicon);
  if (!reading) return std::unexpected(reading.error());
  return ReadDocument{std::move(*source), std::move(*reading)};
}

Error named(Error error, const std::string& name) {
  for (auto& [key, value] : error.message.args) {
    if (key == "file") value = name;
  }
  return error;
}

AcceptanceScope scope_of(const Document& document) { return {document.unit, ""}; }

}  // namespace liem::assessment
