#include "reading/same_units.h"

#include <algorithm>

namespace liem::reading {

bool is_money(const Draft& draft, const Mention& mention) {
  const Unit* unit = draft.unit(mention);
  return unit && unit->dimension == Dimension::money;
}

Decimal scaled(const Draft& draft, const Mention& part, const Unit* total_unit) {
  const Unit* unit = draft.unit(part);
  if (!unit || !total_unit || unit->dimension != Dimension::money ||
      total_unit->dimension != Dimension::money) {
    return part.value;
  }
  const auto base = Decimal::multiply(part.value, unit->factor);
  const auto out = base ? Decimal::divide(*base, total_unit->factor, 9, Rounding::half_up) : base;
  return out.value_or(part.value);
}

bool is_one_unit(const Draft& draft, int a, int b) {
  if (a == b) return true;
  if (a < 0 || b < 0) return false;
  const auto goes_by = [&](int longer, int shorter) {
    const auto& names = draft.lexicon.units[static_cast<std::size_t>(longer)].short_for;
    return std::ranges::find(names, shorter) != names.end();
  };
  return goes_by(a, b) || goes_by(b, a);
}

bool same_unit(const Draft& draft, const Mention& a, const Mention& b) {
  const Unit* x = draft.unit(a);
  const Unit* y = draft.unit(b);
  if (!x && !y) return a.noun[0] != 0 && a.noun == b.noun;
  if (!x || !y) return false;
  return is_one_unit(draft, a.unit, b.unit) ||
         (x->dimension == Dimension::money && y->dimension == Dimension::money);
}

bool could_be_same(const Draft& draft, const Mention& part, const Mention& total) {
  const Unit* x = draft.unit(part);
  const Unit* y = draft.unit(total);
  if (!x) return true;
  if (!y) return x->dimension != Dimension::percent && x->dimension != Dimension::time;
  if (x->dimension == Dimension::percent || x->dimension == Dimension::time) return false;
  return x->kind == y->kind;
}

std::string noun_of(const Draft& draft, const Mention& number) {
  const text::Word first = text::word_after(draft.text, number.end);
  const text::Word second = text::word_after(draft.text, first.span.end);
  const std::size_t end = number.noun[1] != 0 ? second.span.end : first.span.end;
  return text::in_one_line(draft.text.substr(first.span.begin, end - first.span.begin));
}

Decimal half_step(const Draft& draft, const Mention& mention) {
  constexpr int million = 1'000'000;
  const Unit* unit = draft.unit(mention);
  const bool large_money =
      unit && unit->dimension == Dimension::money && unit->factor >= Decimal(million);
  if (mention.decimals == 0 && !large_money) return {};
  return Decimal::of(5, mention.decimals + 1);
}

}  // namespace liem::reading
