// The bytes of a file with the name by which people find it again.
#pragma once

#include <string>

namespace liem {

struct NamedFile {
  std::string name;  // as shown to people
  std::string bytes;
  bool operator==(const NamedFile&) const = default;
};

}  // namespace liem
