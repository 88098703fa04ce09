#include "statement.h"

#include <fmt/format.h>

#include <cstdlib>
#include <vector>

#include "indicators/scorer.h"

namespace liem::bench {
namespace {

using namespace indicators;
using figures::AnswerState;
using figures::RollUp;

// As they are stored: the numbers of the enumerations.
constexpr int given = static_cast<int>(AnswerState::given);
constexpr int blank = static_cast<int>(AnswerState::blank);
constexpr int not_applicable = static_cast<int>(AnswerState::not_applicable);
constexpr int not_available = static_cast<int>(AnswerState::not_available);
constexpr int scored = static_cast<int>(State::scored);

std::string s(std::size_t item) { return fmt::format("s{}", item); }
std::string v(std::size_t item) { return fmt::format("v{}", item); }

std::int64_t hundredths(const Decimal& points) {
  return Decimal::multiply(points, 100)->to_int64().value();
}

// Half up; neither is negative.
std::string rounded(const std::string& top, const std::string& bottom) {
  return fmt::format("((2*({0}) + ({1})) / (2*({1})))", top, bottom);
}

std::string state_without_value(const std::string& any_not_applicable,
                                const std::string& any_not_available,
                                const std::string& otherwise_blank) {
  return fmt::format("WHEN {} THEN {} WHEN {} THEN {} WHEN {} THEN {}", any_not_applicable,
                     static_cast<int>(State::not_applicable), any_not_available,
                     static_cast<int>(State::not_available), otherwise_blank,
                     static_cast<int>(State::blank));
}

struct Columns {
  std::string state, reached, reachable;
};

// Of a leaf whose inputs must all be given.
Columns all_given(const std::vector<std::size_t>& items, const std::string& points,
                  std::int64_t maximum) {
  const auto any = [&](int state) {
    std::string out;
    for (const auto item : items) {
      out += fmt::format("{}{} = {}", out.empty() ? "(" : " OR ", s(item), state);
    }
    return out + ")";
  };
  const std::string state =
      fmt::format("CASE {} ELSE {} END",
                  state_without_value(any(not_applicable), any(not_available), any(blank)), scored);
  std::string all;
  for (const auto item : items) {
    all += fmt::format("{}{} = {}", all.empty() ? "" : " AND ", s(item), given);
  }
  return {state, fmt::format("CASE WHEN {} THEN {} ELSE 0 END", all, points),
          fmt::format("CASE WHEN {} THEN {} ELSE 0 END", all, maximum)};
}

std::size_t lone(const Expression& expression) { return expression.nodes.back().item_index; }

// done and obliged where something is obliged.
struct Pair {
  std::string nothing;  // nothing is obliged, done says no more
  std::string both;     // both given, something obliged
  std::string state;
};

Pair pair_of(const Ratio& ratio, bool nothing_scores) {
  const std::string sd = s(lone(ratio.done)), so = s(lone(ratio.obliged));
  Pair out;
  out.nothing = fmt::format("({0} = {1} AND {2} = 0 AND ({3} = {1} OR {3} = {4}))", so, given,
                            v(lone(ratio.obliged)), sd, blank);
  out.both = fmt::format("({} = {} AND {} = {} AND {} <> 0)", sd, given, so, given,
                         v(lone(ratio.obliged)));
  const auto any = [&](int state) {
    return fmt::format("({} = {} OR {} = {})", sd, state, so, state);
  };
  out.state =
      fmt::format("CASE WHEN {} THEN {} {} ELSE {} END", out.nothing,
                  nothing_scores ? scored : static_cast<int>(State::not_applicable),
                  state_without_value(any(not_applicable), any(not_available), any(blank)), scored);
  return out;
}

class LeafWriter {
 public:
  explicit LeafWriter(std::int64_t maximum) : maximum_(maximum) {}

