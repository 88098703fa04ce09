// What a worker sends to the process that started it. Read with suspicion: the worker has dealt
// with an untrusted file, so nothing it says may go out of bounds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/extraction.h"
#include "extraction/pages.h"

namespace liem::extraction {

std::string encode(const Result<ExtractedText>& result);
// Nothing where the bytes are not what a sound worker sends. An error gets {file} in front.
std::optional<Result<ExtractedText>> decode(std::string_view bytes, std::string_view file);

std::string encode_boxes(const Result<std::vector<WordBox>>& boxes);
std::optional<Result<std::vector<WordBox>>> decode_boxes(std::string_view bytes,
                                                         std::string_view file);

// A PNG.
std::string encode_picture(const Result<std::string>& picture);
std::optional<Result<std::string>> decode_picture(std::string_view bytes, std::string_view file);

}  // namespace liem::extraction
