// The legal numbers that hold on a day and the days that are worked, as data/law/*.yaml says. Pure.
#pragma once

#include <expected>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/named_file.h"
#include "law/parameter.h"
#include "law/working_days.h"

namespace liem::law {

// What holds on the day asked about; both live as long as the Parameters they came from.
struct Holding {
  const Parameter* parameter;
  const Period* period;
  const Value& value() const { return period->value; }
  Status status() const { return period->status; }
};

class Parameters {
 public:
  const Parameter* find(std::string_view id) const;  // nullptr where there is none
  // errors::unknown_parameter; errors::nothing_holds with the periods that there are.
  Result<Holding> on(std::string_view id, const Date& date) const;
  const std::map<std::string, Parameter, std::less<>>& all() const { return parameters_; }
  void add(Parameter parameter);

 private:
  std::map<std::string, Parameter, std::less<>> parameters_;
};

struct Law {
  Parameters parameters;
  WorkingDays working_days;
  Problems warnings;  // days between two periods on which nothing holds (errors::gap)
};

// Every problem of all files at once, each with {file} and {line}.
std::expected<Law, Problems> load_law(std::span<const NamedFile> files);

}  // namespace liem::law
