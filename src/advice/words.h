// What advice says, as sentences for the page, the terminal and the API. Pure.
#pragma once

#include <vector>

#include "advice/best_steps.h"
#include "advice/least_change.h"
#include "advice/ranks.h"
#include "indicators/sentence.h"

namespace liem::advice {

using indicators::Sentence;

// "“Declared” from 81 to 83: wins 0.07 points ..."
std::vector<Sentence> step_sentences(const LeastStep& step, const LeastChange& of,
                                     const IndicatorSet& set, const Catalogue& words);

// Why there is no next step or no way to the maximum; nothing where there are both.
std::optional<Sentence> obstacle(const LeastChange& change);

std::vector<Sentence> best_sentences(const BestSteps& best);

std::vector<Sentence> rank_sentences(const UnitRank& rank, int percent);

Decimal days_of(std::int64_t day_hundredths);

}  // namespace liem::advice
