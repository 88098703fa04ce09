// The files of a round's folder, read one by one. Shapes are told in
// docs/decisions/0004-store-and-server.md.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/round.h"
#include "base/error.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode bad_round_id{"assessment.bad_round_id", ErrorKind::bad_input};
inline constexpr ErrorCode bad_period{"assessment.bad_period", ErrorKind::bad_input};
inline constexpr ErrorCode bad_role{"assessment.bad_role", ErrorKind::bad_input};
inline constexpr ErrorCode bad_account{"assessment.bad_account", ErrorKind::bad_input};
inline constexpr ErrorCode repeated_account{"assessment.repeated_account", ErrorKind::bad_input};
// One code for each way the rule refuses: this with the rule's own ending.
inline constexpr ErrorCode account_password{"assessment.account_password", ErrorKind::bad_input};
inline constexpr ErrorCode unknown_unit{"assessment.unknown_unit", ErrorKind::bad_input};
inline constexpr ErrorCode unknown_criterion{"assessment.unknown_criterion", ErrorKind::bad_input};
}  // namespace errors

// A value with the line that wrote it, for refusals that only later checks can make.
template <class T>
struct Placed {
  T value;
  yaml::Node node;
};

template <class T>
using Loaded = std::expected<T, Problems>;  // all problems of the file at once

struct RoundFile {
  std::string id;
  Words title;
  int year = 0;
  Date from{}, to{};
  std::string set;  // id of an indicator set
};

// {id, title, year, from, to, set}
Loaded<Placed<RoundFile>> load_round(std::string_view text, std::string_view file);

// A list of {account, name, role, unit, password}; passwords still as written.
Loaded<std::vector<Placed<Account>>> load_accounts(std::string_view text, std::string_view file);

// A list of {type, number?, date?, issuer?, title, criteria: [codes], file?}; of a file only the
// name is known here, as written: "evidence/plan.pdf".
Loaded<std::vector<Placed<Evidence>>> load_evidence(std::string_view text, std::string_view file);

}  // namespace liem::assessment
