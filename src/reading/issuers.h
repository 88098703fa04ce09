// Who issued a document: the name behind it ("của UBND tỉnh"), before it ("UBND tỉnh ban hành ...")
// or at the head of its list ("Tỉnh ủy: ...").
#pragma once

#include <string>

#include "reading/draft.h"

namespace liem::reading {

// The name behind a citation that ends at `at`; empty where none is named.
std::string issuer_behind(const Draft& draft, std::size_t at);
// The name before a citation that begins at `begin`; empty where none is named.
std::string issuer_before(const Draft& draft, std::size_t begin);
// End of the name that starts at `at`, or `at` where no name starts there.
std::size_t issuer_end(const Draft& draft, std::size_t at);
// Start of the name that ends at `end`, or `end` where no name ends there.
std::size_t name_start(const Draft& draft, std::size_t end);

// Over superscript footnote marks.
std::size_t skip_superscripts(std::string_view text, std::size_t at);
// Whether the word is "số", marks and all.
bool is_number_word(const text::Word& word);

}  // namespace liem::reading
