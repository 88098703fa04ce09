// Parts that nothing announces: "14 vị trí, đã chuyển 11 vị trí, còn 03 vị trí", "23 người, khiển
// trách 12, cảnh cáo 07, cách chức 04".
#pragma once

#include <cstddef>

#include "reading/draft.h"
#include "reading/part_lists.h"
#include "reading/sum_claims.h"

namespace liem::reading {

class Remainders {
 public:
  Remainders(const Draft& draft, PartLists& lists, SumClaims& claims)
      : draft_(draft), lists_(lists), claims_(claims) {}

  // The next counts of the same unit, or of none, make exactly the total.
  void unannounced(std::size_t total_index);
  // "71 tin (cũ 8, mới 63); đã giải quyết 67 tin, gồm 44, 20 và 3 tin. Còn lại 4 tin": what is
  // done and what is left, in no bracket and no part of another part, make exactly the total.
  void remainder(std::size_t total_index);

 private:
  // Whether mention `i` stands in the total's sentence or one of the next two.
  bool in_scope(const Mention& total, std::size_t i) const;
  // Behind the numbers from `first` on that make up `whole`, or 0.
  std::size_t run_making(std::size_t whole, std::size_t first) const;
  bool is_difference(const Mention& total, const Mention& last) const;
  bool may_be_accident(std::size_t total_index) const;

  const Draft& draft_;
  PartLists& lists_;
  SumClaims& claims_;
  std::size_t rest_read_ = 0;  // mention of the last remainder read
};

}  // namespace liem::reading