  Columns operator()(const Documented& rule) const {
    const auto item = lone(rule.input);
    return all_given({item}, fmt::format("{} * {}", v(item), maximum_), maximum_);
  }
  Columns operator()(const Checklist& rule) const {
    std::string applicable, answered, reached, unavailable;
    for (const auto& part : rule.parts) {
      const auto points = hundredths(part.points);
      const auto item = lone(part.input);
      applicable +=
          fmt::format(" + CASE WHEN {} <> {} THEN {} ELSE 0 END", s(item), not_applicable, points);
      answered += fmt::format(" + CASE WHEN {} = {} THEN {} ELSE 0 END", s(item), given, points);
      reached += fmt::format(" + CASE WHEN {} = {} THEN {} * {} ELSE 0 END", s(item), given, points,
                             v(item));
      unavailable +=
          fmt::format("{}{} = {}", unavailable.empty() ? "" : " OR ", s(item), not_available);
    }
    const auto out = [&](const std::string& of) {
      return fmt::format("CASE WHEN (0{0}) = 0 THEN 0 ELSE {1} END", applicable,
                         rounded(fmt::format("{} * (0{})", maximum_, of), "0" + applicable));
    };
    return {fmt::format("CASE WHEN (0{}) = 0 THEN {} WHEN (0{}) > 0 THEN {} WHEN {} THEN {} ELSE "
                        "{} END",
                        applicable, static_cast<int>(State::not_applicable), answered, scored,
                        unavailable, static_cast<int>(State::not_available),
                        static_cast<int>(State::blank)),
            out(reached), out(answered)};
  }
  Columns operator()(const Ratio& rule) const {
    const bool none_scores = !std::holds_alternative<NotApplicable>(rule.no_occurrence);
    const Pair pair = pair_of(rule, none_scores);
    const std::int64_t none = std::holds_alternative<FullPoints>(rule.no_occurrence) ? maximum_ : 0;
    const std::string d = v(lone(rule.done)), o = v(lone(rule.obliged));
    std::string points = rounded(fmt::format("{} * {}", maximum_, d), o);
    if (!rule.bands.empty()) {
      points = "CASE";
      for (auto band = rule.bands.rbegin(); band != rule.bands.rend(); ++band) {
        points += fmt::format(" WHEN 100 * {} >= {} * {} THEN {}", d, band->from.to_string(), o,
                              hundredths(band->points));
      }
      points += " END";
    }
    return {pair.state,
            fmt::format("CASE WHEN {} THEN {} WHEN {} THEN CASE WHEN {} > {} THEN {} ELSE {} END "
                        "ELSE 0 END",
                        pair.nothing, none, pair.both, d, o, maximum_, points),
            fmt::format("CASE WHEN {} THEN {} WHEN {} THEN {} ELSE 0 END", pair.nothing,
                        none_scores ? maximum_ : 0, pair.both, maximum_)};
  }
  // Two ratios whose fractions are added before anything is rounded.
  Columns operator()(const Parts& rule) const {
    std::string applicable, answered, top[2], bottom[2], states[2];
    for (std::size_t i = 0; i < 2; ++i) {
      const auto& part = rule.parts[i];
      const Pair pair = pair_of(part.ratio, false);
      const std::string d = v(lone(part.ratio.done)), o = v(lone(part.ratio.obliged));
      const auto points = hundredths(part.points);
      states[i] = "(" + pair.state + ")";
      applicable += fmt::format(" + CASE WHEN {} <> {} THEN {} ELSE 0 END", states[i],
                                static_cast<int>(State::not_applicable), points);
      answered += fmt::format(" + CASE WHEN {} THEN {} ELSE 0 END", pair.both, points);
      top[i] = fmt::format(
          "(CASE WHEN {0} THEN {1} * CASE WHEN {2} > {3} THEN {3} ELSE {2} END ELSE 0 END)",
          pair.both, points, d, o);
      bottom[i] = fmt::format("(CASE WHEN {} THEN {} ELSE 1 END)", pair.both, o);
    }
    const std::string sum =
        fmt::format("({} * {} + {} * {})", top[0], bottom[1], top[1], bottom[0]);
    const std::string below = fmt::format("((0{}) * {} * {})", applicable, bottom[0], bottom[1]);
    const auto out = [&](const std::string& value, const std::string& by) {
      return fmt::format("CASE WHEN (0{}) = 0 THEN 0 ELSE {} END", applicable,
                         rounded(fmt::format("{} * {}", maximum_, value), by));
    };
    return {fmt::format("CASE WHEN (0{}) = 0 THEN {} WHEN (0{}) > 0 THEN {} WHEN {} = {} OR {} = "
                        "{} THEN {} ELSE {} END",
                        applicable, static_cast<int>(State::not_applicable), answered, scored,
                        states[0], static_cast<int>(State::not_available), states[1],
                        static_cast<int>(State::not_available),
                        static_cast<int>(State::not_available), static_cast<int>(State::blank)),
            out(sum, below), out("(0" + answered + ")", "(0" + applicable + ")")};
  }
  Columns operator()(const Count& rule) const {
    const auto item = lone(rule.input);
    const auto each = hundredths(rule.points_each), cap = hundredths(rule.cap);
    return all_given(
        {item},
        fmt::format("CASE WHEN {0} * {1} > {2} THEN {2} ELSE {0} * {1} END", v(item), each, cap),
        maximum_);
  }
  Columns operator()(const ExternalIndex& rule) const {
    const auto item = lone(rule.input);
    return all_given({item},
                     rounded(fmt::format("{} * {}", maximum_, v(item)),
                             Decimal::multiply(rule.scale, 10)->to_string()),
                     maximum_);
  }
  Columns operator()(const Rubric& rule) const {
    const auto item = rule.input.index;
    std::string points = "CASE " + v(item);
    for (const auto& level : rule.levels) {
      points += fmt::format(" WHEN {} THEN {}", level.level.to_string(), hundredths(level.points));
    }
    return all_given({item}, points + " END", maximum_);
  }
  Columns operator()(const Deduction& rule) const {
    const auto item = lone(rule.input);
    const std::string left =
        fmt::format("{} - {} * {}", maximum_, hundredths(rule.points_each), v(item));
    const auto floor = hundredths(rule.floor);
    return all_given({item}, fmt::format("CASE WHEN {0} < {1} THEN {1} ELSE {0} END", left, floor),
                     maximum_);
  }
  Columns operator()(const auto&) const { std::abort(); }  // not in the benched set

