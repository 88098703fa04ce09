// A unit's answers as a file again: what load_inputs() reads back is what was written.
#pragma once

#include <string>

#include "indicators/inputs.h"

namespace liem::indicators {

std::string inputs_yaml(const Inputs& inputs);

}  // namespace liem::indicators
