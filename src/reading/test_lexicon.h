// The shipped lexicon for unit tests of reading.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "reading/lexicon.h"
#include "reading/reading.h"

namespace liem::reading {

inline const Lexicon& shipped_lexicon() {
  static const Lexicon loaded = [] {
    const auto file = [](const std::string& name) {
      std::stringstream text;
      text << std::ifstream(LIEM_SOURCE_DIR "/data/reading/" + name).rdbuf();
      return Lexicon::Sources::File{name, text.str()};
    };
    auto lexicon =
        Lexicon::load({file("document-types.yaml"), file("issuers.yaml"), file("units.yaml"),
                       file("none.yaml"), file("sums.yaml"), file("agencies.yaml"),
                       file("changes.yaml"), file("figures.yaml"), file("references.yaml")})
            .value();
    const auto items = file("../figures/pctn.yaml");
    lexicon.add_items(figures::load_items(items.text, items.name).value()).value();
    return lexicon;
  }();
  return loaded;
}

inline Reading reading_of(std::string_view text) {
  return read(text, "t.txt", shipped_lexicon()).value();
}

inline std::vector<std::string> findings_of(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& finding : reading_of(text).findings) out.push_back(finding.code);
  return out;
}

}  // namespace liem::reading
