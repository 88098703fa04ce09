// Whether numbers said to be parts of a total add up, and whether it is a claim where they do not.
#pragma once

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include "reading/announcements.h"
#include "reading/draft.h"
#include "reading/part_lists.h"

namespace liem::reading {

// How sure it is that the parts are counted in the total's unit.
enum class Strength { alike, same_unit };

class SumClaims {
 public:
  SumClaims(Draft& draft, PartLists& lists) : draft_(draft), lists_(lists) {}

  // How many of the first parts add up to the total exactly; 0: no such run.
  std::size_t adding_up(const Mention& total, const std::vector<std::size_t>& parts) const;
  // Adds the claim, once for each place.
  void judge(const Mention& total, std::vector<std::size_t> parts, const Announcement& announced,
             Strength strength);
  // "09 người, gồm Chánh Văn phòng, 02 Phó Chánh Văn phòng và 06 chuyên viên": adds the claim where
  // posts named without a number, one person each, make exactly what is missing.
  bool with_named_persons(const Mention& total, const std::vector<std::size_t>& parts,
                          const Announcement& announced);

 private:
  bool are_the_whole(const Mention& total, const std::vector<std::size_t>& parts,
                     Strength strength) const;
  static bool leave_much(const SumClaim& claim, const Decimal& off);
  bool is_claimed(const SumClaim& claim, const Decimal& sum, const Announcement& announced,
                  Strength strength) const;

  Draft& draft_;
  PartLists& lists_;
  std::set<std::pair<std::size_t, std::size_t>> seen_;
};

}  // namespace liem::reading
