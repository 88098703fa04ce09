// Units over time: what the recorded events make of them on any day, and where a unit's parts went.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/event.h"
#include "organisation/tree.h"

namespace liem::organisation {

// A part of one unit that passes to another on a day. A unit that continues passes to itself.
struct Flow {
  Date date{};
  std::size_t event = 0;  // place in History::events()
  std::string from, to;
  Rational share = 1;
};

// Where the whole of one unit is at the end of a stretch of time, or was at its start.
struct Descent {
  std::map<std::string, Rational> shares;  // by unit
  Rational lost = 0;                       // the part that ended without a successor
  // Each flow on the way once, in the order of time, with the part of the unit it carried.
  struct Step {
    Flow flow;
    Rational carried = 0;
  };
  std::vector<Step> steps;
};

class History {
 public:
  const std::vector<Event>& events() const { return events_; }
  // The id of the undo that keeps this event from counting.
  const std::optional<std::string>& undone_by(std::size_t event) const { return undone_[event]; }
  const std::vector<Flow>& flows() const { return flows_; }  // in the order of time

  // Its versions in the order of time; nullptr where no event that counts ever named it.
  const std::vector<UnitVersion>* versions(std::string_view unit) const;
  const UnitVersion* on(std::string_view unit, const Date& date) const;  // nullptr: not there
  const std::vector<std::string>& units() const { return order_; }       // as first recorded
  Tree tree_on(const Date& date) const;

  // Where the parts of a unit of the day `from` are on the later or same day `to`.
  Descent successors(std::string_view unit, const Date& from, const Date& to) const;
  // Of which units of the earlier day `back_to` a unit of the day `at` is made, each with the part
  // of it that came here.
  Descent ancestors(std::string_view unit, const Date& at, const Date& back_to) const;

 private:
  friend class Replay;
  friend class Undoing;
  friend std::expected<History, Problems> history_of(std::vector<Event> events);

  std::vector<Event> events_;
  std::vector<std::optional<std::string>> undone_;
  std::map<std::string, std::vector<UnitVersion>, std::less<>> versions_;
  std::vector<std::string> order_;
  std::vector<Flow> flows_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> flows_of_;  // places in flows_
};

namespace errors {
inline constexpr ErrorCode event_repeated{"organisation.event_repeated", ErrorKind::bad_input};
inline constexpr ErrorCode not_on_day{"organisation.not_on_day", ErrorKind::bad_input};
inline constexpr ErrorCode id_used{"organisation.id_used", ErrorKind::bad_input};
inline constexpr ErrorCode shares_not_one{"organisation.shares_not_one", ErrorKind::bad_input};
inline constexpr ErrorCode share_twice{"organisation.share_twice", ErrorKind::bad_input};
inline constexpr ErrorCode contradiction{"organisation.contradiction", ErrorKind::bad_input};
inline constexpr ErrorCode merge_of_one{"organisation.merge_of_one", ErrorKind::bad_input};
inline constexpr ErrorCode nothing_changes{"organisation.nothing_changes", ErrorKind::bad_input};
inline constexpr ErrorCode parent_circle{"organisation.parent_circle", ErrorKind::bad_input};
inline constexpr ErrorCode parent_later{"organisation.parent_later", ErrorKind::bad_input};
inline constexpr ErrorCode parent_missing{"organisation.parent_missing", ErrorKind::bad_input};
inline constexpr ErrorCode needs_parent{"organisation.needs_parent", ErrorKind::bad_input};
inline constexpr ErrorCode left_behind{"organisation.left_behind", ErrorKind::bad_input};
inline constexpr ErrorCode no_such_event{"organisation.no_such_event", ErrorKind::bad_input};
inline constexpr ErrorCode already_undone{"organisation.already_undone", ErrorKind::bad_input};
inline constexpr ErrorCode others_depend{"organisation.others_depend", ErrorKind::bad_input};
}  // namespace errors

// The events in the order they were recorded; that of their days may differ. Problems of the list
// first, then those of the first day that has any.
std::expected<History, Problems> history_of(std::vector<Event> events);

// history_of() what load_events() reads.
std::expected<History, Problems> load_history(std::string_view text, std::string_view file);

}  // namespace liem::organisation