 private:
  std::int64_t maximum_;
};

std::string as_place(const Columns& columns, std::size_t place) {
  return fmt::format(", {} AS st{}, {} AS r{}, {} AS b{}", columns.state, place, columns.reached,
                     place, columns.reachable, place);
}

// Of the children's columns, of which those that do not apply drop out.
Columns group_of(const std::vector<Place>& places, std::size_t group, std::int64_t maximum) {
  std::string applicable, reached, reachable, any[4];
  for (auto child = group + 1; child < places[group].end; child = places[child].end) {
    applicable += fmt::format(" + CASE WHEN st{} <> {} THEN {} ELSE 0 END", child,
                              static_cast<int>(State::not_applicable),
                              hundredths(places[child].criterion->points));
    reached += fmt::format(" + r{}", child);
    reachable += fmt::format(" + b{}", child);
    for (int state = 0; state < 4; ++state) {
      any[state] += fmt::format("{}st{} = {}", any[state].empty() ? "" : " OR ", child, state);
    }
  }
  const auto out = [&](const std::string& sum) {
    return fmt::format("CASE WHEN (0{0}) = 0 THEN 0 WHEN (0{0}) = {1} THEN 0{2} ELSE {3} END",
                       applicable, maximum, sum,
                       rounded(fmt::format("{} * (0{})", maximum, sum), "0" + applicable));
  };
  std::string state = "CASE";
  for (const auto one : {State::scored, State::blank, State::not_available}) {
    state += fmt::format(" WHEN {} THEN {}", any[static_cast<int>(one)], static_cast<int>(one));
  }
  return {state + fmt::format(" ELSE {} END", static_cast<int>(State::not_applicable)),
          out(reached), out(reachable)};
}

int depth_of(const std::vector<Place>& places, std::size_t place) {
  int depth = 0;
  for (std::size_t above = 0; above < place; ++above) depth += places[above].end > place ? 1 : 0;
  return depth;
}

// What the lowest units below an ancestor come to, item by item.
std::string aggregates(const std::vector<RollUp>& ways) {
  std::string out;
  for (std::size_t item = 0; item < ways.size(); ++item) {
    if (ways[item] == RollUp::apart) continue;
    const auto count = [&](int state) {
      return fmt::format("COUNT(*) FILTER (WHERE {} = {})", s(item), state);
    };
    const std::string value =
        fmt::format("{}({}) FILTER (WHERE {} = {})", ways[item] == RollUp::all ? "MIN" : "SUM",
                    v(item), s(item), given);
    out += fmt::format(", {} AS g{}, {} AS e{}, {} AS a{}, {} AS n{}, CAST({} AS BIGINT) AS v{}",
                       count(given), item, count(blank), item, count(not_applicable), item,
                       count(not_available), item, value, item);
  }
  return out;
}

std::string rolled_up(const std::vector<RollUp>& ways) {
  std::string out;
  for (std::size_t item = 0; item < ways.size(); ++item) {
    if (ways[item] == RollUp::apart) {
      out += fmt::format(", own.s{0} AS s{0}, own.v{0} AS v{0}", item);
      continue;
    }
    const std::string settled =
        ways[item] == RollUp::all ? fmt::format("sums.v{} = 0 OR ", item) : std::string();
    out += fmt::format(
        ", CASE WHEN g{0} > 0 THEN CASE WHEN {1}e{0} + n{0} = 0 THEN {2} ELSE {3} END WHEN e{0} > "
        "0 THEN {4} WHEN n{0} > 0 THEN {3} WHEN a{0} > 0 THEN {5} ELSE {4} END AS s{0}, sums.v{0} "
        "AS v{0}",
        item, settled, given, not_available, blank, not_applicable);
  }
  return out;
}

std::vector<RollUp> ways_by_index(const IndicatorSet& set) {
  std::vector<RollUp> ways(set.items.items().size());
  for (const auto& [id, item] : set.items.items()) ways[item.index] = item.roll_up;
  return ways;
}

}  // namespace

std::string create_tables(const IndicatorSet& set) {
  std::string out = "CREATE TABLE own (year INTEGER, unit INTEGER, lowest INTEGER";
  for (std::size_t item = 0; item < set.items.items().size(); ++item) {
    out += fmt::format(", s{} SMALLINT, v{} BIGINT", item, item);
  }
  return out +
         ", PRIMARY KEY (year, unit));"
         "CREATE TABLE above (unit INTEGER, ancestor INTEGER, PRIMARY KEY (ancestor, unit))";
}

std::string score_statement(const IndicatorSet& set, const std::string& only,
                            const std::string& only_own) {
  const auto ways = ways_by_index(set);
  const auto places = places_of(set);
  std::string own_columns;
  for (std::size_t item = 0; item < ways.size(); ++item) {
    own_columns += fmt::format(", s{}, v{}", item, item);
  }
  std::string out =
      "WITH sums AS MATERIALIZED (SELECT year, ancestor" + aggregates(ways) +
      " FROM own JOIN above ON above.unit = own.unit WHERE lowest = 1 " + only +
      " GROUP BY year, ancestor), rolled AS MATERIALIZED (SELECT year, unit" + own_columns +
      " FROM own WHERE lowest = 1 " + only_own + " UNION ALL SELECT own.year, own.unit" +
      rolled_up(ways) +
      " FROM sums JOIN own ON own.year = sums.year AND own.unit = sums.ancestor), level3 AS "
      "MATERIALIZED (SELECT year, unit";
  std::string groups[3];
  for (std::size_t place = 0; place < places.size(); ++place) {
    const auto* criterion = places[place].criterion;
    const auto maximum = hundredths(criterion != nullptr ? criterion->points : set.points);
    if (criterion != nullptr && criterion->leaf) {
      out += as_place(std::visit(LeafWriter(maximum), criterion->leaf->rule), place);
    } else {
      groups[depth_of(places, place)] += as_place(group_of(places, place, maximum), place);
    }
  }
  out += " FROM rolled)";
  for (int depth = 2; depth >= 0; --depth) {
    out += fmt::format(", level{} AS MATERIALIZED (SELECT level{}.*{} FROM level{})", depth,
                       depth + 1, groups[depth], depth + 1);
  }
  out += " SELECT year, unit";
  for (std::size_t place = 0; place < places.size(); ++place) {
    out += fmt::format(", st{0}, r{0}, b{0}", place);
  }
  return out + " FROM level0";
}

}  // namespace liem::bench
