#include "fuzz/extracted.h"

#include <zip.h>

#include <algorithm>

#include "extraction/wire.h"
#include "fuzz/data.h"

namespace liem::fuzz {

using extraction::ExtractedText;

extraction::Limits small_limits() {
  extraction::Limits limits;
  limits.part_bytes = std::size_t{1} << 20;
  limits.unpacked_bytes = std::size_t{4} << 20;
  limits.text_bytes = std::size_t{1} << 20;
  return limits;
}

namespace {

void add_part(zip* archive, std::string_view part) {
  const auto line = std::min(part.find('\n'), part.size());
  const std::string name(part.substr(0, line));
  const auto bytes = part.substr(std::min(line + 1, part.size()));
  auto* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  const auto index = zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE);
  if (index < 0) {
    zip_source_free(source);  // a name that no archive may have
  } else {
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
}

std::string bytes_of(zip_source_t* source) {
  std::string out;
  char block[4096];
  if (zip_source_open(source) != 0) return out;
  for (zip_int64_t got; (got = zip_source_read(source, block, sizeof block)) > 0;) {
    out.append(block, static_cast<std::size_t>(got));
  }
  zip_source_close(source);
  return out;
}

}  // namespace

std::string archive_of(std::string_view parts) {
  constexpr std::string_view mark = "@@ ";
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  auto* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  LIEM_CHECK(archive != nullptr);
  zip_source_keep(source);
  for (auto at = parts.starts_with(mark) ? 0 : parts.npos; at != parts.npos;) {
    const auto next = parts.find("\n@@ ", at);
    const auto end = std::min(next, parts.size());
    add_part(archive, parts.substr(at + mark.size(), end - at - mark.size()));
    at = next == parts.npos ? next : next + 1;
  }
  if (zip_close(archive) != 0) zip_discard(archive);
  std::string out = bytes_of(source);
  zip_source_free(source);
  return out;
}

void check_extracted(const Result<ExtractedText>& result) {
  const auto received = extraction::decode(extraction::encode(result), "f");
  LIEM_CHECK(received.has_value());
  LIEM_CHECK(received->has_value() == result.has_value());
  if (!result) {
    check_words(received->error().message);
    return;
  }
  LIEM_CHECK(**received == *result);
  LIEM_CHECK(result->text.size() <= small_limits().text_bytes);
  std::size_t least = 0;
  for (const auto& mark : result->marks) {
    LIEM_CHECK(mark.offset >= least);
    least = mark.offset;
  }
  for (const auto& place : result->places) {
    LIEM_CHECK(place.span.size() > 0);
    LIEM_CHECK(extraction::place_at(*result, place.span.begin) == &place);
  }
}

}  // namespace liem::fuzz
