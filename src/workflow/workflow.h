// What may be done in a yearly round, as data/workflow/round.yaml says, and why not. Pure.
// docs/decisions/0017-the-round.md
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "base/named_file.h"

namespace liem::workflow {

// What an act is done to: the round, the file of a unit in it, or a criterion of that file.
enum class Level { round, file, criterion };
std::string_view name_of(Level level);

// Where the actor must stand: in the very unit, in a unit above it, anywhere in the province, or
// wherever the unit can be seen from.
enum class Standing { own, above, province, sees };

// Of which units' files: every one, or the province's own alone.
enum class Which { any, province };

enum class Need { reason, points, reason_if_differs };

struct Transition {
  std::string act;
  Level of = Level::criterion;
  std::vector<std::string> from;
  std::string to;                        // empty: it stays
  std::vector<std::string> round, file;  // states of what stands above; empty: any
  std::vector<std::string> roles;
  Standing standing = Standing::own;
  Which which = Which::any;
  std::vector<Need> needs;
  std::string complete;                // name of what must be there; empty: nothing
  std::vector<std::string> four_eyes;  // acts
  std::string step;                    // whose deadline holds; empty: none
  std::vector<std::string> waits_in;   // states in which it is somebody's next work
  bool apart = false;                  // has a call of its own, not the common one
  bool publishes = false;              // freezes what the round came to
  bool submits = false;                // hands the round in upward: from then on it can be packed
  bool received = false;               // may also be done with a round that came in a package
};

// What a publication tells of the units beside the province's own file; nothing where the file says
// nothing. docs/decisions/0018-publication.md
struct PublishedUnits {
  std::vector<std::string> kinds;   // of units that are shown, each ranked among its kind
  std::vector<std::string> scores;  // those shown, in the order of the work
  std::string rank_by;              // one of them; empty: not ranked
};

// The scores a criterion may have, in the order of the work.
inline constexpr std::string_view scores[] = {"self", "appraised", "submitted", "reviewed"};

// Words for steps, states and acts are messages: "step.<id>", "round_state.<id>", "work_act.<act>".
struct Workflow {
  std::vector<std::string> steps;                    // in the order of the year
  std::map<Level, std::vector<std::string>> states;  // in the order of the work
  std::vector<Transition> transitions;               // in the order of the file
  PublishedUnits published_units;

  const Transition* find(std::string_view act) const;  // nullptr where there is none
  const Transition* submitting() const;                // likewise
  // Whether a round in this state has been handed in upward and was not taken back.
  bool is_submitted(std::string_view round_state) const;
};

bool holds(const std::vector<std::string>& names, std::string_view name);

// What `complete:` may name.
inline constexpr std::string_view completeness[] = {"deadlines_set",      "all_answered",
                                                    "criterion_answered", "all_appraised",
                                                    "files_appraised",    "criteria_reviewed"};

namespace errors {
inline constexpr ErrorCode unknown_name{"workflow.unknown_name", ErrorKind::bad_input};
inline constexpr ErrorCode repeated_name{"workflow.repeated_name", ErrorKind::bad_input};
inline constexpr ErrorCode never_reached{"workflow.never_reached", ErrorKind::bad_input};
inline constexpr ErrorCode nothing_above{"workflow.nothing_above", ErrorKind::bad_input};
}  // namespace errors

// What the file may name that others define.
struct KnownNames {
  std::vector<std::string_view> roles, unit_kinds;
};

// Every problem at once, each with {file} and {line}.
std::expected<Workflow, Problems> load_workflow(const NamedFile& file, const KnownNames& known);

}  // namespace liem::workflow
