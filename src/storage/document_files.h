// Documents' bytes in a folder beside the database: one file a document, named by its id.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "assessment/document_files.h"

namespace liem::storage {

inline constexpr std::string_view documents_folder = "documents";
inline constexpr std::string_view unfinished_ending = ".part";  // of a file still coming in
// After so long nobody sends it any more.
inline constexpr std::chrono::seconds longest_upload = std::chrono::hours{24};

std::filesystem::path document_path(const std::filesystem::path& data, const std::string& province,
                                    const std::string& id);

// The folder "documents/<province>" below `data`; made where missing, readable by its owner alone.
Result<std::unique_ptr<assessment::DocumentFiles>> open_document_files(
    const std::filesystem::path& data, const std::string& province);

}  // namespace liem::storage
