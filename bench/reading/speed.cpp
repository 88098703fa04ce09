// MB/s from text to full findings, one thread and two, on texts repeated to 50 MB.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

#include "lexicon_files.h"
#include "reading/reading.h"

namespace {

using Clock = std::chrono::steady_clock;

std::string slurp(const char* path) {
  std::stringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

double best_seconds(int rounds, auto&& work) {
  double best = 1e9;
  for (int i = 0; i < rounds; ++i) {
    const auto begin = Clock::now();
    work();
    best = std::min(best, std::chrono::duration<double>(Clock::now() - begin).count());
  }
  return best;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: liem_reading_speed TEXT...\n");
    return 2;
  }
  const auto lexicon = liem::golden::load_lexicon_from(LIEM_SOURCE_DIR "/data/reading");
  if (!lexicon) return 1;
  std::string block;
  for (int i = 1; i < argc; ++i) block += slurp(argv[i]) + "\n\n";
  std::string text;
  while (text.size() + block.size() < 50'000'000) text += block;
  const auto megabytes = static_cast<double>(text.size()) / 1e6;
  std::size_t citations = 0;
  const auto once = [&] {
    const auto reading = liem::reading::read(text, "bench", *lexicon);
    citations = reading ? reading->citations.size() : 0;
  };
  const double one = best_seconds(5, once);
  fmt::print("liem::read, 1 thread   {:7.0f} MB/s  ({} citations)\n", megabytes / one, citations);
  const double two = best_seconds(5, [&] {
    std::thread other([&] { (void)liem::reading::read(text, "bench", *lexicon); });
    (void)liem::reading::read(text, "bench", *lexicon);
    other.join();
  });
  fmt::print("liem::read, 2 threads  {:7.0f} MB/s  ({:.2f} times one)\n", 2 * megabytes / two,
             2 * one / two);
  return 0;
}
