// Whoever owns the data and works for an account.
#pragma once

#include <string>

#include "assessment/access.h"
#include "assessment/store.h"

namespace liem::app {

// The account's office, held by whoever works here; record and log say both.
// assessment::errors::account_unknown, also of an account that is disabled.
Result<assessment::Viewer> office_of(assessment::Store& store, const std::string& province,
                                     const std::string& account);

}  // namespace liem::app
