// The province a command works on.
#pragma once

#include <string>

#include "assessment/store.h"

namespace liem::app {

// `named`, or where it is empty the only province there is. Refused where the store holds no round
// yet, or several provinces and none of that name. `folder` is named in the refusal.
Result<std::string> choose_province(assessment::Store& store, const std::string& folder,
                                    const std::string& named);

}  // namespace liem::app
