#include "liem/ledger_keys.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "liem/context.h"
#include "liem/descriptor.h"
#include "liem/place_options.h"

namespace liem::app {
namespace {

namespace fs = std::filesystem;

namespace refusals {
constexpr ErrorCode key_open_to_others{"app.key_open_to_others", ErrorKind::forbidden};
constexpr ErrorCode key_within_data{"app.key_within_data", ErrorKind::bad_input};
}  // namespace refusals

constexpr std::size_t largest_key = 4096;  // bytes

std::unexpected<Error> not_written(const fs::path& file) {
  return fail(app::errors::not_written,
              {{"file", file.string()}, {"reason", std::strerror(errno)}});
}

}  // namespace

Result<void> write_new_file(const fs::path& file, std::string_view text, unsigned rights) {
  const Descriptor made(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, rights));
  if (made.get() < 0) return not_written(file);
  while (!text.empty()) {
    const auto written = ::write(made.get(), text.data(), text.size());
    if (written < 0) return not_written(file);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(made.get()) != 0) return not_written(file);
  return {};
}

Result<ledger::PublicKey> make_keys(const fs::path& file) {
  std::array<unsigned char, 32> seed{};
  randombytes_buf(seed.data(), seed.size());
  const auto secret = ledger::SecretKey::from_seed(seed);
  sodium_memzero(seed.data(), seed.size());
  if (auto written = write_new_file(file, secret.text(), 0600); !written) {
    return std::unexpected(written.error());
  }
  const auto open_half = secret.public_key();
  auto written = write_new_file(file.string() + ".pub", ledger::text_of(open_half), 0644);
  if (!written) return std::unexpected(written.error());
  return open_half;
}

Result<ledger::SecretKey> load_secret_key(const fs::path& file, const fs::path& data) {
  if (lies_within(file, data)) {
    return fail(refusals::key_within_data, {{"file", file.string()}, {"folder", data.string()}});
  }
  struct stat found{};
  if (::stat(file.c_str(), &found) == 0 && (found.st_mode & 077) != 0) {
    return fail(refusals::key_open_to_others, {{"file", file.string()}});
  }
  auto text = read_user_file(file, largest_key);
  if (!text) return std::unexpected(text.error());
  auto key = ledger::read_secret_key(*text, file.string());
  sodium_memzero(text->data(), text->size());
  return key;
}

Result<std::optional<ledger::SecretKey>> optional_secret_key(const fs::path& file,
                                                             const fs::path& data) {
  if (file.empty()) return std::nullopt;
  auto key = load_secret_key(file, data);
  if (!key) return std::unexpected(key.error());
  return std::move(*key);
}

Result<std::vector<ledger::PublicKey>> load_public_keys(const std::vector<std::string>& files) {
  std::vector<ledger::PublicKey> out;
  for (const auto& file : files) {
    const auto text = read_user_file(file, largest_key);
    if (!text) return std::unexpected(text.error());
    const auto key = ledger::read_public_key(*text, file);
    if (!key) return std::unexpected(key.error());
    out.push_back(*key);
  }
  return out;
}

}  // namespace liem::app
