// A file that grows by parts until it is whole.
#pragma once

#include <filesystem>
#include <memory>

#include "assessment/document_files.h"

namespace liem::storage {

// Bytes that are there; 0 where there is no such file.
Result<std::uint64_t> size_of_growing(const std::filesystem::path& part);

// For the bytes behind `offset`; made where that is 0. assessment::errors::upload_moved where
// another number of bytes is there, no_upload where none is, upload_busy while somebody else
// writes to it.
Result<std::unique_ptr<assessment::FileSink>> grow(const std::filesystem::path& part,
                                                   std::uint64_t offset);

// Makes `file` another name of it, on the disk when this returns; no_upload, upload_busy.
Result<assessment::IncomingFile::Kept> keep_grown(const std::filesystem::path& part,
                                                  const std::filesystem::path& file);

}  // namespace liem::storage
