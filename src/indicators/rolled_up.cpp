#include "indicators/rolled_up.h"

namespace liem::indicators {

Sentence how_sentence(const RolledUpFigure& figure) {
  if (figure.contradictory) return {"indicators.rolled_up.contradictory", {}};
  switch (figure.way) {
    case figures::RollUp::sum:
      return {"indicators.rolled_up.sum", {}};
    case figures::RollUp::last:
      return {"indicators.rolled_up.last", {}};
    case figures::RollUp::max:
      return {"indicators.rolled_up.max", {}};
    case figures::RollUp::any:
      return {"indicators.rolled_up.any", {}};
    case figures::RollUp::all:
      return {"indicators.rolled_up.all", {}};
    case figures::RollUp::apart:
      break;
  }
  return {"indicators.rolled_up.apart", {}};
}

}  // namespace liem::indicators
