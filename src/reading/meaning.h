// What a figure of a text means: what it counts, of whom, in which time, how exactly, and which
// data item it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/words.h"
#include "figures/wording.h"
#include "text/repair.h"

namespace liem::reading {

using text::Span;

struct Counted {
  std::string words;  // in one line: "người có nghĩa vụ kê khai"
  Span span;
};

// Where the text says it: in the figure's sentence, a heading above, or of the whole document.
enum class Place : unsigned char { sentence, heading, document };

struct Owner {
  std::string name;  // as the text gives it
  Place place = Place::document;
  std::optional<Span> span;  // nothing for the document's own issuer
};

// Both days included; a side nobody wrote is open.
struct Period {
  std::optional<Date> from, to;
  bool written = false;  // beside the figure or in a heading; else the document's own
  std::optional<Span> span{};
};

// What makes a number more or less than it says.
enum class Softness : unsigned char { about, below, above, at_least, at_most };

struct Soft {
  Softness kind = Softness::about;
  std::string words;  // "ít nhất"
};

struct ItemLink {
  std::string item;  // id of the data item
  Words label;       // its name
  figures::Confidence confidence = figures::Confidence::probable;
  std::string rule;  // the wording that says so: "<item>/<wording>"
};

std::string_view to_string(Place place);
std::string_view to_string(Softness softness);

}  // namespace liem::reading
