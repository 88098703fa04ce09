// A file of data items: refused with every problem named, or each is found under its id.
#include "figures/item.h"
#include "fuzz/data.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace liem;
  const auto items = figures::load_items(fuzz::as_text(data, size), "f");
  if (!items) {
    LIEM_CHECK(!items.error().empty());
    for (const auto& problem : items.error()) fuzz::check_words(problem.message);
    return 0;
  }
  for (const auto& [id, item] : items->items()) {
    LIEM_CHECK(items->find(id) == &item && item.id == id);
    LIEM_CHECK(item.index < items->items().size());
    LIEM_CHECK(!item.label.vi.empty() && !item.label.en.empty());
  }
  return 0;
}
