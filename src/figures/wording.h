// How reports write the figures of a data item: phrases that must and must not stand near them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace liem {
class Loading;
}
namespace liem::yaml {
class Node;
}

namespace liem::figures {

// certain: the words beside the figure alone name the item; none of these may be wrong.
// probable: they name it together with the sentence or heading they stand in.
// possible: they name what is counted, and only the heading says of which work.
enum class Confidence { certain, probable, possible };

std::string_view name_of(Confidence confidence);

// Which figure of a share, 17 or 20 of "17/20 người": that one alone, or anything but the other.
enum class Role { any, numerator, denominator, not_numerator, not_denominator };

// Phrases are compared without case and marks. An empty list asks for nothing.
struct Wording {
  std::string id;  // unique within its item
  Confidence confidence = Confidence::probable;
  Role role = Role::any;
  std::vector<std::string>
      units;                      // what may be counted: kinds and names of data/reading/units.yaml
  std::vector<std::string> near;  // one of these beside the figure, in its own clause
  std::vector<std::string> also;  // and one of these, there too
  std::vector<std::string> sentence;  // and one of these, in the sentence
  std::vector<std::string> context;   // and one of these, in the sentence or the headings above
  std::vector<std::string> without;   // none of these in its own clause
};

// The map of wordings by their ids under an item's `wordings`.
std::vector<Wording> read_wordings(Loading& loading, const yaml::Node& node);
std::vector<std::string> read_phrases(Loading& loading, const yaml::Node& node,
                                      std::string_view key);

namespace errors {
inline constexpr ErrorCode unknown_word{"figures.unknown_word", ErrorKind::bad_input};
}  // namespace errors

}  // namespace liem::figures
