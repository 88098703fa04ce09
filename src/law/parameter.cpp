#include "law/parameter.h"

#include <fmt/format.h>

#include <algorithm>

#include "law/names.h"

namespace liem::law {
namespace {

struct AsText {
  std::string operator()(const Decimal& number) const { return number.to_string(); }
  std::string operator()(const Fraction& fraction) const {
    return fmt::format("{}/{}", fraction.part, fraction.whole);
  }
  std::string operator()(const std::chrono::month_day& day) const {
    return fmt::format("{:02}-{:02}", static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
  }
  std::string operator()(const std::vector<Choice>& choices) const {
    std::string all;
    for (const auto& choice : choices) all.append(all.empty() ? "" : ", ").append(choice.id);
    return all;
  }
};

}  // namespace

std::string_view name_of(Unit unit) { return units[static_cast<std::size_t>(unit)]; }
std::string_view name_of(Status status) { return statuses[static_cast<std::size_t>(status)]; }

std::string to_string(const Value& value) { return std::visit(AsText{}, value); }

}  // namespace liem::law
