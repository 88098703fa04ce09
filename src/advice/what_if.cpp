#include "advice/what_if.h"

namespace liem::advice {
namespace {

void collect(const CriterionScore& before, const CriterionScore& after,
             std::vector<ChangedPoints>& out) {
  const bool is_total = before.code.empty();
  const bool differs = before.state != after.state || before.points != after.points;
  if (differs && !is_total) out.push_back({&before, &after});
  for (std::size_t i = 0; i < before.children.size(); ++i) {
    collect(before.children[i], after.children[i], out);
  }
  if (differs && is_total) out.push_back({&before, &after});
}

}  // namespace

std::vector<ChangedPoints> changed_points(const Score& before, const Score& after) {
  std::vector<ChangedPoints> out;
  collect(before.total, after.total, out);
  return out;
}

std::expected<WhatIf, Problems> what_if(const IndicatorSet& set, const Inputs& inputs,
                                        const std::vector<AnswerChange>& changes,
                                        std::string_view place) {
  auto after = changed(set, inputs, changes, place);
  if (!after) return std::unexpected(std::move(after.error()));
  auto differing = differences(inputs, *after);
  Score score_after = score(set, *after);
  return WhatIf{std::move(*after), score(set, inputs), std::move(score_after),
                std::move(differing)};
}

}  // namespace liem::advice
