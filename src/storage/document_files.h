// Documents' bytes in a folder beside the database: one file a document, named by its id.
#pragma once

#include <filesystem>
#include <memory>

#include "assessment/document_files.h"

namespace liem::storage {

// The folder "documents/<province>" below `data`; made where missing, readable by its owner alone.
Result<std::unique_ptr<assessment::DocumentFiles>> open_document_files(
    const std::filesystem::path& data, const std::string& province);

}  // namespace liem::storage
