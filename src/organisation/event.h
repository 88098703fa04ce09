// What is recorded about units over time: one event for each change a legal document orders.
// The list is only ever added to; an undo is an event of its own.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/rational.h"
#include "organisation/units.h"

namespace liem::organisation {

// create: units begin. merge: whole units become one, new or continuing. split: one unit's parts go
// to several, itself among them where it continues. rename: another name or kind. move: another
// parent. abolish: a unit ends; what it had goes to its successors. undo: an earlier event does not
// count.
enum class EventKind { create, merge, split, rename, move, abolish, undo };

std::optional<EventKind> event_kind_of(std::string_view name);
std::string_view name_of(EventKind kind);

struct NewUnit {
  std::string id;
  Words name;
  UnitKind kind = UnitKind::commune;
  std::string parent;  // empty for the top only
  bool operator==(const NewUnit&) const = default;
};

// A part of a unit that another one takes over: above 0, at most 1.
struct Share {
  std::string unit;
  Rational share = 1;
  std::string written = "1";  // as the file has it: "0.6" or "1/3"
  bool operator==(const Share&) const = default;
};

// Where an event is written, for refusals.
struct Place {
  std::string file;
  int line = 1;
};

struct Event {
  std::string id;
  EventKind kind = EventKind::create;
  Date date{};                     // the first day on which what it orders holds
  std::string basis;               // the legal document; for an undo the reason
  std::vector<NewUnit> born;       // create; the new units of a merge or split
  std::vector<std::string> units;  // merged, split, renamed, moved or abolished
  std::vector<Share> into;  // merge: the one unit; split: who takes which part; abolish: successors
  std::optional<Words> name;        // rename
  std::optional<UnitKind> becomes;  // rename: the kind, where it changes
  std::string parent;               // move: the new one; abolish: of the units below, may be empty
  std::string undone;               // undo: the event that no longer counts
  Place place;

  // An error at this event: {file}, {line} and {event} are put in front of `args`.
  Error error(ErrorCode code, Args args = {}) const;
};

namespace errors {
inline constexpr ErrorCode bad_event_kind{"organisation.bad_event_kind", ErrorKind::bad_input};
inline constexpr ErrorCode bad_kind_ever{"organisation.bad_kind_ever", ErrorKind::bad_input};
inline constexpr ErrorCode bad_share{"organisation.bad_share", ErrorKind::bad_input};
inline constexpr ErrorCode no_units{"organisation.no_units", ErrorKind::bad_input};
}  // namespace errors

// A YAML list of events, or a single one. Shapes: docs/decisions/0009-scores-over-time.md.
// All problems of the file at once.
std::expected<std::vector<Event>, Problems> load_events(std::string_view text,
                                                        std::string_view file);

// The events as a piece of YAML that can be added to the end of such a list.
std::string to_yaml(const std::vector<Event>& events);

// "0.6", "60 %" is not: a decimal or a fraction of whole numbers, above 0 and at most 1.
std::optional<Rational> parse_share(std::string_view text);

}  // namespace liem::organisation
