// Rolling up and scoring a province and a nation beside the same as SQL on SQLite and PostgreSQL,
// on the same figures in the same run, answers compared before anything is timed. Times are those
// of the one thread on its processor, so that what else runs on the machine does not count.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "engines.h"
#include "generated.h"
#include "indicators/bulk.h"
#include "statement.h"

namespace {

using namespace liem;
using namespace liem::bench;

constexpr std::size_t province_units = 140, nation_provinces = 34, nation_units = 4'000;
constexpr std::uint64_t years = 5;

double best_seconds(int rounds, auto&& clock, auto&& work) {
  double best = 1e9;
  for (int i = 0; i < rounds; ++i) {
    const double begin = clock();
    work();
    best = std::min(best, clock() - begin);
  }
  return best;
}

double best_of_liem(int rounds, auto&& work) { return best_seconds(rounds, own_seconds, work); }

double best_of(const Engine& engine, int rounds, auto&& work) {
  return best_seconds(rounds, [&] { return engine.seconds(); }, work);
}

// A tree's figures of one or several years.
struct Case {
  figures::Tree tree;
  std::vector<figures::Table> years;
};

Case case_of(const indicators::IndicatorSet& set, std::size_t provinces, std::size_t units,
             std::uint64_t many) {
  Case out{generated_tree(provinces, units), {}};
  for (std::uint64_t year = 0; year < many; ++year) {
    out.years.push_back(generated_figures(set, out.tree, year));
  }
  return out;
}

indicators::BulkScores scored(const indicators::IndicatorSet& set, const figures::Tree& tree,
                              figures::Table year) {
  std::vector<std::string> names(tree.size(), "unit");
  return {set, {std::move(year), tree, indicators::ways_of(set)}, std::move(names)};
}

std::int64_t whole(const Decimal& value, int places) {
  return Decimal::multiply(value, places == 2 ? 100 : 10)->to_int64().value();
}

std::vector<Row> own_rows(const indicators::IndicatorSet& set, const Case& given) {
  std::vector<Row> rows;
  for (std::size_t year = 0; year < given.years.size(); ++year) {
    for (std::size_t unit = 0; unit < given.tree.size(); ++unit) {
      Row row(3 + 2 * item_count);
      row[0] = static_cast<std::int64_t>(year);
      row[1] = static_cast<std::int64_t>(unit);
      row[2] = given.tree.has_below(unit) ? 0 : 1;
      for (const auto& [id, item] : set.items.items()) {
        const auto figure = given.years[year].at(item.index, unit);
        row[3 + 2 * item.index] = static_cast<std::int64_t>(figure.state);
        row[4 + 2 * item.index] = item.unit.kind == figures::UnitKind::index
                                      ? whole(figure.value, 1)
                                      : figure.value.to_int64().value();
      }
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

void fill(Engine& engine, const indicators::IndicatorSet& set, const Case& given) {
  engine.run("DROP TABLE IF EXISTS own; DROP TABLE IF EXISTS above; " + create_tables(set));
  std::vector<Row> above;
  for (std::uint32_t unit = 0; unit < given.tree.size(); ++unit) {
    if (given.tree.has_below(unit)) continue;
    for (auto one = given.tree.parent(unit); one != figures::Tree::none;
         one = given.tree.parent(one)) {
      above.push_back({unit, one});
    }
  }
  engine.insert("own", own_rows(set, given));
  engine.insert("above", above);
}

// The answers stay in the engine, as a program beside it would leave them there.
void score_in(Engine& engine, const std::string& statement) {
  engine.run("DROP TABLE IF EXISTS points; CREATE TEMP TABLE points AS " + statement);
}

// Every state and point of every unit in every year; how many differ.
std::size_t differences(Engine& engine, const indicators::IndicatorSet& set, const Case& given) {
  score_in(engine, score_statement(set, "", ""));
  std::size_t compared = 0, different = 0;
  auto rows = engine.rows("SELECT * FROM points ORDER BY year, unit");
  std::size_t at = 0;
  for (const auto& year : given.years) {
    const auto bulk = scored(set, given.tree, year);
    for (std::size_t unit = 0; unit < given.tree.size(); ++unit, ++at) {
      for (std::size_t place = 0; place < bulk.places().size(); ++place) {
        const auto ours = bulk.at(unit, place);
        const std::int64_t* theirs = at < rows.size() ? &rows[at][2 + 3 * place] : nullptr;
        const bool same = theirs != nullptr && theirs[0] == static_cast<int>(ours.state) &&
                          theirs[1] == whole(ours.points.reached, 2) &&
                          theirs[2] == whole(ours.points.reachable, 2);
        ++compared;
        different += same ? 0 : 1;
        if (!same && different <= 5 && theirs != nullptr) {
          fmt::print("  unit {} place {}: ours {} {} {}, {} {} {} {}\n", unit, place,
                     static_cast<int>(ours.state), ours.points.reached.to_string(),
                     ours.points.reachable.to_string(), engine.name(), theirs[0], theirs[1],
                     theirs[2]);
        }
      }
    }
  }
  fmt::print("  {:32} {} of {} states and points equal\n", engine.name(), compared - different,
             compared);
  return different + (rows.size() == at ? 0 : 1);
}

// The work is given figures of its own to keep; copying them is not timed.
double best_of_liem(int rounds, const std::vector<figures::Table>& kept, auto&& work) {
  double best = 1e9;
  for (int i = 0; i < rounds; ++i) {
    std::vector<figures::Table> copy = kept;
    best = std::min(best, best_of_liem(1, [&] { work(std::move(copy)); }));
  }
  return best;
}

// Points of the units at the top, so that nothing is left out unseen.
void print_top(const indicators::IndicatorSet& set, const Case& given) {
  const auto bulk = scored(set, given.tree, given.years.front());
  for (std::size_t unit = 0; unit < std::min<std::size_t>(3, given.tree.size()); ++unit) {
    const auto total = bulk.at(unit, 0);
    fmt::print("  unit {}: {} of {} reachable of {}\n", unit, total.points.reached.to_string(),
               total.points.reachable.to_string(), total.points.maximum.to_string());
  }
}

struct Times {
  double liem = 0, best_rival = 1e9;
};

void print_rival(const Engine& engine, double seconds, Times& times) {
  times.best_rival = std::min(times.best_rival, seconds);
  fmt::print("  {:32} {:10.2f} ms\n", engine.name(), seconds * 1e3);
}

void print_ratio(const Times& times) {
  if (times.best_rival > 1e8) return;
  fmt::print("  Liêm is {:.0f} times as fast as the better rival\n", times.best_rival / times.liem);
}

using Engines = std::vector<std::unique_ptr<Engine>>;

bool agree(const char* what, const Engines& engines, const indicators::IndicatorSet& set,
           const Case& given) {
  fmt::print("{}\n", what);
  print_top(set, given);
  std::size_t different = 0;
  for (const auto& engine : engines) {
    fill(*engine, set, given);
    different += differences(*engine, set, given);
  }
  return different == 0;
}

void measure_rivals(const Engines& engines, const std::string& statement, int rounds,
                    Times& times) {
  for (const auto& engine : engines) {
    print_rival(*engine, best_of(*engine, rounds, [&] { score_in(*engine, statement); }), times);
  }
  print_ratio(times);
}

double points_seconds(const indicators::IndicatorSet& set, const Case& given, int rounds) {
  return best_of_liem(rounds, given.years, [&](std::vector<figures::Table> copy) {
    for (auto& year : copy) scored(set, given.tree, std::move(year));
  });
}

bool province(const Engines& engines, const indicators::IndicatorSet& set) {
  const Case given = case_of(set, 1, province_units, 1);
  if (!agree("(a) one province, one year", engines, set, given)) return false;
  std::size_t steps = 0;
  Times times;
  times.liem = best_of_liem(20, given.years, [&](std::vector<figures::Table> copy) {
    auto bulk = scored(set, given.tree, std::move(copy.front()));
    steps = 0;
    for (std::size_t unit = 0; unit < given.tree.size(); ++unit) {
      steps += bulk.explanation_of(unit).steps.size();
    }
  });
  const double points = points_seconds(set, given, 20);
  fmt::print("  {:32} {:10.2f} ms, every unit explained (points alone {:.2f} ms)\n", "Liêm",
             times.liem * 1e3, points * 1e3);
  times.liem = points;  // the rivals explain nothing
  measure_rivals(engines, score_statement(set, "", ""), 5, times);
  return steps > 0;
}

void one_figure(const Engines& engines, const indicators::IndicatorSet& set, const Case& given) {
  fmt::print("(c) one changed figure, up to the nation\n");
  auto bulk = scored(set, given.tree, given.years.front());
  const auto& item = *set.items.find("done.number_3");
  const std::size_t unit = nation_provinces + 1;
  std::int64_t value = 0;
  Times times;
  constexpr int many = 1000;
  times.liem =
      best_of_liem(5,
                   [&] {
                     for (int i = 0; i < many; ++i) {
                       bulk.set(item.index, unit, {figures::AnswerState::given, ++value % 40, 0});
                     }
                   }) /
      many;
  fmt::print("  {:32} {:10.3f} ms\n", "Liêm", times.liem * 1e3);
  const std::string path = fmt::format("IN ({}, {}, 0)", unit, given.tree.parent(unit));
  const std::string statement = score_statement(set, "AND year = 0 AND ancestor " + path,
                                                "AND own.year = 0 AND own.unit " + path);
  for (const auto& engine : engines) {
    const double seconds = best_of(*engine, 5, [&] {
      engine->run(fmt::format("UPDATE own SET v{} = {} WHERE year = 0 AND unit = {}", item.index,
                              ++value % 40, unit));
      score_in(*engine, statement);
    });
    print_rival(*engine, seconds, times);
  }
  print_ratio(times);
}

bool nation(const Engines& engines, const indicators::IndicatorSet& set) {
  const Case given = case_of(set, nation_provinces, nation_units, years);
  if (!agree("(b) the nation, five years", engines, set, given)) return false;
  Times times;
  times.liem = points_seconds(set, given, 5);
  fmt::print("  {:32} {:10.2f} ms\n", "Liêm", times.liem * 1e3);
  measure_rivals(engines, score_statement(set, "", ""), 2, times);
  one_figure(engines, set, given);
  fmt::print("(d) ten times the units\n");
  const Case more = case_of(set, nation_provinces, 10 * nation_units, years);
  const double seconds = points_seconds(set, more, 4);
  fmt::print("  {:32} {:10.2f} ms, {:.1f} times as long\n", "Liêm", seconds * 1e3,
             seconds / times.liem);
  return true;
}

// (b) with all five years kept, and nothing else in the process.
int memory(const indicators::IndicatorSet& set) {
  const auto tree = generated_tree(nation_provinces, nation_units);
  std::vector<indicators::BulkScores> kept;
  for (std::uint64_t year = 0; year < years; ++year) {
    std::vector<std::string> names(tree.size());
    kept.emplace_back(
        set, figures::RollUps(generated_figures(set, tree, year), tree, indicators::ways_of(set)),
        std::move(names));
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("(b) memory, five years kept: {} MB at most\n", usage.ru_maxrss >> 10);
  return kept.size() == years ? 0 : 1;
}

}  // namespace

// usage: liem_scoring_speed --memory | --alone | SQLITE-FILE POSTGRESQL-CONNECTION
int main(int argc, char** argv) {
  const auto set = generated_set();
  if (argc == 2 && std::strcmp(argv[1], "--memory") == 0) return memory(set);
  const bool alone = argc == 2 && std::strcmp(argv[1], "--alone") == 0;
  Engines engines;
  if (!alone) engines.push_back(sqlite(":memory:"));
  if (argc > 1 && !alone) engines.push_back(sqlite(argv[1]));
  if (argc > 2) engines.push_back(postgresql(argv[2]));
  const bool equal = province(engines, set) && nation(engines, set);
  if (!equal) fmt::print("answers differ: nothing is worth timing\n");
  return equal ? 0 : 1;
}
