// The pages of a TIFF are counted: more bytes behind it change nothing of what was found before.
#include "extraction/tiff.h"

#include "fuzz/data.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace liem;
  constexpr int most = 100;
  const std::string bytes(fuzz::as_text(data, size));
  const auto pages = extraction::count_tiff_pages(bytes, most);
  if (!pages) return 0;
  LIEM_CHECK(*pages > 0 && *pages <= most + 1);
  const auto longer = extraction::count_tiff_pages(bytes + "\n", most);
  LIEM_CHECK(longer && *longer == *pages);
  return 0;
}
