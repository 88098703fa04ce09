// Values of spreadsheet cells as a Vietnamese reader sees them: "1.234,50", "12,5%", "26/02/2024".
#pragma once

#include <string>
#include <string_view>

namespace liem::extraction {

enum class DateSystem { from_1900, from_1904 };

// `value` as the file holds it ("45348.5", "0.32000000000000001", "1.5E-3"), `code` the cell's
// number format ("General", "#,##0.00", "dd/mm/yyyy"). What is no number comes back as it is.
std::string shown_value(std::string_view value, std::string_view code, DateSystem dates);

// The format codes a file need not spell out (ECMA-376 part 1, 18.8.30); "General" for others.
std::string_view built_in_code(int id);

}  // namespace liem::extraction
