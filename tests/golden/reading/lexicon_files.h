// The shipped lexicon, read from the source tree for tests and benches.
#pragma once

#include <fstream>
#include <sstream>
#include <string>

#include "reading/lexicon.h"

namespace liem::golden {

inline Result<reading::Lexicon> load_lexicon_from(const std::string& folder) {
  const auto file = [&](const std::string& name) {
    std::stringstream text;
    text << std::ifstream(folder + "/" + name).rdbuf();
    return reading::Lexicon::Sources::File{name, text.str()};
  };
  auto lexicon =
      reading::Lexicon::load({file("document-types.yaml"), file("issuers.yaml"), file("units.yaml"),
                              file("none.yaml"), file("sums.yaml"), file("agencies.yaml"),
                              file("changes.yaml"), file("figures.yaml"), file("references.yaml")});
  if (!lexicon) return lexicon;
  const auto catalogue = file("../figures/pctn.yaml");
  const auto items = figures::load_items(catalogue.text, catalogue.name);
  if (!items) return std::unexpected(items.error().front());
  if (auto added = lexicon->add_items(*items); !added) return std::unexpected(added.error());
  return lexicon;
}

}  // namespace liem::golden
