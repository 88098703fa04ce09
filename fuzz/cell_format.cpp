// A spreadsheet cell: its value in the first line, its number format in the second.
#include "extraction/cell_format.h"

#include <algorithm>

#include "base/utf8.h"
#include "fuzz/data.h"
#include "text/repair.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace liem;
  using extraction::DateSystem;
  const auto input = fuzz::as_text(data, size);
  if (utf8::find_invalid(input) != input.npos) return 0;
  const auto line = std::min(input.find('\n'), input.size());
  const auto value = input.substr(0, line);
  const auto code = input.substr(std::min(line + 1, input.size()));
  for (const auto system : {DateSystem::from_1900, DateSystem::from_1904}) {
    const auto shown = extraction::shown_value(value, code, system);
    LIEM_CHECK(utf8::find_invalid(shown) == shown.npos);
    LIEM_CHECK(value.empty() || !shown.empty());
  }
  return 0;
}
