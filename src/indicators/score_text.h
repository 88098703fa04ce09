// A score for a person at a terminal: the tree with points, then how each leaf, each
// group and the total came about.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/messages.h"
#include "base/text_style.h"
#include "indicators/score.h"

namespace liem::indicators {

std::string score_text(const Score& score, const IndicatorSet& set, const Inputs& inputs,
                       const Catalogue& catalogue, TextStyle style);
// One criterion of the set only, or its total.
std::string explanation_text(std::string_view code, const Score& score, const IndicatorSet& set,
                             const Inputs& inputs, const Catalogue& catalogue, TextStyle style);

}  // namespace liem::indicators
