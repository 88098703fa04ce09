// How well a reading agrees with the truth of a document.
#pragma once

#include <string>
#include <vector>

#include "corpus.h"
#include "reading/reading.h"

namespace liem::golden {

struct Tally {
  int truth = 0;  // in the document
  int found = 0;  // by the reader
  int right = 0;  // both
  Tally& operator+=(const Tally& other) {
    truth += other.truth;
    found += other.found;
    right += other.right;
    return *this;
  }
  // Tenths of a percent, so that tables and floors need no fractions.
  int precision() const { return found == 0 ? 1000 : right * 1000 / found; }
  int recall() const { return truth == 0 ? 1000 : right * 1000 / truth; }
};

struct Accuracy {
  Tally citations;  // number, date and type agree
  Tally issuers;    // truth: citations whose text gives one; found, right: of those read
  Tally claims;     // ratios and sums: numbers and verdict agree
  Tally none;
  Tally errors;  // findings of severity error
  Tally warnings;
  std::size_t words = 0;
  std::vector<std::string> misses;  // one line each: what was not found, or wrongly found

  Accuracy& operator+=(const Accuracy& other);
};

Accuracy compare(const Document& document, const reading::Reading& reading);

}  // namespace liem::golden
