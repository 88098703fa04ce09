// What events and steps of units say to people, in both languages; templates in
// data/locales/messages/history.yaml.
#pragma once

#include "base/messages.h"
#include "organisation/history.h"

namespace liem::assessment {

// "Từ 01/07/2025: hợp nhất A, B thành C (Nghị quyết ...)". Units bear the names they had then.
Words event_words(const organisation::History& history, std::size_t event,
                  const Catalogue& catalogue);
// "Từ 01/07/2025: 60 % A -> B (Nghị quyết ...)".
Words step_words(const organisation::History& history, const organisation::Descent::Step& step,
                 const Catalogue& catalogue);
Words kind_words(organisation::UnitKind kind, const Catalogue& catalogue);
// "60 %"; exact to four places of a percent, else "≈ 33,3333 %".
Words share_words(const Rational& share);
Words date_words(const Date& date);
// The name it had on the day, or the last one before, or its id.
Words name_on(const organisation::History& history, std::string_view unit, const Date& date);

}  // namespace liem::assessment
