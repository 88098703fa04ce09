// A round's folder -> one RoundImport, or every problem in it. Pure: the files come in as bytes.
#pragma once

#include <expected>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "accounts/password_rule.h"
#include "assessment/password.h"
#include "assessment/pinned_set.h"
#include "assessment/round.h"
#include "assessment/sign_in.h"
#include "base/error.h"
#include "base/named_file.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode file_missing{"assessment.file_missing", ErrorKind::bad_input};
inline constexpr ErrorCode unknown_file{"assessment.unknown_file", ErrorKind::bad_input};
inline constexpr ErrorCode unit_outside_round{"assessment.unit_outside_round",
                                              ErrorKind::bad_input};
inline constexpr ErrorCode evidence_file_missing{"assessment.evidence_file_missing",
                                                 ErrorKind::bad_input};
inline constexpr ErrorCode evidence_file_unlisted{"assessment.evidence_file_unlisted",
                                                  ErrorKind::bad_input};
inline constexpr ErrorCode not_utf8{"assessment.not_utf8", ErrorKind::bad_input};
inline constexpr ErrorCode history_misses_unit{"assessment.history_misses_unit",
                                               ErrorKind::bad_input};
inline constexpr ErrorCode day_after_round{"assessment.day_after_round", ErrorKind::bad_input};
inline constexpr ErrorCode quote_not_found{"assessment.quote_not_found", ErrorKind::bad_input};
inline constexpr ErrorCode quote_without_report{"assessment.quote_without_report",
                                                ErrorKind::bad_input};
}  // namespace errors

// File names relative to the folder, '/' between folders -> bytes.
struct RoundFolder {
  std::string shown;  // how a person finds the folder again; put before names in refusals
  std::map<std::string, std::string, std::less<>> files;
};

// Whether a report's bytes can be read at all; `name` goes into the refusal.
using CheckReport = std::function<Result<void>(std::string_view bytes, std::string_view name)>;

enum class AccountsFile { leave, load };

struct ImportOptions {
  AccountsFile accounts = AccountsFile::leave;
  PasswordCost password_cost = ordinary_cost;
  RandomBytes random;  // for the salts of passwords
  accounts::PasswordRule passwords{""};
};

std::expected<RoundImport, Problems> read_round_folder(const RoundFolder& folder,
                                                       const FindSet& find_set,
                                                       const CheckReport& check_report,
                                                       const ImportOptions& options);

}  // namespace liem::assessment
