// MB/s from text to full findings beside RE2 and Vectorscan with thirty patterns, on the same
// texts in the same run, and whether the three agree where they should.
#include <fmt/format.h>
#include <hs.h>
#include <re2/re2.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include "corpus.h"
#include "lexicon_files.h"
#include "patterns.h"
#include "reading/windows.h"

namespace {

std::string slurp(const char* path) {
  std::stringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Of this thread, so that what else the machine does counts little.
double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double best_seconds(int rounds, double (*clock)(), auto&& work) {
  double best = 1e9;
  for (int i = 0; i < rounds; ++i) {
    const double begin = clock();
    work();
    best = std::min(best, clock() - begin);
  }
  return best;
}

long peak_memory_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss >> 10;
}

struct Counts {
  std::size_t citations = 0, figures = 0, claims = 0, findings = 0;
};

// `times` times the block, fed piece by piece: the text itself is never in memory whole.
Counts read_all(std::string_view block, std::size_t times, const liem::reading::Lexicon& lexicon) {
  Counts counts;
  liem::reading::WindowReader reader("bench", lexicon, [&](liem::reading::Window&& window) {
    const auto& one = window.reading;
    counts.citations += one.citations.size();
    counts.figures += one.figures.size();
    counts.claims += one.claims.size();
    counts.findings += one.findings.size();
  });
  for (std::size_t i = 0; i < times; ++i) {
    if (!reader.feed(block)) std::abort();
  }
  if (!reader.finish()) std::abort();
  return counts;
}

std::string alternation() {
  std::string out;
  for (const auto pattern : liem::bench::patterns) {
    out += (out.empty() ? "(" : "|(") + std::string(pattern) + ")";
  }
  return out;
}

// Calls `take` with begin and end of every match, none overlapping.
template <class Take>
void each_match(const RE2& pattern, std::string_view text, Take take) {
  const re2::StringPiece input(text.data(), text.size());
  re2::StringPiece match;
  for (std::size_t at = 0; pattern.Match(input, at, input.size(), RE2::UNANCHORED, &match, 1);) {
    const auto begin = static_cast<std::size_t>(match.data() - text.data());
    at = begin + match.size();
    take(begin, at);
  }
}

class Vectorscan {
 public:
  Vectorscan() {
    std::vector<const char*> expressions;
    std::vector<unsigned> flags, ids;
    for (std::size_t i = 0; i < liem::bench::patterns.size(); ++i) {
      expressions.push_back(liem::bench::patterns[i].data());
      flags.push_back(HS_FLAG_UTF8);
      ids.push_back(static_cast<unsigned>(i));
    }
    hs_compile_error_t* error = nullptr;
    if (hs_compile_multi(expressions.data(), flags.data(), ids.data(),
                         static_cast<unsigned>(expressions.size()), HS_MODE_BLOCK, nullptr,
                         &database_, &error) != HS_SUCCESS) {
      fmt::print(stderr, "Vectorscan: {}\n", error->message);
      std::exit(1);
    }
    if (hs_alloc_scratch(database_, &scratch_) != HS_SUCCESS) std::exit(1);
  }
  ~Vectorscan() {
    hs_free_scratch(scratch_);
    hs_free_database(database_);
  }
  Vectorscan(const Vectorscan&) = delete;
  Vectorscan& operator=(const Vectorscan&) = delete;

  // Calls `take` with pattern and end of every match.
  template <class Take>
  void scan(std::string_view text, Take take) {
    const auto on_match = [](unsigned id, unsigned long long, unsigned long long to, unsigned,
                             void* context) {
      (*static_cast<Take*>(context))(id, static_cast<std::size_t>(to));
      return 0;
    };
    hs_scan(database_, text.data(), static_cast<unsigned>(text.size()), 0, scratch_, on_match,
            &take);
  }

