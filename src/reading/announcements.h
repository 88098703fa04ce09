// Words that announce the parts of a total: "trong đó", "gồm", ":", "(", "=".
#pragma once

#include <cstddef>

#include "reading/draft.h"

namespace liem::reading {

enum class Announced { no, some, all };

// Longer lists are tables; time and output must stay linear.
constexpr std::size_t most_parts_in_sentence = 40;
constexpr std::size_t most_parts_in_list = 200;

struct Announcement {
  Announced kind = Announced::no;
  std::size_t end = 0;    // behind the announcing words
  bool bracket = false;   // parts stand in brackets
  bool weak = false;      // a comma stands between the total and the colon
  bool equation = false;  // "54.139 = 18.204 + 35.935"
  bool colon = false;
  bool composed = false;   // "gồm": nothing but these
  bool only_some = false;  // "trong đó có": nothing says that the parts are the whole
  bool in_note = false;    // the parts stand in a footnote
};

// What the words between a total and the next number announce.
Announcement announcement(const Draft& draft, std::size_t from, std::size_t to);

}  // namespace liem::reading
