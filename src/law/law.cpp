#include "law/law.h"

#include "law/errors.h"

namespace liem::law {
namespace {

// "2019-07-01..2026-06-30, 2026-07-01..": reads the same in every language.
std::string spans_of(const Parameter& parameter) {
  std::string spans;
  for (const auto& period : parameter.periods) {
    spans.append(spans.empty() ? "" : ", ").append(to_iso(period.from)).append("..");
    if (period.to) spans.append(to_iso(*period.to));
  }
  return spans;
}

}  // namespace

const Parameter* Parameters::find(std::string_view id) const {
  const auto found = parameters_.find(id);
  return found == parameters_.end() ? nullptr : &found->second;
}

Result<Holding> Parameters::on(std::string_view id, const Date& date) const {
  const Parameter* parameter = find(id);
  if (parameter == nullptr) return fail(errors::unknown_parameter, {{"id", std::string(id)}});
  for (const auto& period : parameter->periods) {
    if (period.holds_on(date)) return Holding{parameter, &period};
  }
  return fail(errors::nothing_holds,
              {{"id", parameter->id}, {"date", to_iso(date)}, {"periods", spans_of(*parameter)}});
}

void Parameters::add(Parameter parameter) {
  auto id = parameter.id;
  parameters_.insert_or_assign(std::move(id), std::move(parameter));
}

}  // namespace liem::law
