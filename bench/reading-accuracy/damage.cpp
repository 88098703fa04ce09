// Prints what the reader still finds where the corpus was damaged, by kind of damage and rate; with
// a kind and a rate, every disagreement that the clean text does not have.
#include "damage.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "accuracy.h"
#include "lexicon_files.h"
#include "text/words.h"

namespace {

using namespace liem;
using golden::Damage;
using golden::DamageOrder;

constexpr std::array rates = {1, 2, 5, 10};  // percent of the places

struct Result {
  golden::Accuracy accuracy;
  std::size_t places = 0, edits = 0;
};

Result measure(const std::vector<golden::Document>& corpus, const reading::Lexicon& lexicon,
               const DamageOrder& order) {
  Result out;
  for (const auto& clean : corpus) {
    const auto damaged = golden::damage(clean, order);
    out.places += damaged.places;
    out.edits += damaged.edits.size();
    const auto& text = damaged.document.text;
    const auto reading = reading::read(text, clean.name, lexicon);
    LIEM_CHECK(reading.has_value());
    out.accuracy += golden::compare(damaged.document, *reading);
  }
  return out;
}

std::string rate(int tenths) { return fmt::format("{}.{}", tenths / 10, tenths % 10); }

void row(std::string_view name, std::string_view percent, const Result& result) {
  const auto& a = result.accuracy;
  const auto both = [](const golden::Tally& t) {
    return fmt::format("{:>5} {:>5}", rate(t.recall()), rate(t.precision()));
  };
  fmt::print("{:<20} {:>4} {:>6} | {} | {} | {} | {:>4} {:>3} | {:>4} {:>3}\n", name, percent,
             result.edits, both(a.citations), both(a.claims), both(a.none), a.errors.right,
             a.errors.found - a.errors.right, a.warnings.right,
             a.warnings.found - a.warnings.right);
}

void print_table(const std::vector<golden::Document>& corpus, const reading::Lexicon& lexicon,
                 std::uint64_t seed) {
  const Result clean = measure(corpus, lexicon, {});
  fmt::print("{:<20} {:>4} {:>6} | {:^11} | {:^11} | {:^11} | {:^8} | {:^8}\n", "", "%", "edits",
             "citations", "claims", "none", "errors", "warnings");
  fmt::print("{:<32} | {:>5} {:>5} | {:>5} {:>5} | {:>5} {:>5} | {:>4} {:>3} | {:>4} {:>3}\n", "",
             "rec", "prec", "rec", "prec", "rec", "prec", "hit", "+", "hit", "+");
  row("clean", "0", clean);
  for (int kind = 0; kind <= static_cast<int>(golden::last_damage); ++kind) {
    for (const int percent : rates) {
      const DamageOrder order{static_cast<Damage>(kind), percent, seed};
      row(percent == rates.front() ? golden::name_of(order.kind) : "", std::to_string(percent),
          measure(corpus, lexicon, order));
    }
  }
}

// A disagreement without its line and marks, which the damage may have moved.
std::string plain(const std::string& miss) {
  const auto name = miss.find(':'), line = miss.find(':', name + 1);
  const auto repaired = text::repair(miss, "miss");
  LIEM_CHECK(repaired.has_value() && line != std::string::npos);
  std::string out = miss.substr(0, name) + text::folded(repaired->text().substr(line));
  std::erase(out, ' ');
  return out;
}

int print_misses(const std::vector<golden::Document>& corpus, const reading::Lexicon& lexicon,
                 std::string_view kind, DamageOrder order) {
  int found = 0;
  while (found <= static_cast<int>(golden::last_damage) &&
         golden::name_of(static_cast<Damage>(found)) != kind) {
    ++found;
  }
  if (found > static_cast<int>(golden::last_damage)) {
    fmt::print(stderr, "no kind of damage {}\n", kind);
    return 2;
  }
  order.kind = static_cast<Damage>(found);
  std::set<std::string> before;
  for (const auto& miss : measure(corpus, lexicon, {}).accuracy.misses) before.insert(plain(miss));
  for (const auto& miss : measure(corpus, lexicon, order).accuracy.misses) {
    if (!before.contains(plain(miss))) fmt::print("{}\n", miss);
  }
  return 0;
}

}  // namespace

// [--seed N] [KIND PERCENT]
int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  DamageOrder order{.seed = 1};
  if (const auto at = std::ranges::find(arguments, "--seed");
      at != arguments.end() && std::next(at) != arguments.end()) {
    order.seed = std::strtoull(std::next(at)->c_str(), nullptr, 10);
    arguments.erase(at, at + 2);
  }
  const auto lexicon = golden::load_lexicon_from(LIEM_SOURCE_DIR "/data/reading");
  const auto corpus = golden::load_corpus(LIEM_SOURCE_DIR "/tests/golden/reading");
  LIEM_CHECK(lexicon.has_value() && corpus.has_value());
  if (arguments.size() == 2) {
    order.percent = std::atoi(arguments[1].c_str());
    return print_misses(*corpus, *lexicon, arguments[0], order);
  }
  print_table(*corpus, *lexicon, order.seed);
  return 0;
}
