// WordprocessingML parts, written as text (fuzz/extracted.h).
#include "extraction/formats.h"
#include "fuzz/data.h"
#include "fuzz/extracted.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace liem;
  const auto limits = fuzz::small_limits();
  const auto bytes = fuzz::archive_of(fuzz::as_text(data, size));
  auto archive = extraction::Archive::open(bytes, limits);
  if (archive) fuzz::check_extracted(read_docx(*archive, limits));
  return 0;
}
