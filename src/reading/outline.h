// Headings of a text, in order: annexes, parts, chapters, articles, and numbered sections.
#pragma once

#include <string>
#include <vector>

#include "text/repair.h"

namespace liem::reading {

struct Draft;
using text::Span;

// From the widest to the narrowest.
enum class HeadingKind : unsigned char { annex, part, chapter, capital, roman, article, number, letter };

struct Heading {
  HeadingKind kind = HeadingKind::number;
  int depth = 1;            // "2.1.1" is 3; 1 for all other kinds
  int value = 0;            // "IV" is 4, "2.1" is 1; 0 where the label is no number
  std::string label;        // "IV", "2.1", "a", "PHỤ LỤC II", "Điều 4"
  Span label_span;
  Span title;               // the words behind the label, of one sentence
  Span line;                // the heading as far as its sentence goes, without white space behind
  bool emphasised = false;  // a converter marked it as bold or as a heading
};

std::vector<Heading> headings_of(const Draft& draft);

}  // namespace liem::reading
