#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <random>

#include "organisation/history.h"

namespace liem::organisation {
namespace {

Date day(int number) {
  return std::chrono::sys_days(*make_date(2004, 1, 1)) + std::chrono::days(number);
}

NewUnit commune(const std::string& id) { return {id, {id, id}, UnitKind::commune, "p"}; }

Event beginning() {
  Event event;
  event.id = "start";
  event.date = day(0);
  event.basis = "B";
  event.born = {{"p", {"P", "P"}, UnitKind::province, ""}};
  for (int i = 0; i < 5; ++i) event.born.push_back(commune("c" + std::to_string(i)));
  return event;
}

std::string any_unit(int events) {
  const auto begun = *rc::gen::inRange(0, 5 + events);
  return begun < 5 ? "c" + std::to_string(begun) : "n" + std::to_string(begun - 5);
}

// Two to four shares of sevenths that add up to one.
std::vector<Share> any_shares(Event& event, int number) {
  std::vector<Share> shares;
  std::int64_t left = 7;
  const auto parts = *rc::gen::inRange(2, 5);
  for (int i = 0; i < parts; ++i) {
    const auto part =
        i + 1 == parts ? left : *rc::gen::inRange<std::int64_t>(1, left - parts + i + 2);
    left -= part;
    std::string unit = i == 0 ? "n" + std::to_string(number) : any_unit(number);
    if (i == 0) event.born.push_back(commune(unit));
    shares.push_back({std::move(unit), Rational::quotient(part, 7), std::to_string(part) + "/7"});
  }
  return shares;
}

Event any_event(int number) {
  Event event;
  event.id = "e" + std::to_string(number);
  event.date = day(*rc::gen::inRange(1, 12));
  event.basis = "B";
  event.units = {any_unit(number)};
  event.kind =
      *rc::gen::element(EventKind::merge, EventKind::split, EventKind::rename, EventKind::abolish);
  switch (event.kind) {
    case EventKind::merge:
      event.units.push_back(any_unit(number));
      if (*rc::gen::arbitrary<bool>()) {
        event.born = {commune("n" + std::to_string(number))};
        event.into = {{event.born[0].id, 1, "1"}};
      } else {
        event.into = {{event.units[0], 1, "1"}};
      }
      break;
    case EventKind::split:
      event.into = any_shares(event, number);
      break;
    case EventKind::rename:
      event.name = Words{"N" + event.id, "N" + event.id};
      break;
    default:
      event.into = {{any_unit(number), 1, "1"}};
  }
  return event;
}

// Events drawn at random, those kept that hold together with the ones before.
History any_history() {
  std::vector<Event> events{beginning()};
  const auto tries = *rc::gen::inRange(1, 14);
  for (int i = 0; i < tries; ++i) {
    auto more = events;
    more.push_back(any_event(i));
    if (history_of(more)) events = std::move(more);
  }
  return *history_of(std::move(events));
}

void expect_same(const History& a, const History& b) {
  for (int number = 0; number <= 13; ++number) {
    const auto one = a.tree_on(day(number)), two = b.tree_on(day(number));
    std::map<std::string, UnitVersion> left, right;
    for (const auto& unit : one.units) left.emplace(unit.unit.id, unit.unit);
    for (const auto& unit : two.units) right.emplace(unit.unit.id, unit.unit);
    RC_ASSERT(left == right);
    for (const auto& [id, unit] : left) {
      RC_ASSERT(a.successors(id, day(number), day(13)).shares ==
                b.successors(id, day(number), day(13)).shares);
    }
  }
}

TEST(HistoryProperty, SharesOfAUnitAlwaysAddUpToOne) {
  EXPECT_TRUE(rc::check("whatever happened, all of a unit is somewhere or is said to be lost", [] {
    const auto history = any_history();
    const auto from = *rc::gen::inRange(0, 13);
    const auto to = *rc::gen::inRange(from, 14);
    for (const auto& unit : history.tree_on(day(from)).units) {
      const auto descent = history.successors(unit.unit.id, day(from), day(to));
      Rational sum = descent.lost;
      for (const auto& [id, share] : descent.shares) sum += share;
      RC_ASSERT(sum == Rational(1));
    }
  }));
}

TEST(HistoryProperty, AncestorsAndSuccessorsAgree) {
  EXPECT_TRUE(rc::check("who passed a part here is who has a part here", [] {
    const auto history = any_history();
    for (const auto& unit : history.tree_on(day(13)).units) {
      for (const auto& [id, share] : history.ancestors(unit.unit.id, day(13), day(0)).shares) {
        const auto forward = history.successors(id, day(0), day(13));
        RC_ASSERT(forward.shares.at(unit.unit.id) == share);
      }
    }
  }));
}

TEST(HistoryProperty, UndoAfterApplyIsIdentity) {
  EXPECT_TRUE(rc::check("an event and its undo leave every tree and every share as it was", [] {
    const auto before = any_history();
    auto events = before.events();
    for (int tries = 0; tries < 40 && events.size() == before.events().size(); ++tries) {
      events.push_back(any_event(14));
      if (!history_of(events)) events.pop_back();
    }
    RC_PRE(events.size() > before.events().size());
    Event undo;
    undo.id = "undo";
    undo.kind = EventKind::undo;
    undo.date = day(13);
    undo.basis = "B";
    undo.undone = events.back().id;
    events.push_back(undo);
    const auto after = history_of(events);
    // An event recorded late may have later ones that count on it: then the undo is refused.
    RC_PRE(after.has_value());
    expect_same(before, *after);
  }));
}

TEST(HistoryProperty, SplitThenMergeIsIdentity) {
  EXPECT_TRUE(rc::check("parts that become one again are the whole", [] {
    auto events = any_history().events();
    Event split;
    split.id = "apart";
    split.kind = EventKind::split;
    split.date = day(12);
    split.basis = "B";
    split.units = {any_unit(14)};
    std::vector<std::string> parts;
    const auto count = *rc::gen::inRange<std::int64_t>(2, 6);
    for (std::int64_t i = 0; i < count; ++i) {
      parts.push_back("part" + std::to_string(i));
      split.born.push_back(commune(parts.back()));
      split.into.push_back(
          {parts.back(), Rational::quotient(1, count), "1/" + std::to_string(count)});
    }
    Event merge;
    merge.id = "again";
    merge.kind = EventKind::merge;
    merge.date = day(13);
    merge.basis = "B";
    merge.units = parts;
    merge.born = {commune("whole")};
    merge.into = {{"whole", 1, "1"}};
    events.push_back(split);
    events.push_back(merge);
    const auto history = history_of(events);
    RC_PRE(history.has_value());
    const auto descent = history->successors(split.units[0], day(11), day(13));
    RC_ASSERT(descent.shares.size() == 1U);
    RC_ASSERT(descent.shares.at("whole") == Rational(1));
  }));
}

TEST(HistoryProperty, TheOrderOfTheListDoesNotMatter) {
  EXPECT_TRUE(rc::check("the days order the events, not the list", [] {
    const auto history = any_history();
    auto events = history.events();
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    std::ranges::shuffle(events, random);
    const auto shuffled = history_of(events);
    RC_ASSERT(shuffled.has_value());
    expect_same(history, *shuffled);
  }));
}

}  // namespace
}  // namespace liem::organisation
