// The file rules of confinement.h on kernels that have Landlock (5.13 and later).
#pragma once

#include <span>
#include <string>

namespace liem::extraction {

enum class FileRules { none, landlock };

// From here on: read below the system's libraries, fonts and OCR data and the file on stdin,
// execute `tools` (absolute paths) and the dynamic loader, write nothing.
FileRules restrict_files(std::span<const std::string> tools);

}  // namespace liem::extraction
