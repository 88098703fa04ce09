// A person's word that a finding stands as it is. Kept by the finding's id, which stays when the
// text is moved, wrapped anew or amended elsewhere; so does the acceptance.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/access.h"
#include "base/error.h"
#include "reading/reading.h"

namespace liem::assessment {

class DocumentStore;

namespace errors {
inline constexpr ErrorCode bad_reason{"assessment.bad_reason", ErrorKind::bad_input};
inline constexpr ErrorCode no_finding{"assessment.no_finding", ErrorKind::not_found};
inline constexpr ErrorCode no_acceptance{"assessment.no_acceptance", ErrorKind::not_found};
}  // namespace errors

// Whose findings: those of a unit's report in a round, or of the documents of its people.
struct AcceptanceScope {
  std::string unit;
  std::string round;  // empty for documents
};

enum class Verdict { accepted, withdrawn };

// One entry of the history; the last of a finding counts.
struct Acceptance {
  std::string finding;
  Verdict verdict = Verdict::accepted;
  std::string reason;         // empty where withdrawn
  std::string account, name;  // who, with the name borne then
  std::chrono::sys_seconds at{};
  std::string on_behalf_of{}, on_behalf_of_name{};  // empty where for nobody else
  bool operator==(const Acceptance&) const = default;
};

inline constexpr std::size_t shortest_reason = 3, longest_reason = 1000;  // characters

// White space at its ends cut off; errors::bad_reason for another length or control characters.
Result<std::string> checked_reason(std::string_view reason);

// errors::no_right; errors::no_finding where the reading does not hold it. The same reason again
// by the same person is told as it stands already.
Result<Acceptance> accept(DocumentStore& store, const Viewer& viewer, const AcceptanceScope& scope,
                          const reading::Reading& reading, const Acceptance& wanted);
// errors::no_right; errors::no_acceptance where none stands.
Result<void> withdraw(DocumentStore& store, const Viewer& viewer, const AcceptanceScope& scope,
                      const std::string& finding, std::chrono::sys_seconds now);

// Of the reading's findings, those that stand accepted, in the order of the text.
Result<std::vector<Acceptance>> acceptances_of(DocumentStore& store, const std::string& province,
                                               const AcceptanceScope& scope,
                                               const reading::Reading& reading);

}  // namespace liem::assessment
