// What may be wrong with a workbook of answers; words in data/locales/messages/sheets.yaml.
#pragma once

#include "base/error.h"

namespace liem::sheets::errors {

// Of the whole workbook.
inline constexpr ErrorCode not_written{"sheets.not_written", ErrorKind::unavailable};
inline constexpr ErrorCode not_a_sheet{"sheets.not_a_sheet", ErrorKind::bad_input};
inline constexpr ErrorCode other_form{"sheets.other_form", ErrorKind::bad_input};
inline constexpr ErrorCode other_answers{"sheets.other_answers", ErrorKind::conflict};
inline constexpr ErrorCode set_changed{"sheets.set_changed", ErrorKind::conflict};
inline constexpr ErrorCode unsigned_sheet{"sheets.unsigned_sheet", ErrorKind::bad_input};
inline constexpr ErrorCode bad_signature{"sheets.bad_signature", ErrorKind::bad_input};
inline constexpr ErrorCode unknown_cell{"sheets.unknown_cell", ErrorKind::bad_input};
// Of one cell.
inline constexpr ErrorCode locked{"sheets.locked", ErrorKind::bad_input};
inline constexpr ErrorCode unknown_state{"sheets.unknown_state", ErrorKind::bad_input};
inline constexpr ErrorCode no_number{"sheets.no_number", ErrorKind::bad_input};
inline constexpr ErrorCode not_whole{"sheets.not_whole", ErrorKind::bad_input};
inline constexpr ErrorCode outside{"sheets.outside", ErrorKind::bad_input};
inline constexpr ErrorCode no_yes_no{"sheets.no_yes_no", ErrorKind::bad_input};
inline constexpr ErrorCode value_missing{"sheets.value_missing", ErrorKind::bad_input};
inline constexpr ErrorCode state_disagrees{"sheets.state_disagrees", ErrorKind::bad_input};
inline constexpr ErrorCode ground_missing{"sheets.ground_missing", ErrorKind::bad_input};
inline constexpr ErrorCode ground_without_state{"sheets.ground_without_state",
                                                ErrorKind::bad_input};

}  // namespace liem::sheets::errors
