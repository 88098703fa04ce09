// A part of a YAML file on one line, the same however it was laid out.
#pragma once

#include <string>

#include "base/yaml.h"

namespace liem::indicators {

std::string flow_text(const yaml::Node& node);  // "{kind: count, input: a.b, cap: 4}"

}  // namespace liem::indicators
