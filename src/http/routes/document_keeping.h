// The end of sending a document, whichever way its bytes came.
#pragma once

#include "assessment/document_files.h"
#include "http/services.h"
#include "http/writing.h"

namespace liem::http {

struct SentDocument {
  std::string id, name;
  std::string asked;  // what create_once() tells one request from another by
  Result<assessment::IncomingFile::Kept> file;
};

// Writes its row and has it read; where nothing was kept its file goes again.
Result<Written> keep_document(const Services& services, const assessment::Desk& desk,
                              const Call& call, const SentDocument& sent);

std::string new_document_id(const Services& services);

}  // namespace liem::http
