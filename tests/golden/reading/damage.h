// Clean documents damaged the way converters, scanners and typists leave them, with the truth
// carried along. Same document, order and seed, same damage.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus.h"

namespace liem::golden {

enum class Damage {
  // Nothing is lost; a careful reader understands all of it.
  line_break,      // a space becomes the end of a line
  broken_token,    // a line ends inside a date or symbol, behind "/" or "-"
  page_number,     // a number on a line of its own in the middle of a sentence
  decomposed,      // a letter and its marks apart, as macOS and some PDF writers leave them
  misplaced_mark,  // a tone mark behind the next letter or behind a space
  composed_mark,   // the same, and the next tool made one letter of it: "thańg"
  tone_style,      // "hoà" for "hòa" and the other way round
  // Understanding takes guessing.
  footnote_on_word,    // a footnote's digits stuck to a word
  running_header,      // the line at the top of each page in the middle of a sentence
  footnote_on_number,  // a footnote's digits stuck to a number
  // Something is gone for good.
  lost_marks,    // a letter without its marks
  lost_stroke,   // d for đ
  confused,      // 1 for l, O for 0, rn for m and the other way round
  lost_letters,  // a letter not there at all
};
inline constexpr auto last_damage = Damage::lost_letters;

std::string_view name_of(Damage kind);

// One stretch of the clean text and what stands there instead; both may be empty.
struct Edit {
  text::Span clean;
  std::string damaged;
};

struct Damaged {
  Document document;        // the text as left, tags around what they were around
  std::vector<Edit> edits;  // in the order of the text
  std::size_t places = 0;   // where this kind could have happened

  // Where the byte at `clean` went: for the begin of a stretch to the first of what stands there
  // now, for its end behind the last.
  std::size_t begin_of(std::size_t clean) const;
  std::size_t end_of(std::size_t clean) const;
};

struct DamageOrder {
  Damage kind = Damage::line_break;
  int percent = 0;  // of the places where it can happen
  std::uint64_t seed = 0;
};

Damaged damage(const Document& clean, const DamageOrder& order);

}  // namespace liem::golden
