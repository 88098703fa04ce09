// Abbreviations in documents' numbers that are one slip of the pen apart.
#pragma once

#include <string>
#include <string_view>

#include "reading/lexicon.h"

namespace liem::reading {

// One letter more, less or other, or two neighbours swapped. A letter more only inside: behind or
// before the whole ("UBNDT", "VPUBND") it makes another name.
bool one_slip_apart(const std::u32string& written, const std::u32string& meant);
// A part of a number that stands for a type, an agency or an office.
bool is_known_symbol(const Lexicon& lexicon, std::string_view part);

}  // namespace liem::reading
