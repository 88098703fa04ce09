// The numbers an announcement covers, grouped into items: those between commas, or list items.
#pragma once

#include <cstddef>
#include <vector>

#include "reading/announcements.h"
#include "reading/draft.h"

namespace liem::reading {

using PartItems = std::vector<std::vector<std::size_t>>;  // indexes of mentions, per item

class PartLists {
 public:
  explicit PartLists(const Draft& draft)
      : draft_(draft), announces_(draft.mentions.size(), Known::not_asked) {}

  // The items of `total` that start with mention `first`, in its sentence or in a list below.
  PartItems items(std::size_t total, std::size_t first, const Announcement& announced);
  PartItems list_items(std::size_t first) const;

  // "58 đơn, gồm 09 đơn đúng, gồm ...": the parts end where the next total announces its own.
  bool announces_before(std::size_t mention);
  // Where nothing adds up: a list joined by commas ends with the part behind "và", or at ";".
  std::size_t list_end(const std::vector<std::size_t>& parts) const;
  // "13 cuộc trực tiếp và 09 cuộc trực tuyến": no comma behind the last "và", no number left out.
  bool closed_by_and(const std::vector<std::size_t>& parts) const;

 private:
  enum class Known : char { not_asked, yes, no };

  PartItems inline_items(std::size_t first, const Announcement& announced);
  bool fills_bracket(const Mention& mention) const;
  bool announces_more(std::size_t from, std::size_t to) const;
  bool has_and(std::size_t from, std::size_t to) const;

  const Draft& draft_;
  std::vector<Known> announces_;  // of the words before each mention
};

}  // namespace liem::reading
