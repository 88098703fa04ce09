#include "indicators/rolled_up.h"

#include <algorithm>

#include "indicators/score.h"

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

std::optional<Date> latest_day(const Inputs& inputs) {
  std::optional<Date> latest;
  for (const auto& [id, answer] : inputs.answers) {
    if (answer.rolled_up == nullptr) continue;
    for (const auto& part : answer.rolled_up->parts) {
      if (part.day && (!latest || *part.day > *latest)) latest = part.day;
    }
  }
  return latest;
}

Message below_dates(const Inputs& inputs) {
  LIEM_CHECK(inputs.below != nullptr);
  Message message{"indicators.text.below_untold",
                  {{"units", std::to_string(inputs.below->units.size())}}};
  if (const auto day = latest_day(inputs)) {
    message.id = "indicators.text.below_told";
    message.args.push_back({"day", to_iso(*day)});
  }
  return message;
}

}  // namespace liem::indicators
