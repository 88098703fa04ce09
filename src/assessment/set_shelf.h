// The indicator sets that the program ships: what a new round may be pinned to.
#pragma once

#include <functional>
#include <vector>

#include "assessment/pinned_set.h"
#include "indicators/trend.h"

namespace liem::assessment {

struct SetShelf {
  std::vector<SetReference> sets;                  // in the order of their ids
  FindSet find;                                    // the files of one of `sets`, by its id
  std::vector<indicators::KnownMapping> mappings;  // from one set's criteria to another's
};

}  // namespace liem::assessment
