// Other answers in place of those given, checked like answers of a file.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "indicators/inputs.h"
#include "indicators/set.h"

namespace liem::advice {

using indicators::Answer;
using indicators::IndicatorSet;
using indicators::Inputs;

// Exactly one of value ("83", "true") and state ("blank", "not_applicable" with its ground,
// "not_available").
struct AnswerChange {
  std::string id;
  std::optional<std::string> value, state, ground;
};

struct InputChange {
  std::string id;
  Answer from, to;
};

// `inputs` with `changes` in place. Every problem at once; {file} is `place`, {line} counts the
// changes from 1. A changed figure loses its source: it stands in no paper.
std::expected<Inputs, Problems> changed(const IndicatorSet& set, const Inputs& inputs,
                                        const std::vector<AnswerChange>& changes,
                                        std::string_view place);

// "true", "false" or a number stays as it is; whatever else becomes quoted text, for the loader to
// refuse in its own words.
std::string scalar_text(const std::string& value);

// The answers that differ, in the order of ids.
std::vector<InputChange> differences(const Inputs& before, const Inputs& after);

bool same_answer(const Answer& a, const Answer& b);

}  // namespace liem::advice
