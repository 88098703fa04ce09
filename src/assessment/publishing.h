// Publishing what a round came to, and reading what was published.
// docs/decisions/0018-publication.md
#pragma once

#include <string>
#include <vector>

#include "assessment/publication.h"
#include "assessment/publication_difference.h"
#include "assessment/round_work.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode no_publication{"assessment.no_publication", ErrorKind::not_found};
inline constexpr ErrorCode nothing_to_correct{"assessment.nothing_to_correct", ErrorKind::conflict};
inline constexpr ErrorCode publication_altered{"assessment.publication_altered",
                                               ErrorKind::internal};
}  // namespace errors

struct PublishedDocument {
  Publication publication;
  std::string document;
  std::vector<PublicationChange> changes;  // of the one before; none where it is the first
};

// Carries out `act`, which nothing stands against: freezes the round as it is, whoever looks, and
// numbers it. errors::nothing_to_correct where a correction would say what is published already.
Result<PublishedDocument> publish(const WorkDesk& at, const RoundWork& work, WorkAct& act);

// As it was kept: errors::no_publication, or publication_altered where its bytes are not those its
// hash names. Decides no right: what is published is everybody's.
Result<PublishedDocument> published_document(Store& store, const std::string& province,
                                             const std::string& round, int number);
// The same with what it changed.
Result<PublishedDocument> published_with_changes(Store& store, const std::string& province,
                                                 const std::string& round, int number);

}  // namespace liem::assessment
