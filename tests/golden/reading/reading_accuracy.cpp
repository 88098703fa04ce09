// Prints how well the reader agrees with the corpus, per kind of document and per trap, and how
// well it links figures to data items; with --misses also every single disagreement, with --figures
// what each figure is read to mean.
#include <fmt/format.h>

#include <cstring>
#include <fstream>
#include <map>
#include <sstream>

#include "accuracy.h"
#include "items.h"
#include "lexicon_files.h"

namespace {

using namespace liem;

std::string rate(int tenths) { return fmt::format("{}.{}", tenths / 10, tenths % 10); }

void row(const std::string& name, int documents, const golden::Accuracy& a) {
  const auto both = [](const golden::Tally& t) {
    return fmt::format("{:>5} {:>5} {:>4}", rate(t.precision()), rate(t.recall()), t.truth);
  };
  fmt::print("{:<28} {:>4} | {} | {:>5} {:>4} | {} | {} | {:>3} {:>3} {:>3} | {:>3} {:>3} {:>3}\n",
             name, documents, both(a.citations), rate(a.issuers.recall()), a.issuers.truth,
             both(a.claims), both(a.none), a.errors.right, a.errors.truth,
             a.errors.found - a.errors.right, a.warnings.right, a.warnings.truth,
             a.warnings.found - a.warnings.right);
}

std::string days(const std::optional<reading::Period>& period) {
  if (!period) return "-";
  const auto day = [](const std::optional<Date>& date) { return date ? to_iso(*date) : "..."; };
  return fmt::format("{}{}..{}", period->written ? "" : "own ", day(period->from), day(period->to));
}

void print_figures(const golden::Document& document, const reading::Reading& reading) {
  for (const auto& figure : reading.figures) {
    fmt::print("{}: {} {} | {} | {} | {} | {} |", document.name, figure.value.to_string(),
               figure.unit, figure.counted ? figure.counted->words : "-",
               figure.of ? figure.of->name : "-", days(figure.period),
               figure.soft ? reading::to_string(figure.soft->kind) : "");
    for (const auto& link : figure.items) {
      fmt::print(" {} ({})", link.rule, figures::name_of(link.confidence));
    }
    fmt::print("\n");
  }
}

void print_items(const golden::ItemTally& items, int documents) {
  fmt::print("\nlinks of figures to data items: {} documents, {} figures are items, {} found\n",
             documents, items.truth, items.right);
  for (std::size_t level = 0; level < items.linked.size(); ++level) {
    fmt::print("  {:<9} {:>4} links, {:>3} wrong\n",
               figures::name_of(static_cast<figures::Confidence>(level)), items.linked[level],
               items.wrong[level]);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto lexicon = golden::load_lexicon_from(LIEM_SOURCE_DIR "/data/reading");
  const auto corpus = golden::load_corpus(
      argc > 1 && argv[1][0] != '-' ? argv[1] : LIEM_SOURCE_DIR "/tests/golden/reading");
  if (!lexicon || !corpus) {
    const auto& error = lexicon ? corpus.error() : lexicon.error();
    fmt::print(stderr, "{}", error.message.id);
    for (const auto& [name, value] : error.message.args) fmt::print(stderr, " {}={}", name, value);
    fmt::print(stderr, "\n");
    return 1;
  }
  const bool misses = argc > 1 && std::strcmp(argv[argc - 1], "--misses") == 0;
  const bool figures = argc > 1 && std::strcmp(argv[argc - 1], "--figures") == 0;
  const auto truths = golden::load_item_truths(LIEM_SOURCE_DIR "/tests/golden/reading/items.yaml");
  if (!truths) return 1;
  golden::ItemTally items;
  int with_items = 0;
  std::map<std::string, std::pair<int, golden::Accuracy>> kinds, traps;
  golden::Accuracy all;
  for (const auto& document : *corpus) {
    const auto reading = reading::read(document.text, document.name, *lexicon);
    if (!reading) {
      fmt::print(stderr, "{}: {}\n", document.name, reading.error().message.id);
      return 1;
    }
    if (figures) print_figures(document, *reading);
    if (const auto known = truths->find(document.name); known != truths->end()) {
      items += golden::compare_items(document, *reading, known->second);
      ++with_items;
    }
    const auto accuracy = golden::compare(document, *reading);
    all += accuracy;
    ++kinds[document.kind].first;
    kinds[document.kind].second += accuracy;
    for (const auto& trap : document.traps) {
      ++traps[trap].first;
      traps[trap].second += accuracy;
    }
  }
  fmt::print("{:<28} {:>4} | {:^16} | {:^10} | {:^16} | {:^16} | {:^11} | {:^11}\n", "", "docs",
             "citations", "issuer", "claims", "none", "errors", "warnings");
  fmt::print(
      "{:<28} {:>4} | {:>5} {:>5} {:>4} | {:>5} {:>4} | {:>5} {:>5} {:>4} | {:>5} {:>5} {:>4} | "
      "{:>3} {:>3} {:>3} | {:>3} {:>3} {:>3}\n",
      "", "", "prec", "rec", "n", "right", "n", "prec", "rec", "n", "prec", "rec", "n", "hit", "of",
      "+", "hit", "of", "+");
  for (const auto& [name, group] : kinds) row(name, group.first, group.second);
  row("all", static_cast<int>(corpus->size()), all);
  fmt::print("\nper trap (documents that carry it)\n");
  for (const auto& [name, group] : traps) row(name, group.first, group.second);
  print_items(items, with_items);
  if (misses) {
    fmt::print("\n");
    for (const auto& miss : all.misses) fmt::print("{}\n", miss);
    for (const auto& miss : items.misses) fmt::print("{}\n", miss);
  }
  return 0;
}
