// What events would change before they are recorded: in the tree, and in how values are
// consolidated.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "base/messages.h"
#include "figures/reported.h"
#include "organisation/history.h"

namespace liem::assessment {

struct HistoryPlan {
  enum class Change {
    begins,        // a unit nobody recorded before
    never_begins,  // a unit that is recorded no longer, after an undo
    stands,        // a version that is new, or ends on another day
    gone,          // a version that is no more
  };
  struct UnitChange {
    Change change;
    organisation::UnitVersion unit;
  };
  // A part of a unit that passes to another one.
  struct Passing {
    organisation::Flow flow;
    bool no_longer = false;  // what an undo takes back
  };
  // Values of a former unit and where they will count.
  struct ValueChange {
    enum class Way { add, mean, apart, lost };
    Way way;
    bool estimated = false;  // a share of the values: an estimate
    bool no_longer = false;  // what an undo takes back
    Date date{};
    std::string from, to;  // `to` is empty where they are lost
    Rational share = 1;
    std::vector<std::string> items;
    int first = 0, last = 0;  // years
  };
  std::vector<UnitChange> units;
  std::vector<Passing> passings;
  std::vector<ValueChange> values;
};

HistoryPlan plan_of(const organisation::History& before, const organisation::History& after,
                    const figures::Reports& reports, const figures::ItemCatalogue& items);

Words plan_text(const HistoryPlan& plan, const organisation::History& after,
                const Catalogue& catalogue);
boost::json::object plan_json(const HistoryPlan& plan, const organisation::History& after,
                              const Catalogue& catalogue);

}  // namespace liem::assessment
