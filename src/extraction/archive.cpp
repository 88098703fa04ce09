#include "extraction/archive.h"

#include <zip.h>

#include <algorithm>

namespace liem::extraction {
namespace {

constexpr std::size_t judged_from = std::size_t{1} << 20;  // small parts may pack very well
constexpr zip_int64_t most_entries = 20'000;

std::unexpected<Error> broken(std::string reason) {
  return fail(errors::broken, {{"reason", std::move(reason)}});
}

std::unexpected<Error> bomb(std::string_view part, std::size_t limit) {
  return fail(errors::zip_bomb,
              {{"part", std::string(part)}, {"limit_mb", std::to_string(limit >> 20)}});
}

std::string reason_of(int code) {
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  std::string words = zip_error_strerror(&error);
  zip_error_fini(&error);
  return words;
}

}  // namespace

void Archive::Close::operator()(zip* handle) const { zip_discard(handle); }

Result<Archive> Archive::open(std::string_view bytes, const Limits& limits) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  LIEM_CHECK(source != nullptr);
  auto* handle = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (handle == nullptr) {
    const int code = zip_error_code_zip(&error);
    zip_source_free(source);
    return broken(reason_of(code));
  }
  Archive archive(handle, limits);
  if (auto sound = archive.check_entries(); !sound) return std::unexpected(sound.error());
  return archive;
}

// From the directory alone, before anything is unpacked.
Result<void> Archive::check_entries() const {
  const zip_int64_t entries = zip_get_num_entries(handle_.get(), 0);
  if (entries > most_entries) return bomb("*", limits_.unpacked_bytes);
  for (zip_int64_t i = 0; i < entries; ++i) {
    zip_stat_t entry;
    if (zip_stat_index(handle_.get(), static_cast<zip_uint64_t>(i), 0, &entry) != 0) {
      return broken(zip_strerror(handle_.get()));
    }
    if ((entry.valid & ZIP_STAT_ENCRYPTION_METHOD) && entry.encryption_method != ZIP_EM_NONE) {
      return fail(errors::encrypted);
    }
    const auto packed = std::max<zip_uint64_t>(entry.comp_size, 1);
    if (entry.size > judged_from &&
        entry.size / packed >= static_cast<zip_uint64_t>(limits_.unpack_ratio)) {
      return bomb(entry.name, limits_.part_bytes);
    }
  }
  return {};
}

bool Archive::has(const std::string& part) const {
  return zip_name_locate(handle_.get(), part.c_str(), 0) >= 0;
}

bool Archive::has_name(const std::function<bool(std::string_view)>& wanted) const {
  const zip_int64_t entries = zip_get_num_entries(handle_.get(), 0);
  for (zip_int64_t i = 0; i < entries; ++i) {
    const char* name = zip_get_name(handle_.get(), static_cast<zip_uint64_t>(i), 0);
    if (name != nullptr && wanted(name)) return true;
  }
  return false;
}

bool Archive::has_name_ending(std::string_view ending) const {
  return has_name([&](std::string_view name) { return name.ends_with(ending); });
}

bool Archive::has_name_starting(std::string_view beginning) const {
  return has_name([&](std::string_view name) { return name.starts_with(beginning); });
}

Result<std::string> Archive::read(const std::string& part) {
  zip_stat_t entry;
  if (zip_stat(handle_.get(), part.c_str(), 0, &entry) != 0) return broken(part + "?");
  const std::size_t most = std::min(limits_.part_bytes, limits_.unpacked_bytes - unpacked_);
  if (entry.size > most) return bomb(part, most);
  auto* file = zip_fopen(handle_.get(), part.c_str(), 0);
  if (file == nullptr) return broken(part + ": " + zip_strerror(handle_.get()));
  // One byte more than declared shows an archive that lies about its sizes.
  std::string bytes(entry.size + 1, '\0');
  std::size_t filled = 0;
  zip_int64_t got = 0;
  while (filled < bytes.size() &&
         (got = zip_fread(file, bytes.data() + filled, bytes.size() - filled)) > 0) {
    filled += static_cast<std::size_t>(got);
  }
  zip_fclose(file);
  if (got < 0 || filled != entry.size) return broken(part);
  bytes.resize(filled);
  unpacked_ += filled;
  return bytes;
}

}  // namespace liem::extraction
