// Raw bytes of a ZIP archive: its directory, limits, which office format it holds.
#include "extraction/formats.h"
#include "fuzz/data.h"
#include "fuzz/extracted.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace liem;
  fuzz::check_extracted(extraction::read_office(fuzz::as_text(data, size), fuzz::small_limits()));
  return 0;
}
