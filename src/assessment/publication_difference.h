// What one publication says otherwise than another, read off the two documents. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/words.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode not_a_publication{"assessment.not_a_publication", ErrorKind::bad_input};
}  // namespace errors

struct PublicationChange {
  enum class Of { set, criterion, unit };
  Of of = Of::criterion;
  std::string id;  // code or unit; empty for the whole set
  Words title;
  std::string part;           // of a unit: the group it is about, empty for all
  std::string field;          // "reviewed", "rank", "reason"
  std::string before, after;  // empty where there was or is none
  bool operator==(const PublicationChange&) const = default;
};
std::string_view name_of(PublicationChange::Of of);

// In the order of the later one. Who published, when, why and under which number is no difference.
// errors::not_a_publication.
Result<std::vector<PublicationChange>> difference(std::string_view before, std::string_view after);

// Which publication the bytes are, as they say themselves; errors::not_a_publication.
struct PublicationName {
  std::string province, round;
  int number = 0;
};
Result<PublicationName> name_in(std::string_view document);

}  // namespace liem::assessment
