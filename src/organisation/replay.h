// Carries out events day by day.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "organisation/collector.h"
#include "organisation/history.h"

namespace liem::organisation {

// Fills a history whose events_ and undone_ are set. All events of one day happen together, so
// their order within the day does not matter.
class Replay {
 public:
  explicit Replay(History& history) : history_(history) {}
  // The problems of the first day that has any; empty where all is well.
  Problems run();

 private:
  // What one event of the day does to a unit: each at most once a day.
  enum class Act { begin, pass_on, rename, move };
  using Day = std::vector<std::size_t>;  // places of events

  const Event& event(std::size_t place) const { return history_.events_[place]; }
  bool alive(std::string_view unit) const { return alive_.contains(unit); }
  static bool continues(const Event& event, std::string_view unit);

  void run_day(const Day& day);
  void claim_acts(std::size_t place);
  void claim(std::size_t place, const std::string& unit, Act act);
  void check_contradictions();
  void check_there(const Event& event, const std::string& unit);
  void check_shares(const Event& event);
  void begin_units(const Event& event);
  void end_units(const Event& event);
  void rename_unit(const Event& event);
  void move_units(const Event& event);
  void move_children(const Event& event);
  void add_flows(std::size_t place);
  void check_targets(const Day& day);
  void check_merges(const Day& day);
  void check_parents();
  void check_parent(const UnitVersion& unit);
  UnitVersion& current(const std::string& unit) { return history_.versions_[unit].back(); }
  UnitVersion& change(const Event& event, const std::string& unit);
  const Event& event_of(const UnitVersion& unit) const;
  std::optional<Date> day_of_birth(std::string_view unit) const;

  History& history_;
  Collector collect_;
  Date today_{};
  std::set<std::string, std::less<>> alive_;
  std::map<std::string, std::map<Act, std::size_t>, std::less<>> acts_;  // of today
};

}  // namespace liem::organisation
