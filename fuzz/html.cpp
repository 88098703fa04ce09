// HTML, its character references, and telling formats apart.
#include "extraction/formats.h"
#include "fuzz/data.h"
#include "fuzz/extracted.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace liem;
  const auto bytes = fuzz::as_text(data, size);
  extraction::read_signs(bytes);
  fuzz::check_extracted(extraction::read_html(bytes, fuzz::small_limits()));
  return 0;
}
