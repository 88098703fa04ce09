#include "liem/long_text.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <vector>

#include "extraction/format.h"
#include "liem/context.h"
#include "liem/progress.h"

namespace liem::app {
namespace {

// Above it a reading would take more memory than a small machine has to spare.
constexpr std::uintmax_t longest_whole = std::uintmax_t{32} << 20;
constexpr std::size_t piece = std::size_t{1} << 20;

}  // namespace

bool is_long_text(const std::string& file) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(file, failed);
  if (failed || size <= longest_whole) return false;
  std::string head(extraction::signs_need, '\0');
  std::ifstream input(file, std::ios::binary);
  input.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(input.gcount()));
  return extraction::read_signs(head) == extraction::Signs::text;
}

Result<void> read_long_text(const std::string& file, const reading::Lexicon& lexicon,
                            const reading::WindowReader::Take& take) {
  std::ifstream input(file, std::ios::binary);
  const auto refuse = [&] {
    return fail(errors::unreadable, {{"file", file}, {"reason", std::strerror(errno)}});
  };
  if (!input) return refuse();
  const auto pieces = static_cast<std::size_t>(std::filesystem::file_size(file)) / piece + 1;
  Progress progress(pieces, progress_shown(pieces));
  reading::WindowReader reader(file, lexicon, [&](reading::Window&& window) {
    progress.clear();
    take(std::move(window));
  });
  std::vector<char> bytes(piece);
  while (input) {
    input.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const auto got = static_cast<std::size_t>(input.gcount());
    if (input.bad()) return refuse();
    if (auto fed = reader.feed({bytes.data(), got}); !fed) return fed;
    progress.advance(file);
  }
  return reader.finish();
}

}  // namespace liem::app
