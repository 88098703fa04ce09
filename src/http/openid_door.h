// The sign-in at the province's provider, as routes reach it.
#pragma once

#include <functional>

#include "assessment/openid_provider.h"

namespace liem::http {

struct OpenidDoor {
  assessment::OpenidProvider provider;
  // Told how each sign-in ended, for whoever counts and logs them; nothing of whose it was.
  std::function<void(const Error* refusal)> ended;
};

}  // namespace liem::http
