// How text for a person at a terminal is written.
#pragma once

#include "base/messages.h"

namespace liem {

enum class Colour { plain, terminal };

struct TextStyle {
  Locale locale = Locale::vi;
  Colour colour = Colour::plain;
};

}  // namespace liem
