// A document's number and symbol: "24/KH-UBND", "59/2019/NĐ-CP", "120-KL/TU", "379/SNgV-VPTTr".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/lexicon.h"
#include "text/repair.h"

namespace liem::reading {

struct Symbol {
  text::Span span;                 // as written, without a glued footnote mark
  std::size_t end = 0;             // behind the mark too
  std::string number;              // as meant
  std::vector<std::string> parts;  // the letters between the separators: {"KH", "UBND"}
  int year = 0;                    // of "59/2019/NĐ-CP", else 0
};

// The symbol whose number starts at `at`: digits, then at least one part with a capital letter.
std::optional<Symbol> symbol_at(std::string_view text, std::size_t at, const Lexicon& lexicon);

// "09" of "số 09, 10 và 11/KL-TTr ngày ...": the symbol of the last is that of all; `span` is the
// number's own, `end` stands behind the last one's symbol.
std::optional<Symbol> shared_symbol_at(std::string_view text, std::size_t at,
                                       const Lexicon& lexicon);

}  // namespace liem::reading
