#include "extraction/tiff.h"

#include <cstddef>
#include <cstdint>

namespace liem::extraction {
namespace {

constexpr std::size_t header_size = 8, entry_size = 12;

class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

  bool holds(std::size_t at, std::size_t size) const {
    return at <= bytes_.size() && size <= bytes_.size() - at;
  }
  // `size` bytes that the file holds().
  std::uint32_t at(std::size_t place, std::size_t size) const {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t byte = little_ ? size - 1 - i : i;
      number = number << 8 | static_cast<unsigned char>(bytes_[place + byte]);
    }
    return number;
  }

 private:
  std::string_view bytes_;
  bool little_;
};

}  // namespace

Result<int> count_tiff_pages(std::string_view bytes, int most) {
  const Numbers numbers(bytes);
  const auto broken = fail(errors::broken, {{"reason", "TIFF"}});
  if (!numbers.holds(0, header_size)) return broken;
  int pages = 0;
  // A chain that leads back into itself has no end: more pages than a file of its size can hold.
  const auto possible = static_cast<int>(bytes.size() / entry_size) + 1;
  for (std::size_t place = numbers.at(4, 4); place != 0; ++pages) {
    if (pages > most) return pages;
    if (pages >= possible || !numbers.holds(place, 2)) return broken;
    const std::size_t end = place + 2 + numbers.at(place, 2) * entry_size;
    if (!numbers.holds(end, 4)) return broken;
    place = numbers.at(end, 4);
  }
  if (pages == 0) return broken;
  return pages;
}

}  // namespace liem::extraction
