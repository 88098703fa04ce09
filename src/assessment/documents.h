// What people do with their documents: send, list, look at, delete.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "assessment/acceptance.h"
#include "assessment/document_files.h"
#include "assessment/document_store.h"
#include "assessment/overview.h"
#include "base/error.h"
#include "extraction/extraction.h"

namespace liem::assessment {

namespace errors {
// Also for somebody else's: nobody learns what others sent.
inline constexpr ErrorCode no_document{"assessment.no_document", ErrorKind::not_found};
inline constexpr ErrorCode document_empty{"assessment.document_empty", ErrorKind::bad_input};
inline constexpr ErrorCode document_not_read{"assessment.document_not_read", ErrorKind::conflict};
inline constexpr ErrorCode document_gave_up{"assessment.document_gave_up", ErrorKind::internal};
inline constexpr ErrorCode bad_document_name{"assessment.bad_document_name", ErrorKind::bad_input};
}  // namespace errors

inline constexpr std::uint64_t largest_document = std::uint64_t{64} << 20;  // bytes
inline constexpr std::size_t most_document_text = std::size_t{16} << 20;    // bytes
inline constexpr std::size_t longest_document_name = 255;                   // bytes

// Whether nobody can tell after this refusal if the write was kept.
bool is_perhaps_kept(const Error& error);

// The last part of a path some browsers send; errors::bad_document_name for an empty or overlong
// one and for control characters.
Result<std::string> checked_document_name(std::string_view name);

// Each decides first whether the viewer may (errors::no_right), then what is there
// (errors::no_document).
Result<void> may_keep_documents(const Viewer& viewer);
Result<Document> add_document(const Desk& desk, const std::string& id, const std::string& name,
                              const IncomingFile::Kept& file, std::chrono::sys_seconds now);
Result<std::vector<Document>> my_documents(const Desk& desk);
Result<Document> my_document(const Desk& desk, const std::string& id);
// The row alone: its file goes after it, since a row without its file would be shown and a file
// nobody knows is named by fsck.
Result<void> remove_document(const Desk& desk, const std::string& id, std::chrono::sys_seconds now);

struct DocumentView {
  Document document;
  std::shared_ptr<const ReadDocument> read;
  std::vector<Acceptance> acceptances;
};
// errors::document_not_read until its state is done.
Result<DocumentView> document_view(const Desk& desk, const DocumentFiles& files,
                                   const std::string& id);

// The text and its map as they were extracted, and what they say.
Result<ReadDocument> read_document(Store& store, const DocumentFiles& files,
                                   const reading::Lexicon& lexicon, const std::string& province,
                                   const Document& document);

// The error as its sender understands it: with the name he gave the file.
Error named(Error error, const std::string& name);

AcceptanceScope scope_of(const Document& document);

}  // namespace liem::assessment