 private:
  hs_database_t* database_ = nullptr;
  hs_scratch_t* scratch_ = nullptr;
};

// Every end RE2 finds pattern by pattern must be among Vectorscan's, which reports shorter ends
// too.
bool rivals_agree(std::string_view text, Vectorscan& vectorscan) {
  std::set<std::pair<unsigned, std::size_t>> ends;
  vectorscan.scan(text, [&](unsigned id, std::size_t to) { ends.emplace(id, to); });
  std::size_t checked = 0, missing = 0;
  for (unsigned id = 0; id < liem::bench::patterns.size(); ++id) {
    const RE2 pattern{std::string(liem::bench::patterns[id])};
    each_match(pattern, text, [&](std::size_t, std::size_t end) {
      ++checked;
      missing += ends.contains({id, end}) ? 0 : 1;
    });
  }
  fmt::print("RE2 and Vectorscan:   {} of {} matches equal\n", checked - missing, checked);
  return missing == 0;
}

// What a pattern finds and the reader must know too, though it knows more: percentages as figures
// of the same place, decrees as citations of the same number.
bool reader_agrees(std::string_view text, const liem::reading::Lexicon& lexicon) {
  const auto reading = liem::reading::read(text, "bench", lexicon);
  if (!reading) return false;
  std::set<std::size_t> percent_ends;
  for (const auto& figure : reading->figures) percent_ends.insert(figure.span.end);
  std::size_t checked = 0, missing = 0;
  const auto each = [&](std::size_t id, auto&& known) {
    const RE2 pattern{std::string(liem::bench::patterns[id])};
    each_match(pattern, text, [&](std::size_t begin, std::size_t end) {
      ++checked;
      if (known(begin, end)) return;
      ++missing;
      fmt::print("  only RE2: {}\n", text.substr(begin, end - begin));
    });
  };
  each(liem::bench::percent_pattern,
       [&](std::size_t, std::size_t end) { return percent_ends.contains(end); });
  each(liem::bench::decree_pattern, [&](std::size_t begin, std::size_t end) {
    return std::ranges::any_of(reading->citations, [&](const auto& citation) {
      return citation.span.begin < end && begin < citation.span.end;
    });
  });
  fmt::print("RE2 and the reader:   {} of {} percentages and decrees equal\n", checked - missing,
             checked);
  return missing == 0;
}

struct Text {
  std::string name, block;
};

void measure(const Text& text, const liem::reading::Lexicon& lexicon, std::size_t megabytes) {
  const std::size_t times = megabytes * 1'000'000 / text.block.size() + 1;
  std::string whole;
  for (std::size_t i = 0; i < times; ++i) whole += text.block;
  const double size = static_cast<double>(whole.size()) / 1e6;
  Counts counts;
  const double one =
      best_seconds(5, processor_seconds, [&] { counts = read_all(text.block, times, lexicon); });
  const double one_by_the_wall =
      best_seconds(5, wall_seconds, [&] { read_all(text.block, times, lexicon); });
  const double two = best_seconds(5, wall_seconds, [&] {
    std::thread other([&] { read_all(text.block, times, lexicon); });
    read_all(text.block, times, lexicon);
    other.join();
  });
  const RE2 re2(alternation());
  const double with_re2 = best_seconds(3, processor_seconds, [&] {
    std::size_t found = 0;
    each_match(re2, whole, [&](std::size_t, std::size_t) { ++found; });
  });
  Vectorscan vectorscan;
  std::size_t ends = 0;
  const double with_vectorscan = best_seconds(3, processor_seconds, [&] {
    vectorscan.scan(whole, [&](unsigned, std::size_t) { ++ends; });
  });
  const double per_kb = 1000.0 / static_cast<double>(whole.size());
  fmt::print("{}: {:.0f} MB; per kB {:.2f} citations, {:.2f} figures, {:.2f} claims\n", text.name,
             size, static_cast<double>(counts.citations) * per_kb,
             static_cast<double>(counts.figures) * per_kb,
             static_cast<double>(counts.claims) * per_kb);
  fmt::print("  reader, text to full findings   {:6.0f} MB a second of processor time\n",
             size / one);
  fmt::print("  reader, two threads             {:6.0f} MB/s  ({:.2f} times one)\n", 2 * size / two,
             2 * one_by_the_wall / two);
  fmt::print("  RE2, alternation with spans     {:6.0f} MB/s\n", size / with_re2);
  fmt::print("  Vectorscan, ends only           {:6.0f} MB/s\n", size / with_vectorscan);
}

// Ten times the text takes ten times as long, in the memory of a window.
void measure_length(const Text& text, const liem::reading::Lexicon& lexicon) {
  fmt::print("{} at growing length\n", text.name);
  for (const std::size_t megabytes : {10, 100, 1000}) {
    const std::size_t times = megabytes * 1'000'000 / text.block.size() + 1;
    const double seconds =
        best_seconds(1, processor_seconds, [&] { read_all(text.block, times, lexicon); });
    fmt::print("  {:4} MB  {:6.0f} MB/s  most memory so far {} MB\n", megabytes,
               static_cast<double>(times * text.block.size()) / 1e6 / seconds, peak_memory_mb());
  }
}

}  // namespace

// usage: liem_reading_speed [--length] [SAMPLE...]
int main(int argc, char** argv) {
  const auto lexicon = liem::golden::load_lexicon_from(LIEM_SOURCE_DIR "/data/reading");
  const auto corpus = liem::golden::load_corpus(LIEM_SOURCE_DIR "/tests/golden/reading");
  if (!lexicon || !corpus) return 1;
  std::vector<Text> texts;
  Text samples{"samples", ""}, golden{"golden documents", ""};
  bool length = false;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--length")
      length = true;
    else
      samples.block += slurp(argv[i]) + "\n\n";
  }
  for (const auto& document : *corpus) golden.block += document.text + "\n\n";
  if (!samples.block.empty()) texts.push_back(samples);
  texts.push_back(golden);
  if (length) {
    measure_length(texts.front(), *lexicon);
    return 0;
  }
  if (!samples.block.empty()) texts.push_back({"both", samples.block + golden.block});
  for (const auto& text : texts) measure(text, *lexicon, 50);
  Vectorscan vectorscan;
  const bool equal =
      rivals_agree(texts.back().block, vectorscan) & reader_agrees(texts.back().block, *lexicon);
  return equal ? 0 : 1;
}
