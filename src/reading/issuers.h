// Who issued a document: the name behind it ("của UBND tỉnh"), before it ("UBND tỉnh ban hành ...")
// or at the head of its list ("Tỉnh ủy: ...").
#pragma once

#include <string>

#include "reading/draft.h"
#include "reading/issuer_names.h"

namespace liem::reading {

// The name behind a citation that ends at `at`; empty where none is named. `joint_number` as of
// issuer_end.
std::string issuer_behind(const Draft& draft, std::size_t at, std::string_view joint_number = {});
// The name directly behind, without "của", of an agency whose abbreviation the number carries:
// "ngày 12/7/2018 Thủ tướng Chính phủ ban hành ..."; empty where none is.
std::string issuer_without_of(const Draft& draft, std::size_t at, std::string_view number);
// The name before a citation that begins at `begin`; empty where none is named.
std::string issuer_before(const Draft& draft, std::size_t begin);

// The agency, an index into Lexicon::agencies, that a name starts with, behind a title or not; or
// -1.
int agency_named(const Lexicon& lexicon, std::string_view name);

// Over superscript footnote marks.
std::size_t skip_superscripts(std::string_view text, std::size_t at);

}  // namespace liem::reading
