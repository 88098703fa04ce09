// Whether two numbers are counted in the same unit, and one in the unit of the other.
#pragma once

#include "reading/draft.h"

namespace liem::reading {

bool is_money(const Draft& draft, const Mention& mention);
// The part's value in the total's unit.
Decimal scaled(const Draft& draft, const Mention& part, const Unit* total_unit);
// Two indexes into Lexicon::units: one unit, or one also goes by the other's name.
bool is_one_unit(const Draft& draft, int a, int b);
bool same_unit(const Draft& draft, const Mention& a, const Mention& b);
// Persons counted by post, things counted by name: may stand for the total's unit.
bool could_be_same(const Draft& draft, const Mention& part, const Mention& total);
// The two words behind a number whose unit is not known.
std::string noun_of(const Draft& draft, const Mention& number);
// Half a step of the last place written, in the number's own unit; zero for counts.
Decimal half_step(const Draft& draft, const Mention& mention);

}  // namespace liem::reading
